package descent.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MeanSquaredErrorTest {

  private final MeanSquaredError loss = new MeanSquaredError();

  @Test
  void examplesByHand() {
    INDArray predictions = Nd4j.createFromArray(1.1, 2.2, 3.3);
    INDArray targets = Nd4j.createFromArray(1.0, 2.0, 3.0);
    assertEquals(0.14 / 3, loss.value(predictions, targets), 1e-15);
    double[] gradient = loss.gradient(predictions, targets).toDoubleVector();
    assertEquals(0.2 / 3, gradient[0], 1e-15);
    assertEquals(0.6 / 3, gradient[2], 1e-15);
  }

  @Test
  void overflowGivesInfinityAndNoError() {
    INDArray huge = Nd4j.createFromArray(1e200, 0.0);
    assertEquals(Double.POSITIVE_INFINITY, loss.value(huge, Nd4j.createFromArray(0.0, 0.0)));
  }

  @Test
  void integerTargetsAreNumbersToo() {
    INDArray predictions = Nd4j.createFromArray(1.0, 4.0);
    assertEquals(2.0, loss.value(predictions, Nd4j.createFromArray(1, 2)));
  }

  @Test
  void sumsOfManyFloatsStayRight() {
    int n = 10_000_000;
    INDArray p = Nd4j.valueArrayOf(new long[] {n}, Math.sqrt(0.1), DataType.FLOAT);
    INDArray t = Nd4j.zeros(DataType.FLOAT, n);
    double x = (float) Math.sqrt(0.1);
    assertEquals(x * x, loss.value(p, t), 1e-12 * x * x);
  }
}
