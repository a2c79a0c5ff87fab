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
import descent.checks.LossChecks;
import descent.checks.TrainingChecks;
import descent.data.Batches;
import descent.engine.NonFiniteException;
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
import descent.optimizers.Adagrad;
import descent.optimizers.GradientDescent;
import descent.optimizers.State;
import descent.schedules.ExponentialDecay;
import descent.schedules.InverseTimeDecay;
import descent.schedules.LearningRateSchedule;
import descent.schedules.Progress;
import descent.training.Training;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The article 000: what is printed fails as described, and the right form does not. */
class Articles000Test {

  private static double binary(double p, double y) {
    return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  }

  /** 000 §3.1.1, §3.2.1–2: the formulas that are right as they stand. */
  @Test
  @Tag("entry-1")
  void theSquaredErrorAndTheTwoDescentsAreAsPrinted() {
    INDArray x = column(1, 2, 4);
    INDArray y = column(2, 2, 1);
    MeanSquaredError loss = new MeanSquaredError();
    assertEquals((1.0 + 0 + 9) / 3, loss.value(x, y), 1e-15);
    assertTrue(GradientCheck.of(loss, x, y).passed());
    LinearModel line = new LinearModel(1); // ŷ = wx + b, from 0: ∂(ŷ − y)²/∂b = −2y
    State whole = new GradientDescent(0.1).start(new double[2]);
    whole.step(new EmpiricalRisk(line, loss, x, y));
    assertArrayEquals(
        new double[] {0.2 * (2 + 4 + 4) / 3, 0.2 * (2 + 2 + 1) / 3}, whole.theta(), 1e-12);
    MiniBatchRisk rows = new MiniBatchRisk(line, loss, x, y, new Batches(3, 1, 1));
    double mean = 0;
    for (int i = 0; i < 3; i++) {
      State row = new GradientDescent(0.1).start(new double[2]);
      row.step(rows);
      mean += row.theta()[1] / 3;
    }
    assertEquals(whole.theta()[1], mean, 1e-12); // ∇J is the mean of the ∇Jᵢ
  }

  /** The printed loss; where shapes differ each label meets each output, as NumPy has it. */
  private static double sum(INDArray p, INDArray y) {
    boolean pairs = !Arrays.equals(p.shape(), y.shape());
    double sum = 0;
    for (int i = 0; i < p.length(); i++) {
      for (int j = 0; j < y.length(); j++) {
        sum += pairs || i == j ? binary(p.getDouble(i), y.getDouble(j)) : 0;
      }
    }
    return sum;
  }

  /** 000 §3.2.3: η/(1 + α rᵗ) with r = 0.9 and α = 1. */
  @Test
  @Tag("entry-3")
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

  /** 000 §3.2.3: with r above 1 it would fall; a falling rate is not faster by itself. */
  @Test
  @Tag("entry-3")
  void onlyARateAbove1LetsItFallAndFallingIsNotFaster() {
    LearningRateSchedule above = p -> 0.1 / (1 + Math.pow(1.1, p.step()));
    assertTrue(above.at(new Progress(1, 0)) < above.at(new Progress(0, 0)));
    State constant = new GradientDescent(0.1).start(new double[] {1});
    State falling = new GradientDescent(new ExponentialDecay(0.1, 0.9, 1)).start(new double[] {1});
    for (int t = 0; t < 50; t++) {
      constant.step(new Quadratic(1));
      falling.step(new Quadratic(1));
    }
    assertTrue(constant.theta()[0] < 0.01);
    assertTrue(falling.theta()[0] > 0.3);
  }

  /** 000 §3.2.3: a schedule looks at t alone; an adaptive rate would look at the gradients. */
  @Test
  @Tag("entry-3")
  void theDynamicRateIsTheSameWhateverTheGradients() {
    LearningRateSchedule printed = p -> 0.1 / (1 + Math.pow(0.9, p.step()));
    double[] first = {1};
    for (double curvature : new double[] {1e-3, 1e3}) {
      State state = new GradientDescent(printed).start(first);
      state.step(new Quadratic(curvature));
      assertEquals(0.05, (1 - state.theta()[0]) / curvature, 1e-12);
      State adaptive = new Adagrad(0.1).start(first);
      adaptive.step(new Quadratic(curvature));
      assertEquals(0.1, 1 - adaptive.theta()[0], 1e-6);
    }
  }

  /** 000 §4, forward: log(Z₂), and log of it again in the loss. */
  @Test
  @Tag("entry-5")
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

  /** 000 §4, forward: the first loss tells. */
  @Test
  @Tag("entry-5")
  void theFirstLossOfALogarithmIsNotThatOfGuessing() {
    assertFalse(TrainingChecks.firstLoss(binary(Math.log(0.01), 1), 2).passed());
    double right = new BinaryCrossEntropyWithLogits().loss(0.01, 1);
    assertTrue(TrainingChecks.firstLoss(right, 2).passed());
  }

  /** 000 §4, forward and loss: NumPy gives NaN where Java does. */
  @Test
  @Tag("entry-5")
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
    final double[] theta;

    Small(long seed) {
      theta = network.start(new Normal(0.7), seed);
    }

    /** The printed backward pass, with θ = (W₁, b₁, W₂, b₂), of given outputs. */
    double[] backward(double[] theta, INDArray output) {
      long m = x.rows();
      INDArray w1 = part(theta, 0, N * N).reshape(N, N);
      INDArray w2 = part(theta, N * N + N, N).reshape(N, 1);
      INDArray a1 = Transforms.tanh(x.mmul(w1).addRowVector(part(theta, N * N, N).reshape(1, N)));
      INDArray toOutput = output.sub(y).mul(2.0 / m);
      INDArray forW2 = a1.transpose().mmul(toOutput).mul(1.0 / m);
      INDArray toHidden = toOutput.mmul(w2.transpose()).mul(a1.mul(a1).rsub(1));
      INDArray beyond = toHidden.mmul(w1.transpose()).mul(1.0 / m);
      INDArray forW1 = x.mmul(beyond).mul(1.0 / m);
      return Nd4j.concat(0, flat(forW1), flat(beyond.sum(0)), flat(forW2), flat(toOutput.sum(0)))
          .toDoubleVector();
    }

    private static INDArray part(double[] theta, int from, int length) {
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
  @Tag("entry-9")
  void thePrintedBackwardPassIsNoGradientOfCrossEntropyInAnyParameter() {
    Small s = new Small(3);
    Objective risk = new EmpiricalRisk(s.network, new BinaryCrossEntropyWithLogits(), s.x, s.y);
    double[] right = Printed.gradient(risk, s.theta);
    INDArray output = Transforms.sigmoid(s.network.predict(s.theta, s.x));
    double[] printed = s.backward(s.theta, output);
    assertTrue(GradientCheck.of(risk, s.theta).passed());
    for (int i = 0; i < right.length; i++) {
      assertNotEquals(right[i], printed[i], 1e-6 * Math.abs(right[i]));
    }
    assertEquals(2 * right[15], printed[15], 1e-12); // b₂: the factor 2 of MSE
  }

  /** 000 §4, backward: even for the MSE of a linear output, W₁, b₁ and W₂ are wrong. */
  @Test
  @Tag("entry-9")
  void thePrintedBackwardPassIsTheGradientOfMeanSquaredErrorInTheLastBiasOnly() {
    Small s = new Small(3);
    Objective risk = new EmpiricalRisk(s.network, new MeanSquaredError(), s.x, s.y);
    double[] right = Printed.gradient(risk, s.theta);
    double[] printed = s.backward(s.theta, s.network.predict(s.theta, s.x));
    assertFalse(agree(right, printed, 0, 9));
    assertFalse(agree(right, printed, 9, 12));
    assertFalse(agree(right, printed, 12, 15));
    assertTrue(agree(right, printed, 15, 16));
    for (int i = 12; i < 15; i++) { // W₂: right but for one 1/m too many
      assertEquals(right[i] / Small.N, printed[i], 1e-12);
    }
  }

  /** 000 §4, backward: a path against the printed gradient leads uphill on its way. */
  @Test
  @Tag("entry-9")
  void thePrintedGradientLeadsUphill() {
    Small s = new Small(3);
    Objective risk = new EmpiricalRisk(s.network, new BinaryCrossEntropyWithLogits(), s.x, s.y);
    Objective printed =
        (theta, gradient) -> {
          INDArray output = Transforms.sigmoid(s.network.predict(theta, s.x));
          double[] step = s.backward(theta, output);
          System.arraycopy(step, 0, gradient, 0, step.length);
          return risk.value(theta);
        };
    assertTrue(rises(printed, s.theta));
    assertFalse(rises(risk, s.theta));
  }

  private static boolean rises(Objective objective, double[] start) {
    State state = new GradientDescent(0.5).start(start);
    double[] values = IntStream.range(0, 40).mapToDouble(t -> state.step(objective)).toArray();
    return IntStream.range(1, 40).anyMatch(t -> values[t] > values[t - 1]);
  }

  /** 000 §4, backward: W₁ takes Xᵀ and ∂L/∂Z₁; the printed product needs as many rows as inputs. */
  @Test
  @Tag("entry-9")
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

  /** The printed dZ₂ beside the printed output ln Z₂, for one row with x = 1 and label 1. */
  private static double printedStep(double[] w, double[] gradient) {
    gradient[0] = 2 * (Math.log(w[0]) - 1);
    return binary(Math.log(w[0]), 1);
  }

  /** 000 §4, backward: the derivative of the printed logarithm is missing, too. */
  @Test
  @Tag("entry-9")
  void thePrintedSlopeIsNotThatOfTheLogarithmEither() {
    Objective right =
        (w, gradient) -> {
          gradient[0] = -1 / (Math.log(w[0]) * w[0]);
          return binary(Math.log(w[0]), 1);
        };
    for (double z : new double[] {1.2, 2, 2.6}) {
      double[] at = {z};
      assertFalse(GradientCheck.of(Articles000Test::printedStep, at).passed());
      assertTrue(GradientCheck.of(right, at).passed());
    }
  }

  /** 000 §4: a loop that never looks at the loss ends in NaN without a word. */
  @Test
  @Tag("entry-10")
  void nobodyNoticesTheNaNUnlessTheLossIsLookedAt() {
    double[] w = {-0.5};
    double[] slope = new double[1];
    for (int epoch = 0; epoch < 10; epoch++) {
      printedStep(w, slope);
      w[0] -= 0.1 * slope[0];
    }
    assertTrue(Double.isNaN(w[0]));
    Training looks = new Training(Articles000Test::printedStep, new GradientDescent(0.1), 10);
    assertThrows(NonFiniteException.class, () -> looks.run(new double[] {-0.5}));
  }

  /** 000 §4: the names that nobody stored, and the update that walks over a dictionary's keys. */
  @Test
  @Tag("entry-10")
  void pythonStopsAtTheMissingNamesAndAtTheKeys() {
    JsonObject python = recorded("update over a dictionary").get(0).getAsJsonObject();
    assertEquals("TypeError", raised(python, "float_rate"));
    assertEquals("AttributeError", raised(python, "missing_pre_activation"));
    assertEquals("AttributeError", raised(python, "missing_list"));
  }

  /** 000 §4: 1/m once makes a mean; the same rows twice leave it as it is. */
  @Test
  @Tag("entry-9")
  void eachFurtherOneOverMHalvesTheStepWhenTheBatchIsDoubled() {
    Small s = new Small(3);
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
  @Tag("entry-6")
  void theSumFailsWithTheGradientOfTheMeanAndTheMeanPasses() {
    INDArray p = column(0.2, 0.7, 0.4, 0.9);
    INDArray y = column(0, 1, 1, 1);
    BinaryCrossEntropy loss = new BinaryCrossEntropy();
    double[] ofMean = loss.gradient(p, y).toDoubleVector();
    INDArray ofSum = p.ulike();
    double sum = loss.evaluate(p, y, null, Reduction.SUM, ofSum);
    assertEquals(sum(p, y), sum, 1e-12);
    assertArrayEquals(ofSum.mul(0.25).toDoubleVector(), ofMean, 1e-12);
    for (Reduction reduction : Reduction.values()) {
      Objective printed =
          (theta, gradient) -> {
            System.arraycopy(ofMean, 0, gradient, 0, 4);
            return loss.evaluate(column(theta), y, null, reduction, null);
          };
      boolean right = reduction == Reduction.MEAN;
      assertEquals(right, GradientCheck.of(printed, p.toDoubleVector()).passed());
    }
    assertFalse(LossChecks.batch(Articles000Test::sum, p, y).passed());
    assertTrue(LossChecks.batch(loss::value, p, y).passed());
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
  @Tag("entry-4")
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
  @Tag("entry-11")
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
  @Tag("entry-7")
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
    assertTrue(Double.isNaN(binary(1 / (1 + Math.exp(-40)), 1)));
    BinaryCrossEntropyWithLogits logits = new BinaryCrossEntropyWithLogits();
    assertTrue(LossChecks.extremes(logits, column(1, -1), column(1, 0)).passed());
  }

  /** 000 §4: labels [m] against outputs [m, 1] make a table, and the sum runs over all of it. */
  @Test
  @Tag("entry-8")
  void labelsWithoutAColumnAreBroadcastAndTheLibraryRefusesThem() {
    INDArray p = column(0.9, 0.1, 0.9);
    INDArray y = Nd4j.createFromArray(1.0, 0.0, 1.0);
    assertTrue(sum(p, y) > 10 * sum(p, y.reshape(3, 1)));
    assertTrue(sum(column(0.99, 0.01, 0.99), y) > sum(p, y)); // better outputs cost more
    assertFalse(LossChecks.shapes(Articles000Test::sum, p, y.reshape(3, 1)).passed());
    BinaryCrossEntropy right = new BinaryCrossEntropy();
    assertTrue(LossChecks.shapes(right::value, p, y.reshape(3, 1)).passed());
    assertThrows(IllegalArgumentException.class, () -> new BinaryCrossEntropy().value(p, y));
  }

  /** 000 §3.1: "single-point" and "all-point" losses. */
  @Test
  @Tag("entry-2")
  void crossEntropyAndDivergenceHaveTheSameGradientAndDifferByTheEntropy() {
    INDArray q = matrix(new double[] {0.5, 0.2, 0.3}, new double[] {0.1, 0.1, 0.8});
    INDArray p = matrix(new double[] {0.7, 0.2, 0.1}, new double[] {0.2, 0.3, 0.5});
    assertArrayEquals(
        new CrossEntropy().gradient(q, p).toDoubleMatrix()[0],
        new KullbackLeiblerDivergence().gradient(q, p).toDoubleMatrix()[0],
        1e-12);
    double entropy = new CrossEntropy().value(p, p);
    double difference =
        new CrossEntropy().value(q, p) - new KullbackLeiblerDivergence().value(q, p);
    assertEquals(entropy, difference, 1e-12);
  }

  /** 000 §3.1.3: 0 · ln 0 for a label that is one class. */
  @Test
  @Tag("entry-2")
  void theDivergenceOfAOneHotLabelIsNaNAsPrintedAndFiniteInTheRightForm() {
    double printed = 1 * Math.log(1 / 0.5) + 0 * Math.log(0 / 0.5);
    assertTrue(Double.isNaN(printed));
    INDArray half = matrix(new double[] {0.5, 0.5});
    INDArray first = matrix(new double[] {1, 0});
    assertEquals(Math.log(2), new KullbackLeiblerDivergence().value(half, first), 1e-12);
  }

  /** 000 Q1: a likelihood may be above 1, so its negative logarithm may be below 0. */
  @Test
  @Tag("entry-12")
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
  @Tag("entry-13")
  void aContinuousLossMayHaveAGradientThatJumps() {
    MeanAbsoluteError absolute = new MeanAbsoluteError();
    assertEquals(0, absolute.loss(1e-9, 0) - absolute.loss(-1e-9, 0), 1e-15);
    assertEquals(2, absolute.slope(1e-9, 0) - absolute.slope(-1e-9, 0));
    MeanSquaredError square = new MeanSquaredError();
    assertEquals(0, square.slope(1e-9, 0) - square.slope(-1e-9, 0), 1e-8);
  }

  /** 000 Q3: invariant to what? The squared error is to a shift, not to a change of unit. */
  @Test
  @Tag("entry-14")
  void theSquaredErrorIsInvariantToAShiftAndNotToTheUnit() {
    INDArray p = column(1, 2, 4);
    INDArray y = column(2, 2, 1);
    MeanSquaredError loss = new MeanSquaredError();
    assertEquals(loss.value(p, y), loss.value(p.add(7), y.add(7)), 1e-12);
    assertEquals(1e6 * loss.value(p, y), loss.value(p.mul(1000), y.mul(1000)), 1e-3);
    assertTrue(LossChecks.batch(loss::value, p, y).passed()); // nor to the order of the rows
  }

  /** 000 Q4: the hinge has a kink, and gradient descent brings it to 0 all the same. */
  @Test
  @Tag("entry-15")
  void aLossWithAKinkCanBeMinimized() {
    INDArray x = matrix(new double[] {1, 2}, new double[] {2, 1}, new double[] {-1, -3});
    INDArray y = column(1, 1, -1);
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new Hinge(), x, y);
    State state = new GradientDescent(0.1).start(new double[3]);
    for (int i = 0; i < 200; i++) {
      state.step(risk);
    }
    assertEquals(0, risk.value(state.theta()));
    assertFalse(GradientCheck.of(new Hinge(), column(-1), column(-1)).passed());
    assertTrue(GradientCheck.of(new Hinge(), column(-0.3), column(-1)).passed());
  }

  /** 000 Q5: convex in the prediction is not convex in the weights. */
  @Test
  @Tag("entry-16")
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
  @Tag("entry-16")
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
