package descent.losses;

import static descent.losses.LossContractTest.assertSame;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.Reduction;
import descent.math.Logistic;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Relations between losses, and symmetries, at a hundred random points each. */
class LossPropertiesTest {

  private static final int POINTS = 100;

  /** Random logits, between tame and wild, [rows, classes]. */
  private static INDArray logits(Random random, int rows, int classes) {
    double size = Math.pow(10, 3 * random.nextDouble() - 1);
    double[][] z = new double[rows][classes];
    for (double[] row : z) {
      for (int j = 0; j < classes; j++) {
        row[j] = size * random.nextGaussian();
      }
    }
    return Nd4j.create(z);
  }

  private static INDArray softmax(INDArray z) {
    double[][] p = z.toDoubleMatrix();
    for (double[] row : p) {
      LogSoftmax.of(row.clone(), row);
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.exp(row[j]);
      }
    }
    return Nd4j.create(p);
  }

  private static INDArray classes(Random random, int rows, int classes) {
    return Nd4j.createFromArray(random.ints(rows, 0, classes).asDoubleStream().toArray());
  }

  private static void assertEqualLosses(
      Loss one, INDArray p, INDArray t, Loss other, INDArray p2, INDArray t2, double tolerance) {
    double expected = other.value(p2, t2);
    assertEquals(expected, one.value(p, t), tolerance * Math.abs(expected) + 1e-300);
    double[] slopes = flat(other.gradient(p2, t2));
    double[] found = flat(one.gradient(p, t));
    for (int i = 0; i < found.length; i++) {
      assertEquals(slopes[i], found[i], tolerance * Math.abs(slopes[i]) + tolerance / found.length);
    }
  }

  @Test
  void softmaxDoesNotSeeAShift() {
    Random random = new Random(1);
    for (int i = 0; i < POINTS; i++) {
      INDArray z = logits(random, 5, 4);
      INDArray t = classes(random, 5, 4);
      INDArray shifted = z.add(Math.rint(1000 * random.nextGaussian()));
      for (Loss loss : List.of(new SoftmaxCrossEntropy(), new CategoricalFocal(2))) {
        assertEqualLosses(loss, shifted, t, loss, z, t, 1e-10);
      }
    }
  }

  static List<LossSample> losses() {
    return LossContractTest.losses();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theOrderOfTheRowsDoesNotMatter(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, POINTS);
    INDArray t = sample.targets(DataType.DOUBLE, POINTS);
    int[] order = IntStream.range(0, POINTS).map(i -> (i * 37 + 11) % POINTS).toArray();
    INDArray p2 = p.getRows(order);
    INDArray t2 = t.getRows(order);
    double value = sample.loss().value(p, t);
    assertEquals(value, sample.loss().value(p2, t2), 1e-13 * Math.abs(value));
    INDArray moved = sample.loss().gradient(p, t).getRows(order);
    assertSame(moved, sample.loss().gradient(p2, t2), 1e-13);
  }

  @Test
  void crossEntropyIsEntropyPlusDivergence() {
    Random random = new Random(2);
    for (int i = 0; i < POINTS; i++) {
      INDArray p = softmax(logits(random, 1, 6));
      INDArray q = softmax(logits(random, 1, 6));
      double entropy = new CrossEntropy().value(p, p);
      double divergence = new KullbackLeiblerDivergence().value(q, p);
      double expected = entropy + divergence;
      assertEquals(expected, new CrossEntropy().value(q, p), 1e-12 * expected + 1e-15);
      assertSame(
          new CrossEntropy().gradient(q, p), new KullbackLeiblerDivergence().gradient(q, p), 0);
      assertTrue(divergence >= -1e-15, "never negative");
      assertEquals(0, new KullbackLeiblerDivergence().value(p, p), 1e-15);
    }
  }

  @Test
  void jensenShannonIsSymmetricAndAtMostLogTwo() {
    Random random = new Random(3);
    JensenShannonDivergence js = new JensenShannonDivergence();
    for (int i = 0; i < POINTS; i++) {
      INDArray p = softmax(logits(random, 1, 6));
      INDArray q = softmax(logits(random, 1, 6));
      double value = js.value(p, q);
      assertEquals(value, js.value(q, p), 1e-15);
      assertTrue(value >= -1e-15 && value <= Math.log(2) + 1e-15, "" + value);
      INDArray m = p.add(q).muli(0.5);
      KullbackLeiblerDivergence kl = new KullbackLeiblerDivergence();
      assertEquals(0.5 * (kl.value(m, p) + kl.value(m, q)), value, 1e-14);
    }
  }

  @Test
  void huberLiesBetweenSquaredAndAbsoluteError() {
    LossSample any = new LossSample("any", new MeanSquaredError());
    INDArray p = any.predictions(DataType.DOUBLE, POINTS);
    INDArray t = any.targets(DataType.DOUBLE, POINTS);
    assertEqualLosses(WeightedSum.of(2, new Huber(1e6)), p, t, new MeanSquaredError(), p, t, 1e-14);
    assertEqualLosses(
        WeightedSum.of(1e9, new Huber(1e-9)), p, t, new MeanAbsoluteError(), p, t, 1e-8);
    assertEqualLosses(new SmoothL1(0.25), p, t, WeightedSum.of(4, new Huber(0.25)), p, t, 1e-14);
    assertEqualLosses(
        WeightedSum.of(2, new Quantile(0.5)), p, t, new MeanAbsoluteError(), p, t, 1e-14);
  }

  @Test
  void generalRobustHasItsKnownMembersAndLimits() {
    LossSample any = new LossSample("any", new MeanSquaredError());
    INDArray p = any.predictions(DataType.DOUBLE, POINTS);
    INDArray t = any.targets(DataType.DOUBLE, POINTS);
    double c = 1.7;
    WeightedSum half = WeightedSum.of(0.5 / (c * c), new MeanSquaredError());
    assertEqualLosses(new GeneralRobust(2, c), p, t, half, p, t, 1e-14);
    record Charbonnier(double c) implements ElementwiseLoss {
      @Override
      public double loss(double prediction, double target) {
        double x = (prediction - target) / c;
        return Math.sqrt(x * x + 1) - 1;
      }

      @Override
      public double slope(double prediction, double target) {
        double x = (prediction - target) / c;
        return x / c / Math.sqrt(x * x + 1);
      }
    }
    assertEqualLosses(new GeneralRobust(1, c), p, t, new Charbonnier(c), p, t, 1e-13);
    for (double limit : new double[] {2, 0, 1}) {
      for (double side : new double[] {-1e-9, 1e-9}) {
        assertEqualLosses(
            new GeneralRobust(limit + side, c), p, t, new GeneralRobust(limit, c), p, t, 1e-7);
      }
    }
    GeneralRobust welsch = new GeneralRobust(Double.NEGATIVE_INFINITY, c);
    assertEqualLosses(new GeneralRobust(-1e9, c), p, t, welsch, p, t, 1e-6);
  }

  @Test
  void binaryCrossEntropyIsSoftmaxWithTwoClasses() {
    Random random = new Random(4);
    for (int i = 0; i < POINTS; i++) {
      INDArray z = logits(random, 7, 1);
      INDArray y = classes(random, 7, 2).reshape(7, 1);
      INDArray two = Nd4j.hstack(Nd4j.zeros(DataType.DOUBLE, 7, 1), z);
      BinaryCrossEntropyWithLogits binary = new BinaryCrossEntropyWithLogits();
      SoftmaxCrossEntropy softmax = new SoftmaxCrossEntropy();
      double expected = binary.value(z, y);
      assertEquals(expected, softmax.value(two, y), 1e-13 * expected);
      INDArray slopes = softmax.gradient(two, y).getColumn(1, true);
      double[] right = flat(slopes);
      double[] found = flat(binary.gradient(z, y));
      for (int j = 0; j < 7; j++) {
        assertEquals(right[j], found[j], 1e-15);
      }
      INDArray p = z.dup();
      for (int j = 0; j < 7; j++) {
        p.putScalar(j, 0, Logistic.sigmoid(z.getDouble(j, 0)));
      }
      if (z.norm2Number().doubleValue() < 20) { // beyond, 1 − p has lost its digits
        assertEquals(expected, new BinaryCrossEntropy().value(p, y), 1e-7 * expected);
      }
    }
  }

  @Test
  void focalLossesWithoutFocusAreCrossEntropies() {
    Random random = new Random(5);
    for (int i = 0; i < POINTS; i++) {
      INDArray z = logits(random, 6, 3);
      INDArray t = classes(random, 6, 3);
      assertEqualLosses(new CategoricalFocal(0), z, t, new SoftmaxCrossEntropy(), z, t, 1e-13);
      INDArray y = classes(random, 18, 2).reshape(6, 3);
      BinaryCrossEntropyWithLogits binary = new BinaryCrossEntropyWithLogits();
      assertEqualLosses(new BinaryFocal(0), z, y, binary, z, y, 1e-13);
      WeightedSum half = WeightedSum.of(0.5, new BinaryFocal(2));
      assertEqualLosses(new BinaryFocal(2, 0.5), z, y, half, z, y, 1e-13);
    }
  }

  @Test
  void categoricalFocalWithTwoClassesIsBinaryFocal() {
    Random random = new Random(6);
    for (int i = 0; i < POINTS; i++) {
      INDArray z = logits(random, 7, 1);
      INDArray y = classes(random, 7, 2).reshape(7, 1);
      INDArray two = Nd4j.hstack(Nd4j.zeros(DataType.DOUBLE, 7, 1), z);
      double gamma = 3 * random.nextDouble();
      double expected = new BinaryFocal(gamma).value(z, y);
      assertEquals(expected, new CategoricalFocal(gamma).value(two, y), 1e-12 * expected);
      double[] right = flat(new BinaryFocal(gamma).gradient(z, y));
      double[] found = flat(new CategoricalFocal(gamma).gradient(two, y).getColumn(1));
      for (int j = 0; j < 7; j++) {
        assertEquals(right[j], found[j], 1e-13);
      }
    }
  }

  @Test
  void theTwoMultiClassHingesAgreeOnTwoClassesAndOrderOtherwise() {
    Random random = new Random(7);
    for (int i = 0; i < POINTS; i++) {
      INDArray two = logits(random, 6, 2);
      INDArray t = classes(random, 6, 2);
      assertEqualLosses(new CrammerSingerHinge(), two, t, new WestonWatkinsHinge(), two, t, 1e-15);
      INDArray signs = t.mul(2).subi(1);
      INDArray difference = two.getColumn(1).sub(two.getColumn(0));
      double hinge = new Hinge().value(difference, signs);
      assertEquals(hinge, new CrammerSingerHinge().value(two, t), 1e-13 * hinge + 1e-15);
      INDArray z = logits(random, 6, 5);
      INDArray y = classes(random, 6, 5);
      double best = new CrammerSingerHinge().value(z, y);
      double all = new WestonWatkinsHinge().value(z, y);
      assertTrue(best <= all + 1e-12 && all <= 4 * best + 1e-12, best + " and " + all);
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aWeightOfTwoIsTheRowTwice(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, 30);
    INDArray t = sample.targets(DataType.DOUBLE, 30);
    INDArray w = Nd4j.ones(DataType.DOUBLE, sample.weights(30).shape());
    w.getRow(4).assign(2);
    INDArray p2 = Nd4j.vstack(p, p.getRow(4, true));
    INDArray t2 = Nd4j.vstack(t, t.getRow(4, true));
    double expected = sample.loss().value(p2, t2);
    double found = sample.loss().evaluate(p, t, w, Reduction.MEAN, null);
    assertEquals(expected, found, 1e-13 * Math.abs(expected));
  }
}
