package descent.articles;

import static descent.articles.Printed.column;
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
import descent.data.Csv;
import descent.data.Dataset;
import descent.data.Split;
import descent.data.Standardizer;
import descent.losses.CrossEntropy;
import descent.losses.GaussianNegativeLogLikelihood;
import descent.losses.Hinge;
import descent.losses.Huber;
import descent.losses.Loss;
import descent.losses.MeanAbsoluteError;
import descent.losses.MeanSquaredError;
import descent.losses.SmoothL1;
import descent.losses.SoftmaxCrossEntropy;
import descent.losses.WeightedSum;
import descent.models.LinearModel;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.objectives.Objective;
import descent.optimizers.Adam;
import descent.optimizers.GradientDescent;
import descent.optimizers.LBFGS;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.training.Fit;
import descent.training.Training;
import descent.training.Validation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The article 002: what is printed fails as described, and the right form does not. */
class Articles002Test {

  private static final LinearModel LINE = new LinearModel(10);

  private final Dataset data = Dataset.of(Csv.read("notebooks/data/diabetes.csv"), "progression");
  private final INDArray x = Standardizer.fit(data.inputs()).apply(data.inputs());
  private final INDArray scaled = Standardizer.fit(data.targets()).apply(data.targets());
  private final Network network =
      Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
  private final Loss mse = new MeanSquaredError();

  /** 002 §3.1 to §3.3: the three formulas are those of the library. */
  @Test
  @Tag("entry-1")
  void theThreeFormulasAreRight() {
    INDArray y = Printed.matrix(new double[] {0, 1, 0}, new double[] {0.2, 0.3, 0.5});
    INDArray p = Printed.matrix(new double[] {0.1, 0.7, 0.2}, new double[] {0.3, 0.3, 0.4});
    double crossEntropy = -y.mul(Transforms.log(p)).sumNumber().doubleValue() / 2;
    assertEquals(crossEntropy, new CrossEntropy().value(p, y), 1e-12);
    INDArray side = column(1, -1, 1);
    INDArray score = column(0.5, 0.5, 3);
    double hinge = Transforms.max(side.mul(score).rsub(1), 0).meanNumber().doubleValue();
    assertEquals(hinge, new Hinge().value(score, side), 1e-12);
    double squares = Transforms.pow(side.sub(score), 2).meanNumber().doubleValue();
    assertEquals(squares, mse.value(score, side), 1e-12);
  }

  /** 002 §3.2: 0 log 0 counts as 0 on paper and is NaN as code, for the perfect prediction. */
  @Test
  @Tag("entry-2")
  void zeroTimesTheLogarithmOfZeroIsNaNAsCode() {
    INDArray sure = Printed.matrix(new double[] {0, 1, 0});
    assertEquals(Double.NaN, sure.mul(Transforms.log(sure)).sumNumber().doubleValue());
    assertEquals(0, new CrossEntropy().value(sure, sure));
    INDArray logits = Printed.matrix(new double[] {-800, 0, -800});
    assertTrue(LossChecks.extremes(new SoftmaxCrossEntropy(), logits, sure).passed());
  }

  /** 002 §4: a name that nobody made is refused; a choice of units in its place decides. */
  @Test
  @Tag("entry-3")
  void theProgramsResultDependsOnTheDataThatItDoesNotName() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      assertEquals(Snippet.Status.REJECTED, shell.eval("var outputs = inputs;").get(0).status());
      assertEquals(Snippet.Status.VALID, shell.eval("var inputs = new double[1];").get(0).status());
    }
    double variance = data.targets().var(false).getDouble(0);
    double measured = afterAHundredSteps(data.inputs()) / variance;
    double unitColumns = afterAHundredSteps(x.div(Math.sqrt(data.rows()))) / variance;
    assertTrue(measured < 1, () -> "as measured " + measured);
    assertTrue(unitColumns > 4, () -> "unit columns " + unitColumns);
    INDArray other = data.inputs().mul(1000);
    assertTrue(Standardizer.fit(other).apply(other).equalsWithEps(x, 1e-9));
  }

  private double afterAHundredSteps(INDArray inputs) {
    EmpiricalRisk risk = new EmpiricalRisk(network, mse, inputs, data.targets());
    return new Training(risk, new Adam(0.001), 100).run(network.start(new He(), 1)).value();
  }

  /** 002 §4: 100 epochs of one batch are 100 steps, too few to reach raw targets from 0. */
  @Test
  @Tag("entry-4")
  void aHundredStepsOnRawTargetsLeaveSeveralTimesTheVariance() {
    double variance = data.targets().var(false).getDouble(0);
    EmpiricalRisk whole = new EmpiricalRisk(network, new MeanSquaredError(), x, data.targets());
    State printed = new Adam(0.001).start(network.start(new He(), 1));
    for (int epoch = 0; epoch < 100; epoch++) {
      printed.step(whole);
    }
    assertTrue(whole.value(printed.theta()) > 2 * variance);
    for (JsonElement ratio :
        recorded("100 steps on diabetes").get(0).getAsJsonObject().getAsJsonArray("raw_targets")) {
      assertTrue(ratio.getAsDouble() > 2);
    }
  }

  /** 002 §4: with standardized targets and batches of 32, 100 epochs are 1400 steps. */
  @Test
  @Tag("entry-4")
  void batchesAndStandardizedTargetsLearnInTheSameEpochs() {
    MiniBatchRisk risk =
        new MiniBatchRisk(network, new MeanSquaredError(), x, scaled, new Batches(442, 32, 1));
    assertEquals(14, risk.perEpoch());
    State state = new Adam(0.001).start(network.start(new He(), 1));
    for (int step = 0; step < 100 * 14; step++) {
      state.step(risk);
    }
    assertTrue(risk.whole().value(state.theta()) < 0.5); // of a variance of 1
  }

  /** 002 §4: targets [n] against outputs [n, 1]: PyTorch warns and goes on, the library refuses. */
  @Test
  @Tag("entry-5")
  void targetsWithoutAColumnAreBroadcastByPyTorch() {
    JsonObject torch = recorded("targets without a column").get(0).getAsJsonObject();
    INDArray y = Nd4j.createFromArray(1.0, 2.0, 3.0);
    INDArray table = Printed.broadcastDifferences(y, y);
    double printed = table.mul(table).meanNumber().doubleValue();
    assertEquals(printed, torch.get("perfect_but_broadcast").getAsDouble(), 1e-6);
    assertEquals("UserWarning", torch.get("warns").getAsString());
    assertThrows(
        IllegalArgumentException.class, () -> new MeanSquaredError().value(column(1, 2, 3), y));
    assertEquals(0, new MeanSquaredError().value(column(1, 2, 3), column(1, 2, 3)));
  }

  /** Free predictions of 1, 2 and 3: the mean squared error that broadcasts. */
  private record Broadcast() implements Objective {
    @Override
    public double evaluate(double[] theta, double[] gradient) {
      INDArray y = Nd4j.createFromArray(1.0, 2.0, 3.0);
      INDArray table = Printed.broadcastDifferences(y, Nd4j.createFromArray(theta));
      double[] means = table.mean(1).toDoubleVector(); // of target minus prediction
      Arrays.setAll(gradient, i -> -2 * means[i] / means.length);
      return table.mul(table).meanNumber().doubleValue();
    }
  }

  /** 002 §4: broadcast, the gradient is right and leads every prediction to the mean. */
  @Test
  @Tag("entry-5")
  void broadcastTargetsDrawEveryPredictionToTheMean() {
    double[] start = {4, 0, 1};
    assertTrue(GradientCheck.of(new Broadcast(), start).passed());
    Optimizer descent = new GradientDescent(0.3);
    assertArrayEquals(
        new double[] {2, 2, 2},
        new Training(new Broadcast(), descent, 300).run(start).theta(),
        1e-9);
    assertFalse(TrainingChecks.learnsOneBatch(new Broadcast(), descent, start, 300, 0.01).passed());
    Objective right =
        new EmpiricalRisk(
            new LinearModel(3), mse, Nd4j.eye(3).castTo(x.dataType()), column(1, 2, 3));
    assertTrue(TrainingChecks.learnsOneBatch(right, descent, new double[4], 300, 0.01).passed());
    assertTrue(LossChecks.shapes(mse::value, column(1, 2, 3), column(1, 2, 3)).passed());
  }

  /** 002 §4: backpropagation moves no parameter; the optimizer does, each in its own way. */
  @Test
  @Tag("entry-6")
  void backpropagationComputesSlopesAndTheOptimizerSteps() {
    EmpiricalRisk risk = new EmpiricalRisk(network, mse, x, scaled);
    double[] start = network.start(new He(), 1);
    double[] theta = start.clone();
    risk.evaluate(theta, new double[theta.length]);
    assertArrayEquals(start, theta);
    double[] plain = new Training(risk, new GradientDescent(0.001), 1).run(start).theta();
    double[] adam = new Training(risk, new Adam(0.001), 1).run(start).theta();
    assertTrue(TrainingChecks.everyWeightMoves(network.map(), start, plain).passed());
    assertNotEquals(0, Nd4j.createFromArray(plain).distance2(Nd4j.createFromArray(adam)), 1e-3);
  }

  /**
   * 002 §4: on unseen rows of five splits the network after 100 epochs is worse than that of the
   * best validated epoch, and than a linear model, although it is far better on the seen ones.
   */
  @Test
  @Tag("entry-7")
  void aLowTrainingLossIsNoWellTrainedModel() {
    double[] unseen = new double[3];
    for (int seed = 1; seed <= 5; seed++) {
      Split split = Split.of(data, 0.6, 0.2, seed).standardized();
      assertTrue(TrainingChecks.apart(split.train().inputs(), split.test().inputs()).passed());
      Standardizer unit = Standardizer.fit(split.train().targets());
      INDArray inputs = split.train().inputs();
      INDArray seen = unit.apply(split.train().targets());
      Validation watch =
          new Validation(
              split.validation().inputs(), unit.apply(split.validation().targets()), 100);
      Fit.Result last = fit(inputs, seen, seed, null);
      assertTrue(last.training()[99] < 0.2);
      INDArray test = split.test().inputs();
      INDArray[] answers = {
        network.predict(last.theta(), test),
        network.predict(fit(inputs, seen, seed, watch).theta(), test),
        LINE.predict(straight(mse, inputs, seen), test)
      };
      for (int k = 0; k < 3; k++) {
        unseen[k] += mse.value(answers[k], unit.apply(split.test().targets())) / 5;
      }
    }
    assertTrue(unseen[0] > 1.05 * unseen[1], () -> Arrays.toString(unseen));
    assertTrue(unseen[0] > 1.05 * unseen[2], () -> Arrays.toString(unseen));
  }

  private static double[] straight(Loss loss, INDArray inputs, INDArray targets) {
    EmpiricalRisk risk = new EmpiricalRisk(LINE, loss, inputs, targets);
    return new Training(risk, new LBFGS(), 60).run(new double[11]).theta();
  }

  private Fit.Result fit(INDArray inputs, INDArray targets, int seed, Validation watch) {
    Batches batches = new Batches((int) inputs.size(0), 32, seed);
    MiniBatchRisk risk = new MiniBatchRisk(network, mse, inputs, targets, batches);
    return new Fit(risk, new Adam(0.001), 100, watch).run(network.start(new He(), 1));
  }

  /** 002 §5: the losses of classes, tokens and boxes; a padding that is left out does not count. */
  @Test
  @Tag("entry-8")
  void theLossesOfTheApplicationsAreRight() {
    SoftmaxCrossEntropy all = new SoftmaxCrossEntropy();
    INDArray scores =
        Printed.matrix(new double[] {0, 2, 1}, new double[] {0, 1, 3}, new double[] {9, 0, 0});
    INDArray tokens = Nd4j.createFromArray(1, 2, 0);
    double sentence = all.value(scores.getRows(0, 1), Nd4j.createFromArray(1, 2));
    assertNotEquals(sentence, all.value(scores, tokens), 0.05);
    assertEquals(sentence, all.ignoring(0).value(scores, tokens), 1e-12);
    assertTrue(GradientCheck.of(all.ignoring(0), scores, tokens).passed());
    INDArray box = column(0.1, 0.4, 0.8, 3);
    assertTrue(GradientCheck.of(new SmoothL1(), box, column(0.5, 0.5, 0.5, 0.5)).passed());
  }

  /**
   * 002 §5: two players on V(x, y) = x y. To minimize it in both runs away below every bound; one
   * down and one up at once spirals outward; a look ahead, first half of a step, leads to the
   * saddle.
   */
  @Test
  @Tag("entry-9")
  void anAdversarialLossIsNotMinimizedButHasASaddle() {
    double rate = 0.1;
    double[] both = {1, 0.5};
    double[] against = {1, 0.5};
    double[] ahead = {1, 0.5};
    for (int i = 0; i < 2000; i++) {
      if (i < 200) {
        both = new double[] {both[0] - rate * both[1], both[1] - rate * both[0]};
        against = new double[] {against[0] - rate * against[1], against[1] + rate * against[0]};
      }
      double[] look = {ahead[0] - rate * ahead[1], ahead[1] + rate * ahead[0]};
      ahead = new double[] {ahead[0] - rate * look[1], ahead[1] + rate * look[0]};
    }
    assertTrue(both[0] * both[1] < -1e6);
    assertTrue(Math.hypot(against[0], against[1]) > 2 * Math.hypot(1, 0.5));
    assertEquals(0, Math.hypot(ahead[0], ahead[1]), 1e-4);
  }

  /**
   * 002 §7, Q3: the best constant for MSE + MAE depends on the targets' unit, unless both are free.
   */
  @Test
  @Tag("entry-10")
  void aSumOfLossesDependsOnTheUnit() {
    assertEquals(152.1, bestConstant(1, 1, 1), 0.1); // the mean
    assertEquals(142.0, bestConstant(1, 1, 1000), 0.1); // near the median
    double s = Math.sqrt(data.targets().var(false).getDouble(0));
    double free = bestConstant(1 / (s * s), 1 / s, 1);
    double t = s / 1000;
    assertEquals(free, bestConstant(1 / (t * t), 1 / t, 1000), 0.1 + 1e-9);
  }

  private double bestConstant(double squares, double absolutes, double unit) {
    Loss sum = WeightedSum.of(squares, mse).plus(absolutes, new MeanAbsoluteError());
    INDArray targets = data.targets().div(unit);
    return IntStream.range(1380, 1560)
        .mapToObj(i -> i / 10.0)
        .min(Comparator.comparingDouble(c -> sum.value(targets.like().addi(c / unit), targets)))
        .orElseThrow();
  }

  /** Errors measured in a σ that adapts, θ = log σ²; the price of a large one is price · θ. */
  private record Adapted(double square, double price) implements Objective {
    @Override
    public double evaluate(double[] theta, double[] gradient) {
      double fit = 0.5 * Math.exp(-theta[0]) * square;
      gradient[0] = price - fit;
      return fit + price * theta[0];
    }
  }

  /** 002 §7, Q3: a loss that adapts its own scale goes to 0; half the log-variance prevents it. */
  @Test
  @Tag("entry-11")
  void aLossThatAdaptsItselfGoesToZero() {
    double[] start = {0};
    assertTrue(GradientCheck.of(new Adapted(5, 0.5), new double[] {0.7}).passed());
    Optimizer descent = new GradientDescent(0.5);
    assertEquals(0, new Training(new Adapted(5, 0), descent, 500).run(start).value(), 0.01);
    double s = new Training(new Adapted(5, 0.5), descent, 500).run(start).theta()[0];
    assertEquals(5, Math.exp(s), 1e-9);
    INDArray own = Printed.matrix(new double[] {0, s}, new double[] {0, s});
    INDArray slopes =
        new GaussianNegativeLogLikelihood().gradient(own, column(Math.sqrt(5), -Math.sqrt(5)));
    assertEquals(0, slopes.getDouble(0, 1), 1e-9);
  }

  /** 002 §7, Q3: a robust loss bounds wrong targets; noisy inputs need noise in training. */
  @Test
  @Tag("entry-12")
  void aRobustLossHelpsAgainstWrongTargetsOnly() {
    Loss huber = new Huber(0.5);
    assertTrue(disturbed(huber, true, false, false) < 0.2 * disturbed(mse, true, false, false));
    double noisy = disturbed(mse, false, false, true);
    assertEquals(noisy, disturbed(huber, false, false, true), 0.1 * noisy);
    assertTrue(disturbed(mse, false, true, true) < 0.6 * noisy);
  }

  /** Returns the mean squared error of a linear model on the unseen rows of five splits. */
  private double disturbed(Loss loss, boolean wrong, boolean noisyTraining, boolean noisyTest) {
    double mean = 0;
    for (int seed = 1; seed <= 5; seed++) {
      Split split = Split.of(data, 0.8, seed).standardized();
      Standardizer unit = Standardizer.fit(split.train().targets());
      INDArray inputs = split.train().inputs();
      INDArray test = split.test().inputs();
      INDArray targets = unit.apply(split.train().targets());
      for (int i = 0; wrong && i < targets.length(); i += 10) {
        targets.putScalar(i, 0, 20);
      }
      double[] theta = straight(loss, noisyTraining ? noisy(inputs, seed) : inputs, targets);
      INDArray answers = LINE.predict(theta, noisyTest ? noisy(test, -seed) : test);
      mean += mse.value(answers, unit.apply(split.test().targets())) / 5;
    }
    return mean;
  }

  private static INDArray noisy(INDArray inputs, int seed) {
    Random random = new Random(seed);
    double[] noise = DoubleStream.generate(random::nextGaussian).limit(inputs.length()).toArray();
    return inputs.add(Nd4j.createFromArray(noise).reshape(inputs.shape()));
  }
}
