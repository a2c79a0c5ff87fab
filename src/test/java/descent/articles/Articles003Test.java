package descent.articles;

import static descent.articles.Printed.column;
import static descent.articles.Printed.deep;
import static descent.articles.Printed.gaussian;
import static descent.articles.Printed.gradient;
import static descent.articles.Printed.matrix;
import static descent.articles.Printed.norm;
import static descent.articles.Printed.recorded;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.engine.Reduction;
import descent.losses.BinaryCrossEntropy;
import descent.losses.CrossEntropy;
import descent.losses.Hinge;
import descent.losses.MeanSquaredError;
import descent.losses.SoftmaxCrossEntropy;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.Normal;
import descent.networks.ReLU;
import descent.networks.Tanh;
import descent.networks.Xavier;
import descent.objectives.EmpiricalRisk;
import descent.objectives.Quadratic;
import descent.optimizers.GradientDescent;
import descent.optimizers.State;
import descent.schedules.ExponentialDecay;
import descent.transforms.ClipByNorm;
import descent.transforms.ClipByValue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The article 003: what is printed fails as described, and the right form does not. */
class Articles003Test {

  private static final double[] TARGET = {0, 1, 0};
  private static final double[] OUTPUT = {0.1, 0.9, 0.8};

  /** Softmax over everything it is given, as SciPy's default. */
  private static double[] softmax(double... z) {
    double max = Arrays.stream(z).max().orElseThrow();
    double[] e = Arrays.stream(z).map(v -> Math.exp(v - max)).toArray();
    double sum = Arrays.stream(e).sum();
    return Arrays.stream(e).map(v -> v / sum).toArray();
  }

  /** 003 §4.2, §4.4: the logarithm of a softmax. */
  private static double printed(double[] target, double... z) {
    double[] p = softmax(z);
    double loss = 0;
    for (int k = 0; k < z.length; k++) {
      loss -= target[k] * Math.log(p[k]);
    }
    return loss;
  }

  /** 003 §4: the four printed examples and their numbers. */
  @Test
  void thePrintedExamplesGiveTheNumbersThatNumpyGives() {
    JsonObject numpy = recorded("printed examples").get(0).getAsJsonObject();
    double mse = new MeanSquaredError().value(column(1.1, 2.2, 3.3), column(1, 2, 3));
    assertEquals(numpy.get("mean_squared_error").getAsDouble(), mse, 1e-14);
    double softmax = new SoftmaxCrossEntropy().value(matrix(OUTPUT), matrix(TARGET));
    assertEquals(numpy.get("softmax_cross_entropy").getAsDouble(), softmax, 1e-14);
    double binary = new BinaryCrossEntropy().value(column(OUTPUT), column(TARGET));
    assertEquals(numpy.get("binary_mean").getAsDouble(), binary, 1e-14);
    double hinge = new Hinge().value(column(0.5, -0.5, 0.5), column(1, -1, 1));
    assertEquals(numpy.get("hinge_with_signs").getAsDouble(), hinge, 1e-14);
  }

  /** 003 §4.2 and §4.4 are the same; the binary formula of §3.2 is another. */
  @Test
  void theCodeForTheBinaryLossIsSoftmaxCrossEntropyInstead() {
    double softmax = new SoftmaxCrossEntropy().value(matrix(OUTPUT), matrix(TARGET));
    double sum =
        new BinaryCrossEntropy()
            .evaluate(column(OUTPUT), column(TARGET), null, Reduction.SUM, null);
    assertEquals(softmax, printed(TARGET, OUTPUT), 1e-14);
    assertEquals(0.8562, softmax, 5e-5);
    assertEquals(1.8202, sum, 5e-5);
  }

  /** 003 §4.2: softmax of probabilities. */
  @Test
  void aPerfectPredictionCosts055AsPrintedAndNothingInTheRightForm() {
    assertEquals(0.551, Math.log(1 + 2 / Math.E), 5e-4);
    assertEquals(Math.log(1 + 2 / Math.E), printed(TARGET, TARGET), 1e-14);
    assertEquals(0, new CrossEntropy().value(matrix(TARGET), matrix(TARGET)));
    JsonObject scipy = recorded("softmax of probabilities").get(0).getAsJsonObject();
    assertEquals(printed(TARGET, TARGET), scipy.get("perfect").getAsDouble(), 1e-14);
  }

  /** 003 §3.2: the sum is n times the mean: a convention, which scales the gradient. */
  @Test
  void theMissingOneOverNIsAConventionThatMovesNoMinimum() {
    INDArray p = column(OUTPUT);
    INDArray y = column(TARGET);
    INDArray slopes = p.ulike();
    double sum = new BinaryCrossEntropy().evaluate(p, y, null, Reduction.SUM, slopes);
    assertEquals(3 * new BinaryCrossEntropy().value(p, y), sum, 1e-14);
    INDArray mean = new BinaryCrossEntropy().gradient(p, y);
    assertArrayEquals(slopes.toDoubleVector(), mean.mul(3).toDoubleVector(), 1e-14);
  }

  /** 003 §3.2: for one sample, H(p, q) of the pair (y, 1 − y) is the binary form. */
  @Test
  void theBinaryFormIsTheCrossEntropyOfTwoClasses() {
    double pair =
        new CrossEntropy().value(matrix(new double[] {0.3, 0.7}), matrix(new double[] {0, 1}));
    assertEquals(new BinaryCrossEntropy().loss(0.7, 1), pair, 1e-15);
  }

  /** 003 §3.4: the sum runs over classes; with the formula's n as samples, a mean is a third. */
  @Test
  void theSumOfSoftmaxCrossEntropyRunsOverClassesAndTheMeanOverRows() {
    INDArray z = matrix(OUTPUT);
    double one = new SoftmaxCrossEntropy().value(z, matrix(TARGET));
    INDArray twice = matrix(OUTPUT, OUTPUT);
    assertEquals(one, new SoftmaxCrossEntropy().value(twice, matrix(TARGET, TARGET)), 1e-15);
    assertEquals(2 * one, printed(TARGET, OUTPUT) + printed(TARGET, OUTPUT), 1e-14);
    JsonObject torch = recorded("mean in PyTorch").get(0).getAsJsonObject();
    INDArray two = matrix(new double[] {1, 2}, new double[] {3, 5});
    double mean = new SoftmaxCrossEntropy().value(two, column(0, 1));
    assertEquals(torch.get("cross_entropy").getAsDouble(), mean, 1e-6);
    assertEquals(torch.get("cross_entropy_sum").getAsDouble(), 2 * mean, 1e-6);
  }

  /** 003 §4.2, §4.4: a batch goes through one softmax. */
  @Test
  void softmaxOverTheWholeBatchIsWrongAndByRowItIsNot() {
    JsonObject scipy = recorded("softmax of a batch").get(0).getAsJsonObject();
    double[][] z = Fixtures.rows(scipy, "logits");
    double[] all = softmax(z[0][0], z[0][1], z[0][2], z[1][0], z[1][1], z[1][2]);
    double[][] target = {{0, 0, 1}, {1, 0, 0}};
    double whole = 0;
    double byRow = 0;
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(
          Fixtures.rows(scipy, "default_axis")[i],
          Arrays.copyOfRange(all, 3 * i, 3 * i + 3),
          1e-14);
      assertArrayEquals(Fixtures.rows(scipy, "by_row")[i], softmax(z[i]), 1e-14);
      whole -= Math.log(all[3 * i + (i == 0 ? 2 : 0)]);
      byRow += printed(target[i], z[i]);
    }
    assertNotEquals(1, all[0] + all[1] + all[2], 0.1);
    assertTrue(whole > 3 * byRow);
    double right = new SoftmaxCrossEntropy().value(matrix(z), matrix(target));
    assertEquals(byRow / 2, right, 1e-14);
    assertTrue(GradientCheck.of(new SoftmaxCrossEntropy(), matrix(z), matrix(target)).passed());
  }

  /** 003 §4.2, §4.4: the probability of the wrong class underflows. */
  @Test
  void aGapOf746IsNaNEvenWhenRightAndLogSoftmaxCuresIt() {
    double[] right = {1, 0};
    assertEquals(0, printed(right, 745, 0));
    assertTrue(Double.isNaN(printed(right, 746, 0)));
    INDArray wide = matrix(new double[] {746, 0});
    assertEquals(0, new SoftmaxCrossEntropy().value(wide, matrix(right)));
    assertEquals(746, new SoftmaxCrossEntropy().value(wide, matrix(new double[] {0, 1})));
    for (JsonElement e : recorded("underflow")) {
      JsonObject scipy = e.getAsJsonObject();
      double loss = printed(right, scipy.get("gap").getAsDouble(), 0);
      boolean nan = scipy.get("loss_when_right").getAsString().equals("nan");
      assertEquals(Double.isNaN(loss), nan);
      assertEquals(0, scipy.get("with_log_softmax").getAsDouble(), 0.0);
    }
  }

  /** 003 §4.3: the label 0. */
  @Test
  void hingeWithTheLabel0Is1WhateverIsPredictedAndTheLibraryRefusesIt() {
    Hinge hinge = new Hinge();
    for (double score : new double[] {-100, -0.5, 0, 0.5, 100}) {
      assertEquals(1, hinge.loss(score, 0));
      assertEquals(0, hinge.slope(score, 0), 0.0);
    }
    assertThrows(
        IllegalArgumentException.class, () -> hinge.value(column(0.5, -0.5, 0.5), column(1, 0, 1)));
    assertEquals(-0.0, hinge.loss(-100, -1), 1e-15);
    assertTrue(GradientCheck.of(hinge, column(0.5, -0.5, 0.5), column(1, -1, 1)).passed());
  }

  /**
   * 003 §3.3: there is no logarithm in hinge; it is 0 beyond the margin, the logistic loss never.
   */
  @Test
  void hingeIsNoLogarithmicLoss() {
    Hinge hinge = new Hinge();
    assertEquals(0, hinge.loss(2, 1));
    double bend = hinge.loss(-3, 1) - 2 * hinge.loss(-2, 1) + hinge.loss(-1, 1);
    assertEquals(0, bend, 1e-15);
    assertTrue(Math.log1p(Math.exp(-2)) > 0.1);
  }

  private static EmpiricalRisk risk(Network network) {
    return new EmpiricalRisk(
        network, new MeanSquaredError(), gaussian(1, 32, 4), gaussian(2, 32, 1));
  }

  private static double first(Network network, double[] theta) {
    return norm(gradient(risk(network), theta), 0, network.map().blocks().get(0).end());
  }

  /** 003 §6.2, 1: a penalty shrinks weights, and a product of ten of them all the more. */
  @Test
  void smallerWeightsMakeAVanishingGradientVanishMoreAndAnExplodingOneLess() {
    Network tanh = deep(new Tanh());
    double[] theta = tanh.start(new Xavier(), 1);
    double[] shrunk = Arrays.stream(theta).map(w -> 0.5 * w).toArray(); // what weight decay does
    assertTrue(first(tanh, shrunk) < 0.01 * first(tanh, theta));
    Network relu = deep(new ReLU());
    double[] large = relu.start(new Normal(1.5), 1);
    double[] damped = Arrays.stream(large).map(w -> 0.5 * w).toArray();
    assertTrue(first(relu, damped) < 0.01 * first(relu, large));
  }

  /** 003 §6.2, 3 and 4: the way back does not know the rate; clipping limits the gradient. */
  @Test
  void aDecayingRateLeavesTheGradientAsItIsAndClippingDoesNot() {
    Network relu = deep(new ReLU());
    double[] large = relu.start(new Normal(1.5), 1);
    EmpiricalRisk risk = risk(relu);
    double[] exploding = gradient(risk, large);
    assertTrue(norm(exploding, 0, exploding.length) > 1e6);
    State decaying = new GradientDescent(new ExponentialDecay(0.1, 0.5, 1)).start(large);
    decaying.step(risk);
    double[] moved = decaying.theta();
    for (int i = 0; i < moved.length; i++) { // the step is the rate times all of it
      double expected = large[i] - 0.1 * exploding[i];
      assertEquals(expected, moved[i], 1e-12 * Math.abs(expected));
    }
    new ClipByNorm(1).apply(large, exploding);
    assertEquals(1, norm(exploding, 0, exploding.length), 1e-12);
    double[] scaled = relu.start(new He(), 1);
    assertTrue(norm(gradient(risk, scaled), 0, scaled.length) < 100);
  }

  /** 003 §6.2, 4: to limit each number turns the gradient; to limit its length does not. */
  @Test
  void clippingByValueTurnsTheGradientAndClippingByNormDoesNot() {
    double[] byValue = {100, 1};
    double[] byNorm = {100, 1};
    new ClipByValue(1).apply(new double[2], byValue);
    new ClipByNorm(1).apply(new double[2], byNorm);
    assertArrayEquals(new double[] {1, 1}, byValue);
    assertEquals(100, byNorm[0] / byNorm[1], 1e-9);
  }

  /** 003 §6.3, 2: a rate that decays is no faster by itself; here it stops before the minimum. */
  @Test
  void aDecayingRateMayStopShortWhereAConstantOneArrives() {
    State decaying = new GradientDescent(new ExponentialDecay(0.1, 0.9, 1)).start(new double[] {1});
    State constant = new GradientDescent(0.1).start(new double[] {1});
    for (int i = 0; i < 1000; i++) {
      decaying.step(new Quadratic(1));
      constant.step(new Quadratic(1));
    }
    assertTrue(decaying.theta()[0] > 0.3); // its rates add up to 1 only
    assertEquals(0, constant.theta()[0], 1e-12);
    assertFalse(decaying.theta()[0] > Math.exp(-1));
  }
}
