package descent.clustering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.engine.NonFiniteException;
import descent.objectives.Rosenbrock;
import descent.optimizers.GradientDescent;
import descent.optimizers.Newton;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.training.History;
import descent.training.Training;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ClusteringTest {

  private static final INDArray LINE = column(0, 2, 9, 11);

  private static INDArray column(double... x) {
    return Nd4j.createFromArray(x).reshape(x.length, 1);
  }

  /** Four round clouds of 25 points. */
  private static INDArray clouds(long seed) {
    Random random = new Random(seed);
    double[][] x = new double[100][2];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = i % 2 * 6 + random.nextGaussian();
      x[i][1] = i / 2 % 2 * 6 + random.nextGaussian();
    }
    return Nd4j.createFromArray(x);
  }

  private static double[] random(int n, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  @Test
  void valueAndSlopesByHand() {
    KMeans f = new KMeans(LINE, 2);
    double[] gradient = new double[2];
    assertEquals((1 + 9 + 4 + 16) / 4.0, f.evaluate(new double[] {-1, 7}, gradient));
    assertArrayEquals(new double[] {2 * (1 + 3) / -4.0, 2 * (2 + 4) / -4.0}, gradient);
    assertArrayEquals(new double[] {1, 10}, f.means(new double[] {-1, 7}));
    assertEquals(1, f.value(new double[] {1, 10}));
  }

  @Test
  void aPointBetweenTwoCentersGoesToTheFirstAndMakesAKink() {
    KMeans f = new KMeans(LINE, 2);
    double[] tie = {0, 4}; // 2 is as far from both
    assertArrayEquals(new int[] {0, 0, 1, 1}, f.assign(tie));
    assertFalse(GradientCheck.of(f, tie).passed());
    assertTrue(GradientCheck.of(f, new double[] {0, 4.1}).passed());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gradientsAgreeWithCentralDifferences(long seed) {
    INDArray x = clouds(seed);
    assertTrue(GradientCheck.of(new KMeans(x, 3), random(6, seed)).passed());
    assertTrue(GradientCheck.of(new GaussianMixture(x, 3), random(3 + 6 + 9, seed)).passed());
    INDArray wide = Nd4j.createFromArray(random(40, seed)).reshape(10, 4);
    assertTrue(GradientCheck.of(new GaussianMixture(wide, 2), random(2 + 8 + 20, seed)).passed());
  }

  @Test
  void lloydIsNewtonsMethod() {
    INDArray x = clouds(5);
    KMeans f = new KMeans(x, 4);
    double[] start = Seeding.plusPlus(x, 4, 1);
    History lloyd = new Training(f, new Lloyd(), 5).run(start);
    History newton = new Training(f, new Newton(), 5).run(start);
    for (int i = 0; i <= 5; i++) {
      assertArrayEquals(lloyd.path()[i], newton.path()[i], 1e-12);
    }
  }

  @Test
  void noStepOfLloydOrEmMakesTheValueLarger() {
    for (long seed = 0; seed < 10; seed++) {
      INDArray x = clouds(seed);
      double[] centers = Seeding.uniform(x, 4, seed);
      History lloyd = new Training(new KMeans(x, 4), new Lloyd(), 20).run(centers);
      GaussianMixture mixture = new GaussianMixture(x, 4);
      History em =
          new Training(mixture, new ExpectationMaximization(), 50).run(mixture.start(centers));
      assertDescends(lloyd.values());
      assertDescends(em.values());
    }
  }

  private static void assertDescends(double[] values) {
    for (int i = 1; i < values.length; i++) {
      assertTrue(values[i] <= values[i - 1] + 1e-12, i + ": " + values[i - 1] + ", " + values[i]);
    }
  }

  @Test
  void aCenterWithoutPointsStays() {
    double[] dead = {5, 100};
    KMeans f = new KMeans(LINE, 2);
    assertArrayEquals(new double[] {5.5, 100}, new Training(f, new Lloyd(), 3).run(dead).theta());
    double[] gradient = {Double.NaN, Double.NaN};
    f.evaluate(dead, gradient);
    assertEquals(0, gradient[1]);
    assertThrows(RuntimeException.class, () -> new Newton().start(dead).step(f));
  }

  @Test
  void theMixtureOfNarrowGaussiansIsKMeans() {
    INDArray x = clouds(3);
    double[] centers = Seeding.plusPlus(x, 4, 1);
    GaussianMixture mixture = new GaussianMixture(x, 4);
    double[] theta = mixture.start(centers);
    double sigma = 0.01;
    for (int j = 0; j < 4; j++) {
      theta[mixture.triangle(j)] = theta[mixture.triangle(j) + 2] = -Math.log(sigma);
    }
    double constant = Math.log(4) + Math.log(2 * Math.PI) + 2 * Math.log(sigma);
    double soft = 2 * sigma * sigma * (mixture.value(theta) - constant);
    assertEquals(new KMeans(x, 4).value(centers), soft, 1e-12);
    assertArrayEquals(new KMeans(x, 4).assign(centers), mixture.assign(theta));
  }

  /** One Gaussian: the mean and the covariance, with n below, at the first step. */
  @Test
  void oneComponentIsSolvedInOneStep() {
    GaussianMixture f = new GaussianMixture(column(1, 2, 3, 6), 1);
    double[] theta = new Training(f, new ExpectationMaximization(), 1).run(new double[3]).theta();
    assertArrayEquals(new double[] {0, 3, -0.5 * Math.log(3.5)}, theta, 1e-14);
    assertEquals(0.5 * (Math.log(2 * Math.PI * 3.5) + 1), f.value(theta), 1e-14);
  }

  @Test
  void theLikelihoodHasNoBestValue() {
    GaussianMixture f = new GaussianMixture(LINE, 2);
    double last = Double.POSITIVE_INFINITY;
    for (double logPrecision = 0; logPrecision < 700; logPrecision += 50) {
      double value = f.value(new double[] {0, 0, 2, 5, logPrecision, -1});
      assertTrue(value < last);
      last = value;
    }
    assertTrue(last < -100);
  }

  @Test
  void aComponentOnASinglePointEndsAsDiverged() {
    for (double at : new double[] {0, 1e6 / 7}) {
      GaussianMixture f = new GaussianMixture(column(at, at + 2, at + 9, at + 11), 2);
      double[] narrow = {0, 0, at + 2, at + 6, 1.2, -1.5};
      History run = new Training(f, new ExpectationMaximization(), 9).run(narrow);
      assertSame(History.Outcome.DIVERGED, run.outcome());
      narrow[4] = 10; // nothing but one point, from the first
      assertThrows(
          NonFiniteException.class, () -> new ExpectationMaximization().start(narrow).step(f));
    }
  }

  @Test
  void farPointsDoNotOverflow() {
    GaussianMixture f = new GaussianMixture(column(-1e4, 0, 1e4), 2);
    double[] gradient = new double[6];
    double value = f.evaluate(new double[] {0, 0, -1, 1, 0, 0}, gradient);
    assertTrue(Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite));
    assertArrayEquals(new double[] {1, 0}, f.responsibilities(new double[] {0, 0, -1, 1, 0, 0})[0]);
  }

  @Test
  void seedsAreDifferentRowsAndRepeatable() {
    INDArray x = column(IntStream.range(0, 10).mapToDouble(i -> i * i).toArray());
    for (long seed = 0; seed < 50; seed++) {
      for (double[] centers :
          new double[][] {Seeding.uniform(x, 10, seed), Seeding.plusPlus(x, 10, seed)}) {
        Arrays.sort(centers);
        assertArrayEquals(x.toDoubleVector(), centers);
      }
      assertArrayEquals(Seeding.plusPlus(x, 3, seed), Seeding.plusPlus(x, 3, seed));
    }
  }

  /**
   * From 0, 1 and 3: the second center after 0 is 3 with probability 9/10, after 1 4/5, after 3 is
   * 0 9/13.
   */
  @Test
  void plusPlusDrawsBySquaredDistance() {
    INDArray x = column(0, 1, 3);
    int[][] count = new int[4][4];
    for (long seed = 0; seed < 9000; seed++) {
      double[] centers = Seeding.plusPlus(x, 2, seed);
      count[(int) centers[0]][(int) centers[1]]++;
    }
    assertEquals(3000, Arrays.stream(count[0]).sum(), 150);
    assertEquals(0.9, count[0][3] / (double) Arrays.stream(count[0]).sum(), 0.03);
    assertEquals(0.8, count[1][3] / (double) Arrays.stream(count[1]).sum(), 0.03);
    assertEquals(9 / 13.0, count[3][0] / (double) Arrays.stream(count[3]).sum(), 0.03);
  }

  @Test
  void plusPlusBeginsWithSmallerValues() {
    INDArray x = clouds(1);
    KMeans f = new KMeans(x, 4);
    double careful =
        LongStream.range(0, 200).mapToDouble(s -> f.value(Seeding.plusPlus(x, 4, s))).sum();
    double plain =
        LongStream.range(0, 200).mapToDouble(s -> f.value(Seeding.uniform(x, 4, s))).sum();
    assertTrue(careful < 0.6 * plain, careful + " against " + plain);
  }

  @Test
  void gradientDescentEndsWhereLloydEnds() {
    KMeans f = new KMeans(LINE, 2);
    double[] start = {3, 4};
    double[] lloyd = new Training(f, new Lloyd(), 10).run(start).theta();
    double[] descent = new Training(f, new GradientDescent(0.3), 200).run(start).theta();
    assertArrayEquals(new double[] {1, 10}, lloyd);
    assertArrayEquals(lloyd, descent, 1e-12);
  }

  @Test
  void runsGoOnFromSnapshots() {
    INDArray x = clouds(8);
    GaussianMixture mixture = new GaussianMixture(x, 3);
    KMeans kMeans = new KMeans(x, 3);
    double[] centers = Seeding.uniform(x, 3, 2);
    assertGoesOn(new Lloyd(), centers, kMeans);
    assertGoesOn(new ExpectationMaximization(), mixture.start(centers), mixture);
    var snapshot = new Lloyd().start(centers).snapshot();
    assertRefused("snapshot", () -> new ExpectationMaximization().resume(snapshot));
    assertRefused("Lloyd remembers nothing", () -> new Lloyd().start(centers).slot("m"));
  }

  private static void assertGoesOn(
      Optimizer optimizer, double[] start, descent.objectives.Objective f) {
    State run = optimizer.start(start);
    run.step(f);
    State resumed = optimizer.resume(run.snapshot());
    assertEquals(run.step(f), resumed.step(f));
    assertArrayEquals(run.theta(), resumed.theta());
    assertEquals(2, resumed.steps());
  }

  @Test
  void floatsAndViewsAreTheSamePoints() {
    INDArray x = clouds(4);
    double[] theta = random(8, 1);
    INDArray view = Nd4j.hstack(x, x).transpose().dup('c').transpose().getColumns(0, 1);
    assertEquals(new KMeans(x, 4).value(theta), new KMeans(view, 4).value(theta));
    double floats = new KMeans(x.castTo(DataType.FLOAT), 4).value(theta);
    assertEquals(new KMeans(x, 4).value(theta), floats, 1e-5);
  }

  @Test
  void silhouetteByHand() {
    // a = 2, b = 10; a = 2, b = 8; a = 2, b = 8; a = 2, b = 10
    assertEquals(
        (0.8 + 0.75) / 2, Silhouette.of(column(0, 2, 9, 11), new int[] {0, 0, 3, 3}), 0.01);
    assertEquals(2 / 3.0, Silhouette.of(column(0, 0, 5), new int[] {0, 0, 1}), 1e-15);
    assertEquals(0, Silhouette.of(column(1, 1, 1, 1), new int[] {0, 0, 1, 1}));
  }

  @Test
  void badInputIsRefused() {
    KMeans f = new KMeans(LINE, 2);
    GaussianMixture g = new GaussianMixture(LINE, 2);
    assertRefused("clusters is 5", () -> new KMeans(LINE, 5));
    assertRefused("clusters is 0", () -> new GaussianMixture(LINE, 0));
    assertRefused("points", () -> new KMeans(Nd4j.createFromArray(1.0, 2.0), 1));
    assertRefused("points[1]", () -> new KMeans(column(1, Double.NaN), 1));
    assertRefused("points is null", () -> Seeding.uniform(null, 1, 1));
    assertRefused("the length of theta is 3", () -> f.value(new double[3]));
    assertRefused("the length of theta is 3", () -> f.assign(new double[3]));
    assertRefused("the length of gradient is 1", () -> f.evaluate(new double[2], new double[1]));
    assertRefused("the length of theta is 2", () -> g.assign(new double[2]));
    assertRefused("the length of gradient", () -> g.evaluate(new double[6], new double[2]));
    assertRefused("the length of centers is 1", () -> g.start(new double[1]));
    assertRefused("clusters is 3", () -> Seeding.plusPlus(column(1, 1, 2), 3, 1));
    assertRefused("KMeans", () -> new Lloyd().start(new double[2]).step(new Rosenbrock()));
    assertRefused(
        "GaussianMixture", () -> new ExpectationMaximization().start(new double[2]).step(f));
    assertRefused("theta", () -> new Lloyd().start(new double[] {Double.NaN}));
    assertRefused("objective is null", () -> new Lloyd().start(new double[2]).step(null));
    assertRefused("a is null", () -> AdjustedRandIndex.of(null, new int[1]));
    assertRefused("a is empty", () -> AdjustedRandIndex.of(new int[0], new int[0]));
    assertRefused("the length of b is 2", () -> AdjustedRandIndex.of(new int[1], new int[2]));
    assertRefused("the length of clusters is 3", () -> Silhouette.of(LINE, new int[3]));
    assertRefused("the number of clusters is 1", () -> Silhouette.of(LINE, new int[4]));
    assertRefused("clusters is -1", () -> Silhouette.of(LINE, new int[] {0, -1, 0, 0}));
  }

  private static void assertRefused(String words, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(words), message);
  }
}
