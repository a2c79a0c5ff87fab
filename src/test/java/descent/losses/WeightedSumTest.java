package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightedSumTest {

  private final INDArray p = Nd4j.createFromArray(1.0, 2.0, 5.0);
  private final INDArray t = Nd4j.createFromArray(1.5, 2.0, 3.0);
  private final WeightedSum sum =
      WeightedSum.of(0.5, new MeanSquaredError()).plus(3, new MeanAbsoluteError());

  @Test
  void addsValuesAndGradients() {
    assertEquals(0.5 * 4.25 / 3 + 3 * 2.5 / 3, sum.value(p, t), 1e-15);
    assertArrayEquals(new double[] {0.125 + 1.5, 0, 2 + 6}, flat(sum.values(p, t)), 1e-15);
    assertArrayEquals(
        new double[] {(-0.5 - 3) / 3, 0, (2.0 + 3) / 3}, flat(sum.gradient(p, t)), 1e-15);
  }

  @Test
  void aSumMayHoldSums() {
    WeightedSum twice = WeightedSum.of(2, sum).plus(1, new Huber(1));
    double expected = 2 * sum.value(p, t) + new Huber(1).value(p, t);
    assertEquals(expected, twice.value(p, t), 1e-15);
  }

  @Test
  void termsAreCopied() {
    assertEquals("0.5 MeanSquaredError[] + 3.0 MeanAbsoluteError[]", sum.toString());
    sum.plus(1, new Huber(1));
    assertEquals(2, sum.terms().size());
  }

  @Test
  void eachTermChecksItsDomain() {
    assertRefused(
        "targets[0] is 1.5; expected the label -1 or +1",
        () -> sum.plus(1, new Hinge()).value(p, t));
  }
}
