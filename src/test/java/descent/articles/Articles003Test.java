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
import descent.checks.LossChecks;
import descent.checks.TrainingChecks;
import descent.data.Batches;
import descent.engine.Reduction;
import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.CrossEntropy;
import descent.losses.ElementwiseLoss;
import descent.losses.Hinge;
import descent.losses.Loss;
import descent.losses.MeanSquaredError;
import descent.losses.RowwiseLoss;
import descent.losses.SoftmaxCrossEntropy;
import descent.models.LinearModel;
import descent.networks.BatchNormalization;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Layer;
import descent.networks.Network;
import descent.networks.Normal;
import descent.networks.ReLU;
import descent.networks.Tanh;
import descent.networks.Xavier;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Regularized;
import descent.optimizers.Adam;
import descent.optimizers.GradientDescent;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.optimizers.Transformed;
import descent.regularizers.L2;
import descent.schedules.ExponentialDecay;
import descent.training.History;
import descent.training.Training;
import descent.transforms.ClipByNorm;
import descent.transforms.ClipByValue;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

  /** 003 §2.1: the value changes, for θ does; the function does not. */
  @Test
  @Tag("entry-1")
  void trainingChangesTheValueAndNotTheFunction() {
    Objective line =
        new EmpiricalRisk(
            new LinearModel(1), new MeanSquaredError(), column(1, 2, 3), column(2, 4, 6));
    double[] start = {0, 0};
    History run = new Training(line, new GradientDescent(0.1), 100).run(start);
    assertTrue(run.value() < 0.001 * run.values()[0]);
    assertEquals(run.values()[0], line.value(start));
  }

  /** 003 §3.1, §4.1: the mean squared error is right. */
  @Test
  @Tag("entry-2")
  void theMeanSquaredErrorHolds() {
    MeanSquaredError loss = new MeanSquaredError();
    INDArray y = column(1, 2, 3);
    INDArray guess = column(1.1, 2.2, 3.3);
    assertEquals((0.01 + 0.04 + 0.09) / 3, loss.value(guess, y), 1e-14);
    assertTrue(LossChecks.leastAtTheTarget(loss::value, y, y).passed());
    assertTrue(GradientCheck.of(loss, guess, y).passed());
  }

  /** 003 §4: the four printed examples and their numbers. */
  @Test
  @Tag("entry-2")
  @Tag("entry-6")
  @Tag("entry-9")
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
  @Tag("entry-6")
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
  @Tag("entry-6")
  void aPerfectPredictionCosts055AsPrintedAndNothingInTheRightForm() {
    assertEquals(0.551, Math.log(1 + 2 / Math.E), 5e-4);
    assertEquals(Math.log(1 + 2 / Math.E), printed(TARGET, TARGET), 1e-14);
    assertEquals(0, new CrossEntropy().value(matrix(TARGET), matrix(TARGET)));
    JsonObject scipy = recorded("softmax of probabilities").get(0).getAsJsonObject();
    assertEquals(printed(TARGET, TARGET), scipy.get("perfect").getAsDouble(), 1e-14);
  }

  /** 003 §3.2: the sum is n times the mean: a convention, which scales the gradient. */
  @Test
  @Tag("entry-3")
  void theMissingOneOverNIsAConventionThatMovesNoMinimum() {
    INDArray p = column(OUTPUT);
    INDArray y = column(TARGET);
    INDArray slopes = p.ulike();
    double sum = new BinaryCrossEntropy().evaluate(p, y, null, Reduction.SUM, slopes);
    assertEquals(3 * new BinaryCrossEntropy().value(p, y), sum, 1e-14);
    INDArray mean = new BinaryCrossEntropy().gradient(p, y);
    assertArrayEquals(slopes.toDoubleVector(), mean.mul(3).toDoubleVector(), 1e-14);
  }

  /** 003 §3.2: of one coin's many tosses; the factor n of the sum is one on the rate. */
  @Test
  @Tag("entry-3")
  void aRateThatServesTheMeanIsTooLargeForTheSumOf25() {
    Optimizer descent = new GradientDescent(0.5);
    double[] start = {0};
    assertTrue(TrainingChecks.comesDown(descent, new Tosses(1), start, 100).passed());
    assertTrue(TrainingChecks.comesDown(descent, new Tosses(10), start, 100).passed());
    assertFalse(TrainingChecks.comesDown(descent, new Tosses(25), start, 100).passed());
    assertTrue(GradientCheck.of(new Tosses(25), new double[] {0.3}).passed());
    BinaryCrossEntropy loss = new BinaryCrossEntropy();
    INDArray p = column(0.7, 0.2);
    INDArray y = column(1, 0);
    assertTrue(LossChecks.batch(loss::value, p, y).passed());
    assertFalse(
        LossChecks.batch((a, b) -> loss.evaluate(a, b, null, Reduction.SUM, null), p, y).passed());
  }

  private record Tosses(double factor) implements Objective {
    @Override
    public double evaluate(double[] logit, double[] gradient) {
      BinaryCrossEntropyWithLogits loss = new BinaryCrossEntropyWithLogits();
      gradient[0] = factor * loss.slope(logit[0], 0.7);
      return factor * loss.loss(logit[0], 0.7);
    }
  }

  /** 003 §3.2: for one sample, H(p, q) of the pair (y, 1 − y) is the binary form. */
  @Test
  @Tag("entry-3")
  void theBinaryFormIsTheCrossEntropyOfTwoClasses() {
    double pair =
        new CrossEntropy().value(matrix(new double[] {0.3, 0.7}), matrix(new double[] {0, 1}));
    assertEquals(new BinaryCrossEntropy().loss(0.7, 1), pair, 1e-15);
  }

  /** 003 §3.4: the sum runs over classes; with the formula's n as samples, a mean is a third. */
  @Test
  @Tag("entry-5")
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

  /** 003 §3.4: with n as samples, nobody pays for the label 0. */
  @Test
  @Tag("entry-5")
  void summedOverSamplesAlwaysYesIsBestAndSummedOverClassesItIsNot() {
    double[] y = {1, 0, 0};
    double[] good = {0.8, 0.2, 0.2};
    double[] alwaysYes = {0.999, 0.999, 0.999};
    assertTrue(overSamples(y, alwaysYes) < overSamples(y, good));
    assertTrue(overClasses(y, alwaysYes) > overClasses(y, good));
  }

  private static double overSamples(double[] y, double[] p) {
    return -IntStream.range(0, y.length).mapToDouble(i -> y[i] * Math.log(p[i])).sum();
  }

  private static double overClasses(double[] y, double[] p) {
    return new CrossEntropy().value(Nd4j.hstack(column(p).rsub(1), column(p)), column(y));
  }

  /** 003 §4.2, §4.4: as printed, for one row, with the gradient that fits it. */
  private record LogOfSoftmax() implements RowwiseLoss {
    @Override
    public double row(double[] z, double[] target, double[] gradient) {
      double[] p = softmax(z);
      double total = Arrays.stream(target).sum();
      Arrays.setAll(gradient, k -> total * p[k] - target[k]);
      return printed(target, z);
    }
  }

  /** 003 §4.2: of probabilities the least loss is not that of the right answer. */
  @Test
  @Tag("entry-6")
  void theCheckOfTheLeastLossFindsTheSecondSoftmax() {
    INDArray y = matrix(TARGET);
    Loss softmax = new SoftmaxCrossEntropy();
    assertFalse(LossChecks.leastAtTheTarget(new LogOfSoftmax()::value, y, y).passed());
    assertTrue(LossChecks.leastAtTheTarget(softmax::value, y.mul(100), y).passed());
  }

  /** Two rows of three logits, or both as one row of six. */
  private record TwoRows(Loss loss, int rows) implements Objective {
    @Override
    public double evaluate(double[] z, double[] gradient) {
      INDArray in = Nd4j.createFromArray(z).reshape(rows, 6 / rows);
      INDArray slopes = in.ulike();
      INDArray y = Nd4j.createFromArray(0.0, 0, 1, 1, 0, 0).reshape(rows, 6 / rows);
      double sum = loss.evaluate(in, y, null, Reduction.SUM, slopes);
      System.arraycopy(slopes.reshape(6).toDoubleVector(), 0, gradient, 0, 6);
      return sum;
    }
  }

  /** 003 §4.2, §4.4: two rows are never learned, and a gradient check does not tell. */
  @Test
  @Tag("entry-7")
  void oneSoftmaxForTwoRowsStopsAt2Log2AndTheGradientCheckPasses() {
    double[] z = {1, 2, 3, 4, 1, 0};
    Optimizer descent = new GradientDescent(0.5);
    Objective whole = new TwoRows(new LogOfSoftmax(), 1);
    Objective byRow = new TwoRows(new SoftmaxCrossEntropy(), 2);
    assertTrue(GradientCheck.of(whole, z).passed());
    assertTrue(GradientCheck.of(byRow, z).passed());
    assertFalse(TrainingChecks.learnsOneBatch(whole, descent, z, 300, 2 * Math.log(2)).passed());
    assertTrue(TrainingChecks.learnsOneBatch(byRow, descent, z, 300, 0.05).passed());
  }

  /** 003 §4.2, §4.4: a batch goes through one softmax. */
  @Test
  @Tag("entry-7")
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
  @Tag("entry-8")
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

  /** 003 §4.2, §4.4: the check of extremes finds it. */
  @Test
  @Tag("entry-8")
  void largeLogitsAreTooMuchForTheLogOfASoftmaxAndNotForLogSoftmax() {
    INDArray yes = matrix(new double[] {1, 0});
    assertFalse(LossChecks.extremes(new LogOfSoftmax(), yes, yes).passed());
    assertTrue(LossChecks.extremes(new SoftmaxCrossEntropy(), yes, yes).passed());
  }

  /** 003 §4.3: the label 0. */
  @Test
  @Tag("entry-9")
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

  /** Hinge of any label, as printed. */
  private record PrintedHinge() implements ElementwiseLoss {
    @Override
    public double loss(double score, double label) {
      return Math.max(0, 1 - label * score);
    }

    @Override
    public double slope(double score, double label) {
      return label * score < 1 ? -label : 0;
    }
  }

  /** 003 §4.3: with the label 0 all are called "yes"; rate and sizes keep the sums exact. */
  @Test
  @Tag("entry-9")
  void withTheLabel0AModelLearnsToSayYesAndWithMinus1ItLearnsBoth() {
    INDArray sizes = column(1, 2, 3, 4, 5, 6, 7, 8);
    INDArray large = column(0, 0, 0, 0, 1, 1, 1, 1);
    LinearModel model = new LinearModel(1);
    Objective printed = new EmpiricalRisk(model, new PrintedHinge(), sizes, large);
    Objective right = new EmpiricalRisk(model, new Hinge(), sizes, large.mul(2).sub(1));
    Optimizer descent = new GradientDescent(1);
    assertFalse(TrainingChecks.learnsOneBatch(printed, descent, new double[2], 200, 0.49).passed());
    assertTrue(TrainingChecks.learnsOneBatch(right, descent, new double[2], 200, 0.05).passed());
    double[] theta = new Training(printed, descent, 200).run(new double[2]).theta();
    assertTrue(model.predict(theta, sizes).minNumber().doubleValue() > 0);
  }

  /**
   * 003 §3.3: there is no logarithm in hinge; it is 0 beyond the margin, the logistic loss never.
   */
  @Test
  @Tag("entry-4")
  void hingeIsNoLogarithmicLoss() {
    Hinge hinge = new Hinge();
    assertEquals(0, hinge.loss(2, 1));
    double bend = hinge.loss(-3, 1) - 2 * hinge.loss(-2, 1) + hinge.loss(-1, 1);
    assertEquals(0, bend, 1e-15);
    assertTrue(Math.log1p(Math.exp(-2)) > 0.1);
  }

  /** 003 §5: convex in the prediction; a product of two weights is not convex in them. */
  @Test
  @Tag("entry-10")
  void theseLossesAreConvexInThePredictionAndANetworkIsNotInItsWeights() {
    double[] ends = new SplittableRandom(1).doubles(4000, -5, 5).toArray();
    for (ElementwiseLoss loss :
        List.of(new MeanSquaredError(), new BinaryCrossEntropyWithLogits(), new Hinge())) {
      for (int i = 0; i < 2000; i++) {
        double middle = loss.loss((ends[i] + ends[i + 2000]) / 2, 1);
        double chord = (loss.loss(ends[i], 1) + loss.loss(ends[i + 2000], 1)) / 2;
        assertTrue(middle <= chord + 1e-12, () -> loss.toString());
      }
    }
    MeanSquaredError loss = new MeanSquaredError(); // of u v, the target is 1
    assertEquals(0, loss.loss(1 * 1, 1));
    assertEquals(0, loss.loss(-1 * -1, 1));
    assertEquals(1, loss.loss(0 * 0, 1));
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
  @Tag("entry-11")
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

  /** 003 §6.2, 1: from a start that vanishes; without the penalty it does not get worse. */
  @Test
  @Tag("entry-11")
  void aPenaltyMakesAVanishingGradientVanishMore() {
    Network tanh = deep(new Tanh());
    double[] start = tanh.start(new Normal(0.2), 1);
    Optimizer descent = new GradientDescent(0.1);
    double[] plain = new Training(risk(tanh), descent, 100).run(start).theta();
    Objective priced = new Regularized(risk(tanh), new L2(0.1), tanh.map());
    double[] decayed = new Training(priced, descent, 100).run(start).theta();
    assertTrue(first(tanh, plain) > 0.1 * first(tanh, start));
    assertTrue(first(tanh, decayed) < 0.01 * first(tanh, start));
    assertTrue(first(tanh, tanh.start(new Xavier(), 1)) > 10 * first(tanh, start));
  }

  /** 003 §6.2, 2 and 4: what explodes as it is trains when normalized, or clipped. */
  @Test
  @Tag("entry-12")
  void batchNormalizationAndClippingStopTheExplosion() {
    Layer[] layers = new Layer[31];
    for (int i = 0; i < 30; i += 3) {
      layers[i] = new Dense(8);
      layers[i + 1] = new BatchNormalization();
      layers[i + 2] = new ReLU();
    }
    layers[30] = new Dense(1);
    assertFalse(learns(deep(new ReLU()), new GradientDescent(0.1)));
    assertTrue(learns(Network.of(4, layers), new GradientDescent(0.1)));
    Optimizer clipped = new Transformed(new ClipByNorm(1), new GradientDescent(0.1));
    assertTrue(learns(deep(new ReLU()), clipped));
  }

  private static boolean learns(Network network, Optimizer optimizer) {
    MiniBatchRisk batch =
        new MiniBatchRisk(
            network,
            new MeanSquaredError(),
            gaussian(1, 32, 4),
            gaussian(2, 32, 1),
            new Batches(32, 32, 1)); // in training a layer normalizes over its batch
    double[] start = network.start(new Normal(1.5), 1);
    return TrainingChecks.comesDown(optimizer, batch, start, 100).passed();
  }

  /** 003 §6.2, 3 and 4: the way back does not know the rate; clipping limits the gradient. */
  @Test
  @Tag("entry-13")
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
  @Tag("entry-12")
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
  @Tag("entry-14")
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

  /** 003 §6.3, 3: Adam undoes a factor on the loss; its own rate must be chosen all the same. */
  @Test
  @Tag("entry-15")
  void adamDoesNotMindAFactorAndNeedsARate() {
    assertEquals(after50(0.1, 1), after50(0.1, 1000), 1e-6);
    assertTrue(after50(0.1, 1) < 0.01);
    assertTrue(after50(0.001, 1) > 0.9);
    assertTrue(after50(10, 1) > 0.1);
  }

  private static double after50(double rate, double factor) {
    History run = new Training(new Quadratic(factor), new Adam(rate), 50).run(new double[] {1});
    return Math.abs(run.theta()[0]);
  }
}
