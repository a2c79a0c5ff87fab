package descent.articles;

import static descent.articles.Printed.column;
import static descent.articles.Printed.gradient;
import static descent.articles.Printed.inTensorFlow;
import static descent.articles.Printed.matrix;
import static descent.articles.Printed.raised;
import static descent.articles.Printed.recorded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.checks.LossChecks;
import descent.checks.TrainingChecks;
import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.ElementwiseLoss;
import descent.losses.MeanSquaredError;
import descent.losses.SoftmaxCrossEntropy;
import descent.losses.WeightedSum;
import descent.models.LinearModel;
import descent.objectives.EmpiricalRisk;
import descent.objectives.Objective;
import descent.optimizers.GradientDescent;
import descent.optimizers.State;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The article 004: what is printed fails as described, and the right form does not. */
class Articles004Test {

  private static final INDArray X =
      matrix(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
  private static final INDArray Y = column(2, 4, 6);

  /** 004 §4.1: without brackets, only the first term is negated. */
  record Unbracketed() implements ElementwiseLoss {
    @Override
    public double loss(double p, double y) {
      return -y * Math.log(p) + (1 - y) * Math.log(1 - p);
    }

    /** 004 §4.2: its derivative, as printed. */
    @Override
    public double slope(double p, double y) {
      return -y / p - (1 - y) / (1 - p);
    }
  }

  /** 004 §4.2: the printed derivative with the loss it should belong to. */
  record Mixed() implements ElementwiseLoss {
    @Override
    public double loss(double p, double y) {
      return new BinaryCrossEntropy().loss(p, y);
    }

    @Override
    public double slope(double p, double y) {
      return new Unbracketed().slope(p, y);
    }
  }

  /** 004 §4.1, §6.1, §6.3: the loss of a label 0 falls without bound as it is missed. */
  @Tag("entry-4")
  @Test
  void withoutBracketsTheLossRewardsMissingALabel0() {
    Unbracketed printed = new Unbracketed();
    BinaryCrossEntropy right = new BinaryCrossEntropy();
    assertEquals(right.loss(0.3, 1), printed.loss(0.3, 1), 1e-15);
    double before = 0;
    for (double p = 0.1; p < 0.95; p += 0.1) {
      assertTrue(printed.loss(p, 0) < before);
      assertTrue(right.loss(p, 0) > -before);
      before = printed.loss(p, 0);
    }
    assertTrue(printed.loss(1 - 1e-15, 0) < -34);
    INDArray y = column(1, 0);
    assertFalse(LossChecks.leastAtTheTarget((p, t) -> printed.value(in(p), t), y, y).passed());
    assertTrue(LossChecks.leastAtTheTarget((p, t) -> right.value(in(p), t), y, y).passed());
  }

  private static INDArray in(INDArray p) {
    return Transforms.max(Transforms.min(p, 0.999), 0.001);
  }

  /** 004 §4.2: the derivative of the slip, not of the cross-entropy. */
  @Tag("entry-6")
  @Test
  void thePrintedGradientIsThatOfTheSlipAndFailsForCrossEntropy() {
    INDArray p = column(0.2, 0.7, 0.4, 0.9);
    INDArray y = column(0, 1, 1, 0);
    assertTrue(GradientCheck.of(new Unbracketed(), p, y).passed());
    assertFalse(GradientCheck.of(new Mixed(), p, y).passed());
    assertTrue(GradientCheck.of(new BinaryCrossEntropy(), p, y).passed());
  }

  /** 004 §4.2: followed, it pushes every prediction up, whatever the label. */
  @Tag("entry-6")
  @Test
  void thePrintedGradientPushesEveryPredictionUp() {
    for (double p = 0.05; p < 1; p += 0.05) {
      assertTrue(new Unbracketed().slope(p, 0) < 0);
      assertTrue(new Unbracketed().slope(p, 1) < 0);
      assertTrue(new BinaryCrossEntropy().slope(p, 0) > 0);
      assertTrue(new BinaryCrossEntropy().slope(p, 1) < 0);
    }
  }

  /** 004 §4.2: with the mean as the loss, 1/N belongs to ∂ℓ/∂ŷᵢ, and to one of the lines only. */
  @Tag("entry-7")
  @Test
  void oneOverNBelongsToTheDerivativeOfTheMean() {
    INDArray p = column(0.2, 0.7, 0.4, 0.9);
    INDArray y = column(0, 1, 1, 0);
    double[] slopes = new BinaryCrossEntropy().gradient(p, y).toDoubleVector();
    for (int i = 0; i < 4; i++) {
      double each = new BinaryCrossEntropy().slope(p.getDouble(i), y.getDouble(i));
      assertEquals(each / 4, slopes[i], 1e-15);
    }
  }

  /** 004 §4.2: the chain rule to w, with 1/N and one sample's slopes; not with the mean's. */
  @Tag("entry-7")
  @Test
  void theChainRuleHoldsWithOne1OverN() {
    assertTrue(GradientCheck.of(chain(1.0 / 3), new double[] {0.5}).passed());
    GradientCheck twice = GradientCheck.of(chain(1.0 / 9), new double[] {0.5});
    assertFalse(twice.passed());
    assertEquals(3, twice.difference() / twice.gradient(), 1e-6);
  }

  private static Objective chain(double factor) {
    double[] x = {-1, 1, 2};
    double[] y = {1, 0, 1};
    BinaryCrossEntropy loss = new BinaryCrossEntropy();
    return (w, gradient) -> {
      double mean = 0;
      gradient[0] = 0;
      for (int i = 0; i < 3; i++) {
        double p = 1 / (1 + Math.exp(-w[0] * x[i]));
        mean += loss.loss(p, y[i]) / 3;
        gradient[0] += factor * loss.slope(p, y[i]) * p * (1 - p) * x[i];
      }
      return mean;
    };
  }

  /** 004 §4.3: (2/N) Σ (y − w x − b) x, without the minus of the inner derivative. */
  @Tag("entry-8")
  @Test
  void thePrintedGradientOfTheSquaredErrorHasTheWrongSignAndRunsUphill() {
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), X, Y);
    Objective printed =
        (theta, gradient) -> {
          double value = risk.evaluate(theta, gradient);
          INDArray e = Y.sub(risk.model().predict(theta, X));
          for (int j = 0; j < 3; j++) {
            INDArray xj = j < 2 ? X.getColumn(j, true) : Nd4j.onesLike(Y);
            gradient[j] = 2.0 / 3 * e.mul(xj).sumNumber().doubleValue();
          }
          return value;
        };
    double[] theta = {1, 1, 0};
    assertFalse(GradientCheck.of(printed, theta).passed());
    assertTrue(GradientCheck.of(risk, theta).passed());
    assertFalse(TrainingChecks.comesDown(new GradientDescent(0.01), printed, theta, 8).passed());
    assertTrue(TrainingChecks.comesDown(new GradientDescent(0.01), risk, theta, 8).passed());
    double[] wrong = gradient(printed, theta);
    double[] right = gradient(risk, theta);
    for (int j = 0; j < 3; j++) {
      assertEquals(-right[j], wrong[j], 1e-12);
    }
    State uphill = new GradientDescent(0.01).start(theta);
    State downhill = new GradientDescent(0.01).start(theta);
    uphill.step(printed);
    downhill.step(risk);
    assertTrue(risk.value(uphill.theta()) > risk.value(theta));
    assertTrue(risk.value(downhill.theta()) < risk.value(theta));
  }

  /** 004 §4.3: Xᵀ Wᵀ E with X [3, 2], W [2, 1], E [3, 1]; right: −(2/N) Xᵀ E. */
  @Tag("entry-9")
  @Test
  void thePrintedMatrixFormDoesNotFitAndTheRightOneDoes() {
    INDArray w = column(1, 1);
    INDArray e = Y.sub(X.mmul(w));
    assertThrows(RuntimeException.class, () -> X.transpose().mmul(w.transpose()).mmul(e));
    INDArray right = X.transpose().mmul(e).mul(-2.0 / 3);
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), X, Y);
    double[] expected = gradient(risk, new double[] {1, 1, 0});
    assertEquals(expected[0], right.getDouble(0), 1e-12);
    assertEquals(expected[1], right.getDouble(1), 1e-12);
    JsonObject numpy = recorded("matrix form").get(0).getAsJsonObject();
    assertEquals("ValueError", raised(numpy, "printed"));
    assertArrayEquals(Fixtures.doubles(numpy, "gradient"), right.toDoubleVector(), 1e-12);
  }

  /** 004 §4.3: y is the output and the label, so the error is 0 for every model. */
  @Tag("entry-10")
  @Test
  void withOneNameForOutputAndLabelTheErrorIs0ForEveryModel() {
    LinearModel model = new LinearModel(2);
    for (double[] theta : new double[][] {{1, 1, 0}, {-3, 8, 2}}) {
      INDArray y = model.predict(theta, X);
      assertEquals(0, new MeanSquaredError().value(y, y));
      assertTrue(new MeanSquaredError().value(y, Y) > 1);
    }
  }

  /** 004 §5.2: the labels [3] less the predictions [3, 1] are a table, as NumPy broadcasts. */
  private static final class Table implements Objective {
    @Override
    public double evaluate(double[] theta, double[] gradient) {
      LinearModel model = new LinearModel(2);
      INDArray e = Printed.broadcastDifferences(Y, model.predict(theta, X));
      model.pullback(theta, X, e.sum(1).reshape(3, 1).mul(-2.0 / 9), gradient);
      return e.mul(e).meanNumber().doubleValue();
    }
  }

  /** 004 §5.2: 1000 steps, of which the fixtures hold some, in PyTorch and TensorFlow. */
  private static void train(Objective objective, int recording, double[] losses) {
    State state = new GradientDescent(0.01).start(new double[] {1, 1, 0});
    for (int step = 0; step < 1000; step++) {
      losses[step] = state.step(objective);
    }
    for (String file : new String[] {"articles.json", "articles_tensorflow.json"}) {
      JsonObject recorded =
          Fixtures.cases(file, "linear regression").get(recording).getAsJsonObject();
      double tolerance = file.equals("articles.json") ? 1e-9 : 1e-6;
      recorded
          .getAsJsonObject("losses")
          .entrySet()
          .forEach(
              e ->
                  assertEquals(
                      e.getValue().getAsDouble(),
                      losses[Integer.parseInt(e.getKey()) - 1],
                      tolerance * Math.max(1, e.getValue().getAsDouble())));
    }
  }

  /** 004 §5.2, §5.4: the floor is the variance of the labels, 8/3. */
  @Tag("entry-12")
  @Test
  void thePrintedRegressionCannotGetBelowTheVarianceOfTheLabels() {
    Objective table = new Table();
    assertTrue(GradientCheck.of(table, new double[] {1, 1, 0}).passed());
    double[] losses = new double[1000];
    train(table, 0, losses);
    assertEquals(22.333, losses[0], 5e-4); // not 1.02
    assertEquals(2.66677, losses[999], 5e-6); // not 0.00
    for (double loss : losses) {
      assertTrue(loss > 8.0 / 3);
    }
    assertEquals(8.0 / 3, table.value(new double[] {0, 0, 4}), 1e-12); // the mean of the labels
  }

  /** 004 §5.2, §5.4: with a column of labels it learns, and does not print 1.02 either. */
  @Tag("entry-12")
  @Tag("entry-13")
  @Test
  void theRightRegressionReaches0AndDoesNotBeginAt102() {
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), X, Y);
    double[] losses = new double[1000];
    train(risk, 1, losses);
    assertEquals(11.667, losses[0], 5e-4);
    assertEquals(1.735, losses[1], 5e-4);
    assertTrue(losses[999] < 1e-5);
    assertEquals(0, risk.value(new double[] {0, 1, 0}), 1e-15);
    assertTrue(LossChecks.shapes(new MeanSquaredError()::value, Y, Y).passed());
  }

  /** 004 §5.4: the first loss is that of θ's first value; no rate brings 1.02, 0.94, 0.86. */
  @Tag("entry-13")
  @Test
  void theFirstLossIsTheSameForEveryRate() {
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), X, Y);
    for (double rate : new double[] {1e-4, 1e-3, 1e-2, 1e-1}) {
      double[] theta = {1, 1, 0};
      assertEquals(35 / 3.0, new GradientDescent(rate).start(theta).step(risk), 1e-12);
      assertEquals(67 / 3.0, new GradientDescent(rate).start(theta).step(new Table()), 1e-12);
    }
  }

  /** 004 §5.2: doubles by floats, and tf.gradients where everything is eager. */
  @Tag("entry-11")
  @Test
  void tensorFlowRefusesTheTypesAndTheGradients() {
    assertEquals(
        "InvalidArgumentError", raised(inTensorFlow("types that do not match"), "double_by_float"));
    assertEquals("RuntimeError", raised(inTensorFlow("gradients in eager mode"), "tf_gradients"));
    assertTrue(inTensorFlow("linear regression").has("losses")); // one type, and a tape
    INDArray w = column(1, 1);
    assertThrows(RuntimeException.class, () -> X.mmul(w.castTo(DataType.FLOAT)));
    assertEquals(column(3, 7, 11), X.mmul(w));
  }

  /** 004 §3.2: of 100 models that guess, the best one on the test set looks good there only. */
  @Tag("entry-2")
  @Test
  void choosingTheModelOnTheTestSetFlattersItAndOnValidationDataDoesNot() {
    Random random = new Random(1);
    double[] mean = new double[3];
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] best = new double[2]; // on the test set, on validation data
      double[] elsewhere = new double[2]; // the chosen ones' scores on questions not used to choose
      for (int model = 0; model < 100; model++) {
        double[] score = {guessed(random), guessed(random)};
        for (int k = 0; k < 2; k++) {
          elsewhere[k] = score[k] > best[k] ? score[1 - k] : elsewhere[k];
          best[k] = Math.max(best[k], score[k]);
        }
      }
      mean[0] += best[0] / 50;
      mean[1] += elsewhere[0] / 50;
      mean[2] += elsewhere[1] / 50;
    }
    assertTrue(mean[0] > 0.65);
    assertEquals(0.5, mean[1], 0.03);
    assertEquals(0.5, mean[2], 0.03);
  }

  private static double guessed(Random random) {
    return random.ints(50, 0, 2).sum() / 50.0;
  }

  /** 004 §3.3: the squared distance to the nearest of two centers needs no label. */
  @Tag("entry-3")
  @Test
  void clusteringHasALossAndNoLabels() {
    double[] x = {0.8, 1, 1.2, 4.7, 5, 5.3};
    Objective clusters =
        (center, gradient) -> {
          double value = 0;
          Arrays.fill(gradient, 0);
          for (double xi : x) {
            int k = Math.abs(xi - center[0]) < Math.abs(xi - center[1]) ? 0 : 1;
            value += (center[k] - xi) * (center[k] - xi) / x.length;
            gradient[k] += 2 * (center[k] - xi) / x.length;
          }
          return value;
        };
    assertTrue(GradientCheck.of(clusters, new double[] {0, 6}).passed());
    State state = new GradientDescent(0.2).start(new double[] {0, 6});
    for (int step = 0; step < 100; step++) {
      state.step(clusters);
    }
    assertArrayEquals(new double[] {1, 5}, state.theta(), 1e-6);
  }

  /** 004 §6.1: with a class number as label, the binary formula has no lower bound. */
  @Tag("entry-14")
  @Test
  void theBinaryFormulaOfAClassNumberHasNoLowerBound() {
    double y = 2;
    double near1 = -y * Math.log(1 - 1e-12) - (1 - y) * Math.log(1e-12);
    assertTrue(near1 < -27);
    INDArray p = column(0.5);
    assertThrows(
        IllegalArgumentException.class, () -> new BinaryCrossEntropy().value(p, column(2)));
    INDArray z = matrix(new double[] {0.1, 0.2, 30});
    assertEquals(0, new SoftmaxCrossEntropy().value(z, column(2)), 1e-12);
  }

  /** 004 §6.1: for several labels at once the binary formula is right; softmax cannot give two. */
  @Tag("entry-14")
  @Test
  void forSeveralLabelsAtOnceTheBinaryFormulaIsTheRightOne() {
    INDArray z = matrix(new double[] {40, 40, -40});
    INDArray both = matrix(new double[] {1, 1, 0});
    assertEquals(0, new BinaryCrossEntropyWithLogits().value(z, both), 1e-12);
    INDArray shared = matrix(new double[] {0.5, 0.5, 0});
    assertEquals(Math.log(2), new SoftmaxCrossEntropy().value(z, shared), 1e-12);
  }

  /** 004 §6.2: the squared error of class numbers depends on how the classes are numbered. */
  @Tag("entry-15")
  @Test
  void theSquaredErrorOfSpokenSymbolsDependsOnTheirNumbers() {
    MeanSquaredError loss = new MeanSquaredError();
    double asNumbered = loss.value(column(1), column(9));
    double renumbered = loss.value(column(8), column(9));
    assertEquals(64, asNumbered / renumbered);
    SoftmaxCrossEntropy right = new SoftmaxCrossEntropy();
    INDArray z = matrix(new double[] {0.3, 2, -1});
    INDArray swapped = matrix(new double[] {2, 0.3, -1});
    assertEquals(right.value(z, column(1)), right.value(swapped, column(0)), 1e-15);
    assertThrows( // and there are more frames than symbols
        IllegalArgumentException.class, () -> loss.value(column(1, 1, 2, 2, 9), column(1, 2, 9)));
  }

  /** 004 §6.3: with one symbol for both, the loss is the output's own entropy. */
  @Tag("entry-10")
  @Test
  void withOneSymbolForOutputAndLabelTheLossRewardsSureAnswersOnly() {
    BinaryCrossEntropy loss = new BinaryCrossEntropy();
    assertEquals(Math.log(2), loss.loss(0.5, 0.5), 1e-15);
    assertEquals(0, loss.loss(1, 1));
    assertEquals(0, loss.loss(0, 0));
    assertTrue(loss.loss(0, 1) > 700); // whereas a label tells right from wrong
  }

  /** 004 §9 Q2: the rate decides whether and when descent arrives at the same fit. */
  @Tag("entry-16")
  @Test
  void theRateDecidesTheArrivalOnly() {
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), X, Y);
    double[] theta = {1, 1, 0};
    assertTrue(loss(risk, 1e-5, 400) > 5); // looks like under-fitting,
    assertTrue(loss(risk, 1e-5, 400) < loss(risk, 1e-5, 100)); // but is still on its way
    assertTrue(loss(risk, 0.03, 400) < 1e-6);
    assertFalse(TrainingChecks.comesDown(new GradientDescent(0.05), risk, theta, 400).passed());
    assertTrue(TrainingChecks.comesDown(new GradientDescent(0.03), risk, theta, 400).passed());
  }

  private static double loss(Objective objective, double rate, int steps) {
    State state = new GradientDescent(rate).start(new double[] {1, 1, 0});
    for (int step = 0; step < steps; step++) {
      state.step(objective);
    }
    return objective.value(state.theta());
  }

  /** 004 §9 Q4: Gumbel noise makes samples of a softmax; it has no θ to move. */
  @Tag("entry-17")
  @Test
  void gumbelSoftmaxSamplesAndTasksAreJoinedByAWeightedSum() {
    Random random = new Random(1);
    double[] p = {0.2, 0.3, 0.5};
    int[] drawn = new int[3];
    for (int i = 0; i < 20_000; i++) {
      int best = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 3; k++) {
        double noisy = Math.log(p[k]) - Math.log(-Math.log(random.nextDouble()));
        best = noisy > highest ? k : best;
        highest = Math.max(highest, noisy);
      }
      drawn[best]++;
    }
    for (int k = 0; k < 3; k++) {
      assertEquals(p[k], drawn[k] / 20_000.0, 0.02);
    }
    WeightedSum tasks =
        WeightedSum.of(1, new MeanSquaredError()).plus(0.5, new BinaryCrossEntropyWithLogits());
    assertTrue(GradientCheck.of(tasks, column(0.3, 2), column(0, 1)).passed());
  }

  /** 004 §2.1: the squared error is no mean difference: differences cancel. */
  @Tag("entry-1")
  @Test
  void theMeanDifferenceIs0WhereTheSquaredErrorIsNot() {
    INDArray p = column(3, 1);
    INDArray y = column(2, 2);
    assertEquals(0, p.sub(y).meanNumber().doubleValue());
    assertEquals(1, new MeanSquaredError().value(p, y));
    assertFalse(
        LossChecks.leastAtTheTarget((a, b) -> a.sub(b).meanNumber().doubleValue(), y, y).passed());
    assertTrue(LossChecks.leastAtTheTarget(new MeanSquaredError()::value, y, y).passed());
  }

  /** 004 §4.1: MSE for two classes is possible, but sure and wrong it has no gradient left. */
  @Tag("entry-5")
  @Test
  void theSquaredErrorOfASigmoidDoesNotLearnFromASureMistake() {
    double z = -20;
    double p = 1 / (1 + Math.exp(-z));
    double squared = new MeanSquaredError().slope(p, 1) * p * (1 - p);
    assertTrue(Math.abs(squared) < 1e-8);
    assertEquals(-1, new BinaryCrossEntropyWithLogits().slope(z, 1), 1e-8);
  }
}
