package descent.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.Reduction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MeanAbsoluteErrorTest {

  private final MeanAbsoluteError loss = new MeanAbsoluteError();

  @Test
  void slopeIsTheSign() {
    assertEquals(1, loss.slope(Double.MIN_VALUE, 0));
    assertEquals(-1, loss.slope(-Double.MIN_VALUE, 0));
    assertEquals(1, loss.slope(Double.MAX_VALUE, 0));
    assertEquals(0, loss.slope(2, 2));
  }

  @Test
  void lossIsTheDistance() {
    assertEquals(2.5, loss.loss(-1, 1.5));
  }

  @Test
  void tenMillionFloatsAreAddedUpToTwelveDigits() {
    try (INDArray p = Nd4j.valueArrayOf(new long[] {10_000_000}, 0.1f, DataType.FLOAT);
        INDArray t = Nd4j.zeros(DataType.FLOAT, 10_000_000)) {
      double sum = loss.evaluate(p, t, null, Reduction.SUM, null);
      assertEquals(1e7 * (double) 0.1f, sum, 1e-12 * sum);
    }
  }
}
