package descent.articles;

import static descent.articles.Printed.column;
import static descent.articles.Printed.gaussian;
import static descent.articles.Printed.matrix;
import static descent.articles.Printed.raised;
import static descent.articles.Printed.recorded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.checks.GradientCheck;
import descent.data.Batches;
import descent.engine.Reduction;
import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.CrossEntropy;
import descent.losses.GaussianNegativeLogLikelihood;
import descent.losses.Hinge;
import descent.losses.KullbackLeiblerDivergence;
import descent.losses.MeanAbsoluteError;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import descent.networks.Dense;
import descent.networks.Network;
import descent.networks.Normal;
import descent.networks.Tanh;
import descent.networks.Xavier;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.optimizers.GradientDescent;
import descent.optimizers.State;
import descent.schedules.InverseTimeDecay;
import descent.schedules.LearningRateSchedule;
import descent.schedules.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The article 000: what is printed fails as described, and the right form does not. */
class Articles000Test {

  private static double binary(double p, double y) {
    return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  }

  /** 000 §3.2.3: η/(1 + α rᵗ) with r = 0.9 and α = 1. */
  @Test
  void theDecayingRateRisesAsPrintedAndFallsInTheRightForm() {
    LearningRateSchedule printed = p -> 0.1 / (1 + 1 * Math.pow(0.9, p.step()));
    LearningRateSchedule right = new InverseTimeDecay(0.1, 1);
    assertEquals(0.05, printed.at(new Progress(0, 0)));
    assertEquals(0.1, printed.at(new Progress(400, 0)), 1e-15);
    for (int t = 0; t < 100; t++) {
      assertTrue(printed.at(new Progress(t + 1, 0)) > printed.at(new Progress(t, 0)));
      assertTrue(right.at(new Progress(t + 1, 0)) < right.at(new Progress(t, 0)));
    }
  }

  /** 000 §3.2.3: a schedule looks at t alone; an adaptive rate would look at the gradients. */
  @Test
  void theDynamicRateIsTheSameWhateverTheGradients() {
    LearningRateSchedule printed = p -> 0.1 / (1 + Math.pow(0.9, p.step()));
    double[] first = {1};
    for (double curvature : new double[] {1e-3, 1e3}) {
      State state = new GradientDescent(printed).start(first);
      state.step(new Quadratic(curvature));
      assertEquals(0.05, (1 - state.theta()[0]) / curvature, 1e-12);
    }
  }

  /** 000 §4, forward: log(Z₂), and log of it again in the loss. */
  @Test
  void aLogarithmAsOutputIsNaNBelow0AndItsLossIsFiniteOnlyBetween1AndE() {
    for (double z = -5; z < 5; z += 0.01) {
      double output = Math.log(z);
      assertEquals(z < 0, Double.isNaN(output));
      boolean finite = Double.isFinite(binary(output, 1)) && Double.isFinite(binary(output, 0));
      assertEquals(z > 1 && z < Math.E, finite, "at " + z);
      BinaryCrossEntropyWithLogits right = new BinaryCrossEntropyWithLogits();
      assertTrue(right.loss(z, 1) > 0 && right.loss(z, 0) > 0);
      assertTrue(GradientCheck.of(right, column(z, z), column(0, 1)).passed());
    }
  }

  /** 000 §4, forward and loss: NumPy gives NaN where Java does. */
  @Test
  void numpyGivesTheSameNaN() {
    JsonObject numpy = recorded("log of the output").get(0).getAsJsonObject();
    for (int i = 0; i < numpy.getAsJsonArray("z").size(); i++) {
      double z = numpy.getAsJsonArray("z").get(i).getAsDouble();
      double output = Math.log(z);
      for (int label = 0; label <= 1; label++) {
        JsonElement loss = numpy.getAsJsonArray("loss_of_label_" + label).get(i);
        String says = loss.getAsString().replace("nan", "NaN").replace("inf", "Infinity");
        assertEquals(Double.parseDouble(says), binary(output, label), 1e-12, "at " + z);
      }
    }
  }

  /** A network 3–3–1 and 3 rows: the one size at which every printed shape fits. */
  private static final class Small {
    static final int N = 3;
    final INDArray x = gaussian(1, N, N);
    final INDArray y = column(1, 0, 1);
    final Network network = Network.of(N, new Dense(N), new Tanh(), new Dense(1));
    final double[] theta = network.start(new Normal(0.7), 3);

    /** The printed backward pass, with θ = (W₁, b₁, W₂, b₂), of given outputs. */
    double[] backward(INDArray x, INDArray y, INDArray output) {
      long m = x.rows();
      INDArray w1 = part(0, N * N).reshape(N, N);
      INDArray w2 = part(N * N + N, N).reshape(N, 1);
      INDArray a1 = Transforms.tanh(x.mmul(w1).addRowVector(part(N * N, N).reshape(1, N)));
      INDArray toOutput = output.sub(y).mul(2.0 / m);
      INDArray forW2 = a1.transpose().mmul(toOutput).mul(1.0 / m);
      INDArray toHidden = toOutput.mmul(w2.transpose()).mul(a1.mul(a1).rsub(1));
      INDArray beyond = toHidden.mmul(w1.transpose()).mul(1.0 / m);
      INDArray forW1 = x.mmul(beyond).mul(1.0 / m);
      return Nd4j.concat(0, flat(forW1), flat(beyond.sum(0)), flat(forW2), flat(toOutput.sum(0)))
          .toDoubleVector();
    }

    private INDArray part(int from, int length) {
      return Nd4j.createFromArray(Arrays.copyOfRange(theta, from, from + length));
    }

    private static INDArray flat(INDArray a) {
      return a.dup('c').reshape(a.length());
    }
  }

  private static boolean agree(double[] a, double[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Math.abs(a[i] - b[i]) > 1e-9) {
        return false;
      }
    }
    return true;
  }

  /** 000 §4, backward: with a sigmoid put in, the loss is cross-entropy, the gradient is not. */
  @Test
  void thePrintedBackwardPassIsNoGradientOfCrossEntropyInAnyParameter() {
    Small s = new Small();
    Objective risk = new EmpiricalRisk(s.network, new BinaryCrossEntropyWithLogits(), s.x, s.y);
    double[] right = Printed.gradient(risk, s.theta);
    INDArray output = Transforms.sigmoid(s.network.predict(s.theta, s.x));
    double[] printed = s.backward(s.x, s.y, output);
    assertTrue(GradientCheck.of(risk, s.theta).passed());
    for (int i = 0; i < right.length; i++) {
      assertNotEquals(right[i], printed[i], 1e-6 * Math.abs(right[i]));
    }
    assertEquals(2 * right[15], printed[15], 1e-12); // b₂: the factor 2 of MSE
  }

  /** 000 §4, backward: even for the MSE of a linear output, W₁, b₁ and W₂ are wrong. */
  @Test
  void thePrintedBackwardPassIsTheGradientOfMeanSquaredErrorInTheLastBiasOnly() {
    Small s = new Small();
    Objective risk = new EmpiricalRisk(s.network, new MeanSquaredError(), s.x, s.y);
    double[] right = Printed.gradient(risk, s.theta);
    double[] printed = s.backward(s.x, s.y, s.network.predict(s.theta, s.x));
    assertFalse(agree(right, printed, 0, 9));
    assertFalse(agree(right, printed, 9, 12));
    assertFalse(agree(right, printed, 12, 15));
    assertTrue(agree(right, printed, 15, 16));
    for (int i = 12; i < 15; i++) { // W₂: right but for one 1/m too many
      assertEquals(right[i] / Small.N, printed[i], 1e-12);
    }
  }

  /** 000 §4, backward: W₁ takes Xᵀ and ∂L/∂Z₁; the printed product needs as many rows as inputs. */
  @Test
  void thePrintedProductFailsUnlessTheBatchIsAsLargeAsTheInput() {
    INDArray beyond = gaussian(2, 5, 2);
    INDArray x = gaussian(1, 5, 2);
    assertThrows(RuntimeException.class, () -> x.mmul(beyond));
    INDArray toHidden = gaussian(3, 5, 3);
    assertArrayEquals(new long[] {2, 3}, x.transpose().mmul(toHidden).shape());
    for (JsonElement e : recorded("backward shapes")) {
      JsonObject numpy = e.getAsJsonObject();
      boolean square = numpy.get("batch").equals(numpy.get("inputs"));
      assertEquals(square, numpy.getAsJsonObject("product").get("raises").isJsonNull());
      boolean one = numpy.get("inputs").getAsInt() == 1; // then a single step is broadcast to all
      boolean all = square && (one || numpy.get("inputs").equals(numpy.get("hidden")));
      assertEquals(all, numpy.getAsJsonObject("update_bias").get("raises").isJsonNull());
      assertEquals(all, numpy.getAsJsonObject("update_weights").get("raises").isJsonNull());
    }
  }

  /** 000 §4: the names that nobody stored, and the update that walks over a dictionary's keys. */
  @Test
  void pythonStopsAtTheMissingNamesAndAtTheKeys() {
    JsonObject python = recorded("update over a dictionary").get(0).getAsJsonObject();
    assertEquals("TypeError", raised(python, "float_rate"));
    assertEquals("AttributeError", raised(python, "missing_pre_activation"));
    assertEquals("AttributeError", raised(python, "missing_list"));
  }

  /** 000 §4: 1/m once makes a mean; the same rows twice leave it as it is. */
  @Test
  void eachFurtherOneOverMHalvesTheStepWhenTheBatchIsDoubled() {
    Small s = new Small();
    INDArray twice = Nd4j.vstack(s.x, s.x);
    INDArray targets = Nd4j.vstack(s.y, s.y);
    INDArray error = s.network.predict(s.theta, s.x).sub(s.y).mul(2.0 / 3);
    INDArray errorTwice = s.network.predict(s.theta, twice).sub(targets).mul(2.0 / 6);
    double printed = s.x.transpose().mmul(error).mul(1.0 / 3).getDouble(0);
    double printedTwice = twice.transpose().mmul(errorTwice).mul(1.0 / 6).getDouble(0);
    assertEquals(printed / 2, printedTwice, 1e-12);
    EmpiricalRisk once = new EmpiricalRisk(s.network, new MeanSquaredError(), s.x, s.y);
    EmpiricalRisk doubled = new EmpiricalRisk(s.network, new MeanSquaredError(), twice, targets);
    assertArrayEquals(Printed.gradient(once, s.theta), Printed.gradient(doubled, s.theta), 1e-12);
  }

  /** 000 §4: the loss is a sum, its gradient a mean. */
  @Test
  void theGradientOfTheSumIsTheBatchTimesThatOfTheMean() {
    INDArray p = column(0.2, 0.7, 0.4, 0.9);
    INDArray y = column(0, 1, 1, 1);
    INDArray ofSum = p.ulike();
    new BinaryCrossEntropy().evaluate(p, y, null, Reduction.SUM, ofSum);
    INDArray ofMean = new BinaryCrossEntropy().gradient(p, y);
    assertArrayEquals(ofSum.toDoubleVector(), ofMean.mul(4).toDoubleVector(), 1e-12);
    assertTrue(GradientCheck.of(new BinaryCrossEntropy(), p, y).passed());
  }

  private static double saturated(int inputs, double scale) {
    INDArray z = gaussian(1, 1000, inputs).mmul(gaussian(2, inputs, 1000)).mul(scale);
    return Transforms.abs(Transforms.tanh(z))
        .gt(0.96)
        .castTo(z.dataType())
        .meanNumber()
        .doubleValue();
  }

  /** 000 §4: weights that start as N(0, 1) drive tanh into its flat ends. */
  @Test
  void tanhSaturatesWithTheNumberOfInputsUnlessTheWeightsAreScaled() {
    assertEquals(0.14, saturated(2, 1), 0.02);
    assertEquals(0.71, saturated(30, 1), 0.02);
    assertEquals(0.05, saturated(30, Math.sqrt(1.0 / 30)), 0.02);
    for (JsonElement e : recorded("saturated units")) {
      JsonObject numpy = e.getAsJsonObject();
      double share = saturated(numpy.get("inputs").getAsInt(), 1);
      assertEquals(numpy.get("share").getAsDouble(), share, 0.02);
    }
    double[] drawn = Network.of(30, new Dense(30)).start(new Xavier(), 1);
    assertEquals(Math.sqrt(1.0 / 30), Printed.norm(drawn, 0, 900) / 30, 0.01);
  }

  /** 000 §4: "SGD" with all rows is gradient descent; a batch makes it stochastic. */
  @Test
  void withTheWholeBatchThereIsNothingStochastic() {
    INDArray x = gaussian(1, 20, 2);
    INDArray y = gaussian(2, 20, 1);
    LinearModel model = new LinearModel(2);
    EmpiricalRisk all = new EmpiricalRisk(model, new MeanSquaredError(), x, y);
    double[] theta = new double[3];
    double[] whole = Printed.gradient(all, theta);
    for (long seed = 1; seed <= 3; seed++) {
      Batches one = new Batches(20, 20, seed);
      Batches five = new Batches(20, 5, seed);
      MiniBatchRisk order = new MiniBatchRisk(model, new MeanSquaredError(), x, y, one);
      MiniBatchRisk part = new MiniBatchRisk(model, new MeanSquaredError(), x, y, five);
      assertArrayEquals(whole, Printed.gradient(order, theta), 1e-12);
      assertNotEquals(whole[0], Printed.gradient(part, theta)[0], 1e-3);
    }
  }

  /** 000 §4, 001 §4.2: 0 · (−∞) for a prediction that is sure and right. */
  @Test
  void aPredictionThatIsSureAndRightIsNaNAsPrintedAnd0InTheRightForm() {
    for (double y : new double[] {0, 1}) {
      assertTrue(Double.isNaN(binary(y, y)));
      assertEquals(0, new BinaryCrossEntropy().loss(y, y));
      String numpy =
          recorded("sure and right")
              .get(0)
              .getAsJsonObject()
              .get(y == 1 ? "loss_of_1_for_1" : "loss_of_0_for_0")
              .getAsString();
      assertEquals("nan", numpy);
    }
  }

  /** 000 §4: labels [m] against outputs [m, 1] make a table, and the sum runs over all of it. */
  @Test
  void labelsWithoutAColumnAreBroadcastAndTheLibraryRefusesThem() {
    INDArray p = column(0.9, 0.1, 0.9);
    INDArray y = Nd4j.createFromArray(1.0, 0.0, 1.0);
    double table = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        table += binary(p.getDouble(i), y.getDouble(j));
      }
    }
    assertTrue(table > 10 * 3 * new BinaryCrossEntropy().value(p, y.reshape(3, 1)));
    assertThrows(IllegalArgumentException.class, () -> new BinaryCrossEntropy().value(p, y));
  }

  /** 000 §3.1: "single-point" and "all-point" losses. */
  @Test
  void crossEntropyAndDivergenceHaveTheSameGradientAndDifferByTheEntropy() {
    INDArray q = matrix(new double[] {0.5, 0.2, 0.3}, new double[] {0.1, 0.1, 0.8});
    INDArray p = matrix(new double[] {0.7, 0.2, 0.1}, new double[] {0.2, 0.3, 0.5});
    assertEquals(new CrossEntropy().gradient(q, p), new KullbackLeiblerDivergence().gradient(q, p));
    double entropy = new CrossEntropy().value(p, p);
    double difference =
        new CrossEntropy().value(q, p) - new KullbackLeiblerDivergence().value(q, p);
    assertEquals(entropy, difference, 1e-12);
  }

  /** 000 Q1: a likelihood may be above 1, so its negative logarithm may be below 0. */
  @Test
  void aUsefulLossMayBeNegativeAndAConstantMovesNoMinimum() {
    GaussianNegativeLogLikelihood loss = new GaussianNegativeLogLikelihood();
    INDArray sure = matrix(new double[] {3, 2 * Math.log(0.1)});
    assertTrue(loss.value(sure, column(3)) < -1);
    assertTrue(GradientCheck.of(loss, sure, column(3.05)).passed());
    Quadratic bowl = new Quadratic(1, 4);
    Objective lowered =
        new Objective() {
          @Override
          public double evaluate(double[] theta, double[] gradient) {
            return bowl.evaluate(theta, gradient) - 100;
          }
        };
    State a = new GradientDescent(0.1).start(new double[] {1, 1});
    State b = new GradientDescent(0.1).start(new double[] {1, 1});
    for (int i = 0; i < 50; i++) {
      a.step(bowl);
      b.step(lowered);
    }
    assertArrayEquals(a.theta(), b.theta());
  }

  /** 000 Q2: |e| is continuous, its gradient jumps; that of the square does not. */
  @Test
  void aContinuousLossMayHaveAGradientThatJumps() {
    MeanAbsoluteError absolute = new MeanAbsoluteError();
    assertEquals(0, absolute.loss(1e-9, 0) - absolute.loss(-1e-9, 0), 1e-15);
    assertEquals(2, absolute.slope(1e-9, 0) - absolute.slope(-1e-9, 0));
    MeanSquaredError square = new MeanSquaredError();
    assertEquals(0, square.slope(1e-9, 0) - square.slope(-1e-9, 0), 1e-8);
  }

  /** 000 Q3: invariant to what? The squared error is to a shift, not to a change of unit. */
  @Test
  void theSquaredErrorIsInvariantToAShiftAndNotToTheUnit() {
    INDArray p = column(1, 2, 4);
    INDArray y = column(2, 2, 1);
    MeanSquaredError loss = new MeanSquaredError();
    assertEquals(loss.value(p, y), loss.value(p.add(7), y.add(7)), 1e-12);
    assertEquals(1e6 * loss.value(p, y), loss.value(p.mul(1000), y.mul(1000)), 1e-3);
  }

  /** 000 Q4: the hinge has a kink, and gradient descent brings it to 0 all the same. */
  @Test
  void aLossWithAKinkCanBeMinimized() {
    INDArray x = matrix(new double[] {1, 2}, new double[] {2, 1}, new double[] {-1, -3});
    INDArray y = column(1, 1, -1);
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new Hinge(), x, y);
    State state = new GradientDescent(0.1).start(new double[3]);
    for (int i = 0; i < 200; i++) {
      state.step(risk);
    }
    assertEquals(0, risk.value(state.theta()));
    assertFalse(GradientCheck.of(new Hinge(), column(1), column(1)).passed());
  }

  /** 000 Q5: convex in the prediction is not convex in the weights. */
  @Test
  void theSquaredErrorOfTwoLayersIsNotConvexInTheWeights() {
    MeanSquaredError loss = new MeanSquaredError();
    assertTrue(loss.loss(0, 1) <= (loss.loss(-1, 1) + loss.loss(1, 1)) / 2);
    Network network = Network.of(1, new Dense(1), new Dense(1));
    EmpiricalRisk risk = new EmpiricalRisk(network, loss, column(1, 2), column(1, 2));
    double[] one = {1, 0, 1, 0};
    double[] other = {-1, 0, -1, 0};
    assertEquals(0, risk.value(one));
    assertEquals(0, risk.value(other));
    assertEquals(2.5, risk.value(new double[4])); // the middle of the two
  }

  /** 000 Q5: on a convex function gradient descent needs a rate below 2/L, too. */
  @Test
  void convexityDoesNotSaveARateThatIsTooLarge() {
    State large = new GradientDescent(2.1).start(new double[] {1});
    State right = new GradientDescent(0.5).start(new double[] {1});
    for (int i = 0; i < 100; i++) {
      large.step(new Quadratic(1));
      right.step(new Quadratic(1));
    }
    assertTrue(Math.abs(large.theta()[0]) > 1000);
    assertEquals(0, right.theta()[0], 1e-12);
  }
}
