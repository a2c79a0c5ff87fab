package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses of probabilities: values worked out by hand, and what becomes of 0 and 1. */
class ProbabilityLossesTest {

  private static INDArray row(double... numbers) {
    return Nd4j.create(new double[][] {numbers});
  }

  @Test
  void aCertainPredictionCostsNothingIfItIsRight() {
    BinaryCrossEntropy loss = new BinaryCrossEntropy();
    INDArray p = Nd4j.createFromArray(0.0, 1.0);
    assertEquals(0, loss.value(p, p), 0.0);
    assertArrayEquals(new double[] {0.5, -0.5}, flat(loss.gradient(p, p)));
    assertEquals(0, new CrossEntropy().value(row(0, 1, 0), row(0, 1, 0)), 0.0);
    assertEquals(0, new KullbackLeiblerDivergence().value(row(0, 1, 0), row(0, 1, 0)), 0.0);
    assertEquals(0, new JensenShannonDivergence().value(row(0, 1, 0), row(0, 1, 0)), 0.0);
  }

  @Test
  void aCertainPredictionCostsTheLimitIfItIsWrong() {
    double most = 1022 * Math.log(2); // the documented limit, -log of 2^-1022
    BinaryCrossEntropy binary = new BinaryCrossEntropy();
    assertEquals(most, binary.loss(0, 1), 1e-12);
    assertEquals(most, binary.loss(1, 0), 1e-12);
    assertEquals(-0x1p1022, binary.slope(0, 1), 0.0);
    assertEquals(0x1p1022, binary.slope(1, 0), 0.0);
    assertEquals(most, new CrossEntropy().value(row(0, 1), row(1, 0)), 1e-12);
    assertEquals(most, new KullbackLeiblerDivergence().value(row(0, 1), row(1, 0)), 1e-12);
    assertEquals(-0x1p1022, flat(new CrossEntropy().gradient(row(0, 1), row(1, 0)))[0], 0.0);
    assertEquals(Math.log(2), new JensenShannonDivergence().value(row(0, 1), row(1, 0)), 1e-15);
    assertTrue(
        Double.isFinite(flat(new JensenShannonDivergence().gradient(row(0, 1), row(1, 0)))[0]));
  }

  @Test
  void theLimitOfASumIsTheSameWhereItIsSeenAndWhereItIsNamed() {
    double[] off = {0.2763, 0.0029, 0.5437, 0.177}; // 0.9999; the digits depend on the order
    INDArray p = row(off);
    KullbackLeiblerDivergence loss = new KullbackLeiblerDivergence();
    try {
      assertEquals(0, loss.value(p, p), 1e-15);
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("the sum of "), e.getMessage());
    }
  }

  @Test
  void logitsFarFromZeroKeepTheirSmallSlopes() {
    BinaryCrossEntropyWithLogits loss = new BinaryCrossEntropyWithLogits();
    INDArray z = Nd4j.createFromArray(40.0, -40.0, 1e308, -1e308);
    INDArray right = Nd4j.createFromArray(1.0, 0.0, 1.0, 0.0);
    double tiny = Math.exp(-40);
    double[] values = flat(loss.values(z, right));
    double[] slopes = flat(loss.gradient(z, right).muli(4));
    assertEquals(tiny, values[0], 1e-14 * tiny);
    assertEquals(tiny, values[1], 1e-14 * tiny);
    assertEquals(-tiny, slopes[0], 1e-14 * tiny);
    assertEquals(tiny, slopes[1], 1e-14 * tiny);
    assertArrayEquals(new double[2], new double[] {values[2], values[3]});
    assertArrayEquals(new double[2], new double[] {slopes[2], slopes[3]}, 0.0);
  }

  @Test
  void tinyProbabilitiesAreNotCutOff() {
    assertEquals(300 * Math.log(10), new BinaryCrossEntropy().loss(1e-300, 1), 1e-12);
    assertEquals(1e-300, new BinaryCrossEntropy().loss(1e-300, 0), 0.0);
    assertEquals(-1e300, new BinaryCrossEntropy().slope(1e-300, 1), 1e285);
  }

  @Test
  void examplesByHand() {
    INDArray half = row(0.5, 0.5);
    INDArray quarter = row(0.25, 0.75);
    assertEquals(Math.log(2), new CrossEntropy().value(half, quarter), 1e-15);
    double expected = 0.25 * Math.log(0.25 / 0.5) + 0.75 * Math.log(0.75 / 0.5);
    assertEquals(expected, new KullbackLeiblerDivergence().value(half, quarter), 1e-15);
    assertArrayEquals(
        new double[] {-0.5, -1.5},
        flat(new KullbackLeiblerDivergence().gradient(half, quarter)),
        1e-15);
    assertEquals(-Math.log(0.9), new BinaryCrossEntropy().loss(0.9, 1), 1e-15);
    assertEquals(-Math.log(0.1), new BinaryCrossEntropy().loss(0.9, 0), 1e-15);
  }

  @Test
  void floatsThatDoNotQuiteSumToOneAreDistributions() {
    INDArray thirds = Nd4j.valueArrayOf(new long[] {2, 3}, 1f / 3, DataType.FLOAT);
    assertEquals(0, new KullbackLeiblerDivergence().value(thirds, thirds), 1e-15);
    assertRefused(
        "the sum of predictions[0] is 0.99; expected 1",
        () -> new KullbackLeiblerDivergence().value(row(0.33, 0.33, 0.33), row(1, 0, 0)));
  }
}
