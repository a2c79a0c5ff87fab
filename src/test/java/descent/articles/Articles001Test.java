package descent.articles;

import static descent.articles.Printed.column;
import static descent.articles.Printed.deep;
import static descent.articles.Printed.gaussian;
import static descent.articles.Printed.gradient;
import static descent.articles.Printed.inTensorFlow;
import static descent.articles.Printed.norm;
import static descent.articles.Printed.raised;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.checks.LossChecks;
import descent.checks.TrainingChecks;
import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import descent.models.Parameters;
import descent.networks.BatchNormalization;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.networks.Sigmoid;
import descent.networks.Xavier;
import descent.objectives.EmpiricalRisk;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Regularized;
import descent.optimizers.Adam;
import descent.optimizers.FirstOrderState;
import descent.optimizers.GradientDescent;
import descent.optimizers.RMSprop;
import descent.optimizers.State;
import descent.regularizers.L2;
import descent.schedules.Constant;
import descent.training.Training;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The article 001: what is printed fails as described, and the right form does not. */
class Articles001Test {

  private static final double RATE = 0.001;

  private static final double[] X = {1, 2, 3};
  private static final double[] Y = {1.5, 4.5, 6};
  private static final double LEAST_SQUARES = 28.5 / 14;

  /** Returns the mean of (w x − y)² over some of three points. */
  private static Objective line(int... samples) {
    return (theta, gradient) -> {
      double value = 0;
      gradient[0] = 0;
      for (int i : samples) {
        double error = theta[0] * X[i] - Y[i];
        value += error * error / samples.length;
        gradient[0] += 2 * error * X[i] / samples.length;
      }
      return value;
    };
  }

  /** 001 §3.1.2 as §4.2 codes it, term by term. */
  private static double crossEntropy(INDArray p, INDArray y) {
    INDArray ofZeros = y.rsub(1).mul(Transforms.log(p.rsub(1)));
    return -y.mul(Transforms.log(p)).add(ofZeros).meanNumber().doubleValue();
  }

  /** 001 §3.1, §3.2.1–2: right as printed. */
  @Test
  @Tag("entry-2")
  void theLossesAndTheDescentsAreRight() {
    INDArray y = column(1, 0, 1);
    INDArray p = column(0.9, 0.2, 0.6);
    assertEquals(
        (0.1 * 0.1 + 0.2 * 0.2 + 0.4 * 0.4) / 3, new MeanSquaredError().value(p, y), 1e-12);
    assertEquals(crossEntropy(p, y), new BinaryCrossEntropy().value(p, y), 1e-12);
    double[] start = {1};
    double[] full = gradient(line(0, 1, 2), start);
    State state = new GradientDescent(0.05).start(start);
    state.step(line(0, 1, 2));
    assertEquals(1 - 0.05 * full[0], state.theta()[0]);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += gradient(line(i), start)[0];
    }
    assertEquals(full[0], sum / 3, 1e-12);
  }

  /** 001 §4.2: 0 · log 0; from logits the loss is finite, right or wrong. */
  @Test
  @Tag("entry-6")
  void aSureAndRightPredictionIsNaNAsPrintedAnd0FromLogits() {
    INDArray sure = column(1, 0);
    assertTrue(Double.isNaN(crossEntropy(sure, sure)));
    assertEquals("nan", inTensorFlow("sure and right").get("printed").getAsString());
    assertEquals(0, new BinaryCrossEntropy().value(sure, sure), 1e-12);
    BinaryCrossEntropyWithLogits right = new BinaryCrossEntropyWithLogits();
    assertEquals(0, right.value(column(800, -800), sure), 1e-12);
    assertEquals(800, right.value(column(-800, 800), sure), 1e-9);
    assertTrue(LossChecks.extremes(right, column(3, -2), sure).passed());
  }

  private static Adam adam(boolean corrected) {
    return new Adam(new Constant(RATE), 0.9, 0.999, 1e-8, corrected);
  }

  /** 001 §3.2.3: the steps, in learning rates, of a gradient that stays the same. */
  private static double[] steps(Adam adam, int n) {
    FirstOrderState state = adam.start(new double[1]);
    double[] steps = new double[n + 1];
    for (int t = 1; t <= n; t++) {
      double before = state.theta()[0];
      state.step(new double[] {5});
      steps[t] = (before - state.theta()[0]) / RATE;
    }
    return steps;
  }

  /** 001 §3.2.3: without bias correction. */
  @Test
  @Tag("entry-3")
  void adamAsPrintedBegins3TimesTooFastAndPeaksAt6AndAHalfInStep12() {
    double[] printed = steps(adam(false), 400);
    assertEquals(3.16, printed[1], 0.005);
    assertEquals(0.1 / Math.sqrt(0.001), printed[1], 1e-6);
    int peak = 1;
    int last = 0;
    for (int t = 1; t < printed.length; t++) {
      peak = printed[t] > printed[peak] ? t : peak;
      last = printed[t] > 2 ? t : last;
    }
    assertEquals(12, peak);
    assertEquals(6.57, printed[12], 0.005);
    assertEquals(287, last);
    for (double step : Arrays.copyOfRange(steps(adam(true), 400), 1, 401)) {
      assertEquals(1, step, 1e-6);
    }
  }

  /** 001 §3.2.3 against §4.5: the Adam of every library is corrected. */
  @Test
  @Tag("entry-3")
  void theFirstStepOfEveryLibraryIsTheLearningRate() {
    for (JsonElement e : Fixtures.cases("articles_tensorflow.json", "first step of Adam")) {
      assertEquals(RATE, e.getAsJsonObject().get("step").getAsDouble(), 1e-7);
    }
    JsonObject torch = Printed.recorded("first step of Adam").get(0).getAsJsonObject();
    assertEquals(RATE * steps(adam(true), 1)[1], torch.get("step").getAsDouble(), 1e-14);
  }

  /** 001 §3.2.3: ε keeps 0/0 away; a gradient of 0 stays one. */
  @Test
  @Tag("entry-4")
  void epsilonPreventsADivisionBy0AndNotAGradientOf0() {
    assertTrue(Double.isNaN(RATE * 0 / (Math.sqrt(0) + 0)));
    FirstOrderState state = adam(true).start(new double[] {3});
    state.step(new double[] {0});
    assertEquals(3, state.theta()[0]);
    assertThrows(IllegalArgumentException.class, () -> new Adam(RATE, 0.9, 0.999, 0));
  }

  /** 001 §4.5: ε is Keras' there; only gradients near ε tell the difference. */
  @Test
  @Tag("entry-9")
  void theEpsilonOfKerasShortensTheStepsOfTinyGradientsOnly() {
    JsonObject epsilon = inTensorFlow("epsilon of Adam");
    assertEquals(1e-7, epsilon.get("keras").getAsDouble(), 1e-12);
    assertEquals(1e-8, epsilon.get("compat_v1").getAsDouble(), 1e-12);
    assertEquals(1, firstStep(5, 1e-7), 1e-6);
    assertEquals(1, firstStep(5, 1e-8), 1e-6);
    assertEquals(1 / 11.0, firstStep(1e-8, 1e-7), 1e-6);
    assertEquals(0.5, firstStep(1e-8, 1e-8), 1e-6);
  }

  private static double firstStep(double gradient, double epsilon) {
    FirstOrderState state = new Adam(1, 0.9, 0.999, epsilon).start(new double[1]);
    state.step(new double[] {gradient});
    return -state.theta()[0];
  }

  /** 001 §6.4, 2: right in part: Adam's step forgets how long a gradient is, down to ε. */
  @Test
  @Tag("entry-12")
  void anAdaptiveRateMakesUpForASmallGradientUntilItIsBelowEpsilon() {
    double[] gradients = {1e8, 1, 1e-5, 1e-11};
    double[] expected = {1, 1, 0.999, 0.001};
    for (int k = 0; k < 4; k++) {
      FirstOrderState adam = adam(true).start(new double[1]);
      FirstOrderState rms = new RMSprop(RATE, 0.9).start(new double[1]);
      double[] from = new double[2];
      for (int t = 1; t <= 200; t++) {
        from = new double[] {adam.theta()[0], rms.theta()[0]};
        adam.step(new double[] {gradients[k]});
        rms.step(new double[] {gradients[k]});
      }
      assertEquals(expected[k], (from[0] - adam.theta()[0]) / RATE, 1e-5);
      assertEquals(expected[k], (from[1] - rms.theta()[0]) / RATE, 1e-5);
    }
  }

  /** 001 §4.3–4.5: the classes of TensorFlow 1. */
  @Test
  @Tag("entry-7")
  void tensorFlow2HasNoSuchOptimizers() {
    for (JsonElement e : Fixtures.cases("articles_tensorflow.json", "optimizers of TensorFlow 1")) {
      assertEquals("AttributeError", raised(e.getAsJsonObject(), "tf_train"));
      assertTrue(e.getAsJsonObject().get("in_compat_v1").getAsBoolean());
    }
  }

  /** 001 §4.3–4.5: the variables where the loss belongs, and an argument that does not exist. */
  @Test
  @Tag("entry-7")
  void minimizeRefusesTheVariablesInPlaceOfTheLoss() {
    JsonObject eager = inTensorFlow("minimize with the variables");
    assertEquals("RuntimeError", raised(eager, "compat_v1_gradient_descent"));
    assertEquals("RuntimeError", raised(eager, "compat_v1_adam"));
    assertEquals("AttributeError", raised(eager, "keras_sgd"));
    JsonObject graph = inTensorFlow("minimize with the variables, in a graph");
    assertEquals("AttributeError", raised(graph, "a_list"));
  }

  /** 001 §4.4: an argument that does not exist, and no sample: the path of §4.3. */
  @Test
  @Tag("entry-8")
  void theStochasticCallDrawsNothingAndOneSampleAtATimeDoesNotRest() {
    assertEquals("TypeError", raised(inTensorFlow("an argument that does not exist"), "compat_v1"));
    State printed = new GradientDescent(0.05).start(new double[] {1});
    State drawn = new GradientDescent(0.05).start(new double[] {1});
    Random random = new Random(1);
    double least = 0;
    double most = 0;
    for (int t = 1; t <= 400; t++) {
      printed.step(line(0, 1, 2));
      drawn.step(line(random.nextInt(3)));
      double off = drawn.theta()[0] - LEAST_SQUARES;
      least = t > 200 ? Math.min(least, off) : 0;
      most = t > 200 ? Math.max(most, off) : 0;
    }
    assertEquals(LEAST_SQUARES, printed.theta()[0], 1e-9);
    assertTrue(least < -0.05 && most > 0.05, least + " to " + most);
  }

  /** 001 §4.3: with a single variable TensorFlow 1 takes the weight itself for the loss. */
  @Test
  @Tag("entry-7")
  void aSingleVariableIsMinimizedItselfWithoutAWord() {
    Objective itself =
        (theta, gradient) -> {
          gradient[0] = 1;
          return theta[0];
        };
    JsonObject graph = inTensorFlow("minimize with the variables, in a graph");
    State state = new GradientDescent(0.1).start(new double[] {1});
    for (int i = 0; i < 3; i++) {
      state.step(itself);
    }
    assertEquals(state.theta()[0], graph.get("one_variable_ends_at").getAsDouble(), 1e-6);
    for (int i = 0; i < 1000; i++) {
      state.step(itself);
    }
    assertTrue(state.theta()[0] < -99); // and on, for ever
    Objective loss = line(0, 1, 2);
    Objective watched =
        (theta, gradient) -> {
          double value = loss.value(theta);
          gradient[0] = 1;
          return value;
        };
    double[] start = {1};
    assertFalse(GradientCheck.of(watched, start).passed());
    assertTrue(GradientCheck.of(loss, start).passed());
    GradientDescent descent = new GradientDescent(0.1);
    assertFalse(TrainingChecks.comesDown(descent, watched, start, 30).passed());
    assertTrue(TrainingChecks.comesDown(descent, loss, start, 30).passed());
    assertEquals(LEAST_SQUARES, new Training(loss, descent, 30).run(start).theta()[0], 1e-9);
  }

  /** 001 §4.1: targets [n] against predictions [n, 1]. */
  @Test
  @Tag("entry-5")
  void aPerfectPredictionCostsTwiceTheVarianceIfTheTargetsLackTheirColumn() {
    INDArray y = Nd4j.createFromArray(1.0, 2.0, 3.0);
    INDArray table = Printed.broadcastDifferences(y, y);
    double printed = table.mul(table).meanNumber().doubleValue();
    assertEquals(2 * 2.0 / 3, printed, 1e-12);
    JsonObject tensorFlow = inTensorFlow("targets without a column");
    assertEquals(printed, tensorFlow.get("printed").getAsDouble(), 1e-6);
    MeanSquaredError loss = new MeanSquaredError();
    assertThrows(IllegalArgumentException.class, () -> loss.value(column(1, 2, 3), y));
    assertEquals(0, loss.value(column(1, 2, 3), y.reshape(3, 1)));
    assertTrue(LossChecks.shapes(loss::value, column(1, 2, 3), column(1, 2, 3)).passed());
    assertFalse(
        LossChecks.shapes(
                (p, t) -> Printed.broadcastDifferences(t, p).norm2Number().doubleValue(),
                column(1, 2, 3),
                column(1, 2, 3))
            .passed());
    assertEquals(0, tensorFlow.get("keras").getAsDouble());
    JsonObject torch = Printed.recorded("targets without a column").get(0).getAsJsonObject();
    assertEquals(printed, torch.get("perfect_but_broadcast").getAsDouble(), 1e-6);
    assertEquals("UserWarning", torch.get("warns").getAsString());
  }

  /** 001 §6.3: a rate that is too large reaches no minimum, not even a local one. */
  @Test
  @Tag("entry-10")
  void aLargeRateOscillatesOrDivergesAndASmallOneConverges() {
    double[] ends = new double[3];
    double[] rates = {0.5, 2, 2.1};
    for (int k = 0; k < 3; k++) {
      State state = new GradientDescent(rates[k]).start(new double[] {1});
      for (int i = 0; i < 100; i++) {
        state.step(new Quadratic(1));
      }
      ends[k] = Math.abs(state.theta()[0]);
    }
    assertEquals(0, ends[0], 1e-12);
    assertEquals(1, ends[1]);
    assertTrue(ends[2] > 1000);
  }

  /** How long the first layer's part of a vector is, compared with the last one's. */
  private static double firstToLast(Parameters map, double[] x) {
    Parameters.Block first = map.blocks().get(0);
    Parameters.Block last = map.blocks().get(map.blocks().size() - 2);
    return norm(x, first.offset(), first.end()) / norm(x, last.offset(), last.end());
  }

  /** 001 §6.4, 1: the rate multiplies all layers alike. */
  @Test
  @Tag("entry-11")
  void aLargerRateDoesNotCureAVanishingGradientAndReLUDoes() {
    INDArray x = gaussian(1, 32, 4);
    INDArray y = gaussian(2, 32, 1);
    Network sigmoid = deep(new Sigmoid());
    double[] theta = sigmoid.start(new Xavier(), 1);
    EmpiricalRisk risk = new EmpiricalRisk(sigmoid, new MeanSquaredError(), x, y);
    double vanishing = firstToLast(sigmoid.map(), gradient(risk, theta));
    assertTrue(vanishing < 1e-4);
    for (double rate : new double[] {0.1, 100}) {
      State state = new GradientDescent(rate).start(theta);
      state.step(risk);
      double[] step = state.theta();
      for (int i = 0; i < step.length; i++) {
        step[i] -= theta[i];
      }
      assertEquals(1, firstToLast(sigmoid.map(), step) / vanishing, 1e-3);
      assertEquals(rate > 1, risk.value(state.theta()) > 10 * risk.value(theta));
    }
    Network relu = deep(new ReLU());
    EmpiricalRisk right = new EmpiricalRisk(relu, new MeanSquaredError(), x, y);
    double[] start = relu.start(new He(), 1);
    assertTrue(firstToLast(relu.map(), gradient(right, start)) > 0.01);
  }

  /** 001 §6.4, 3: L2 is a price on weights; batch normalization looks at the batch. */
  @Test
  @Tag("entry-13")
  void aPenaltyKnowsNothingOfTheBatchAndBatchNormalizationDoes() {
    LinearModel model = new LinearModel(2);
    double[] theta = {1, -2, 0.5};
    INDArray a = gaussian(1, 8, 2);
    INDArray b = gaussian(2, 8, 2).mul(10);
    double[] price = new double[2];
    for (int k = 0; k < 2; k++) {
      INDArray x = k == 0 ? a : b;
      EmpiricalRisk risk = new EmpiricalRisk(model, new MeanSquaredError(), x, gaussian(3, 8, 1));
      price[k] = new Regularized(risk, new L2(0.1)).value(theta) - risk.value(theta);
    }
    assertEquals(price[0], price[1], 1e-10);
    Network network = Network.of(2, new BatchNormalization(), new Dense(1));
    double[] start = network.start(new He(), 1);
    INDArray other = b.dup();
    other.putRow(0, a.getRow(0));
    double alone = network.learner(1).predict(start, a).getDouble(0);
    double among = network.learner(1).predict(start, other).getDouble(0);
    assertFalse(Math.abs(alone - among) < 1e-3);
  }

  /** 001 §6.4, 3: L2 adds λw, which shrinks weights; a smaller product vanishes more. */
  @Test
  @Tag("entry-13")
  void aPenaltyAddsItsOwnSlopeOnlyAndSmallerWeightsVanishMore() {
    Network network = deep(new Sigmoid());
    double[] theta = network.start(new Xavier(), 1);
    EmpiricalRisk risk =
        new EmpiricalRisk(network, new MeanSquaredError(), gaussian(1, 32, 4), gaussian(2, 32, 1));
    double[] bare = gradient(risk, theta);
    double[] priced = gradient(new Regularized(risk, new L2(0.1)), theta);
    Parameters.Block first = network.map().blocks().get(0);
    double[] half = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      half[i] = theta[i] / 2;
    }
    for (int i = first.offset(); i < first.end(); i++) {
      assertEquals(0.1 * theta[i], priced[i] - bare[i], 1e-12);
    }
    double length = norm(bare, first.offset(), first.end());
    assertTrue(norm(gradient(risk, half), first.offset(), first.end()) < 0.1 * length);
  }

  /**
   * 001 §2.1, §3.2.1, 003 §2.1: training moves θ, up if need be; the loss is the same function
   * before and after.
   */
  @Test
  @Tag("entry-1")
  void trainingChangesTheValueOfTheLossAndNotTheFunction() {
    INDArray x = gaussian(1, 20, 2);
    EmpiricalRisk risk =
        new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), x, gaussian(2, 20, 1));
    double[] start = {-9, -9, -9};
    double before = risk.value(start);
    double[] slope = gradient(risk, start);
    State state = new GradientDescent(0.1).start(start);
    for (int i = 0; i < 50; i++) {
      state.step(risk);
    }
    assertTrue(risk.value(state.theta()) < 0.9 * before);
    assertTrue(Arrays.stream(state.theta()).allMatch(w -> w > -9), "not the least θ");
    assertEquals(before, risk.value(start));
    assertArrayEquals(slope, gradient(risk, start));
  }
}
