package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.Reduction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxCrossEntropyTest {

  private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
  private final INDArray z = Nd4j.create(new double[][] {{1, 2, 3}, {0, 0, 0}, {5, -1, 2}});
  private final INDArray y = Nd4j.createFromArray(2, 0, 1);

  @Test
  void equalLogitsCostTheLogarithmOfTheNumberOfClasses() {
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 4, 7);
    assertEquals(Math.log(7), loss.value(zeros, Nd4j.createFromArray(0, 3, 6, 6)), 1e-15);
  }

  @Test
  void aSingleClassCostsNothing() {
    INDArray one = Nd4j.createFromArray(new double[][] {{3}, {-800}});
    assertEquals(0, loss.value(one, Nd4j.createFromArray(0, 0)), 0.0);
    assertEquals(0, loss.value(one, Nd4j.ones(DataType.DOUBLE, 2, 1)), 0.0);
    assertArrayEquals(new double[2], flat(loss.gradient(one, Nd4j.createFromArray(0, 0))));
  }

  @Test
  void hugeGapsGiveTheExactLimit() {
    INDArray wild = Nd4j.create(new double[][] {{1e300, 0}, {0, 746}, {-1e15, 1e15}});
    assertArrayEquals(
        new double[] {0, 746, 2e15}, flat(loss.values(wild, Nd4j.createFromArray(0, 0, 0))));
    assertArrayEquals(
        new double[] {0, 0, -1, 1, -1, 1},
        flat(loss.gradient(wild, Nd4j.createFromArray(0, 0, 0)).muli(3)),
        1e-15);
  }

  @Test
  void tinyLossesAreNotLost() {
    INDArray sure = Nd4j.create(new double[][] {{50, 0}});
    assertEquals(Math.exp(-50), loss.value(sure, Nd4j.createFromArray(0)), 1e-36);
    for (Loss any : List.of(loss, new CategoricalFocal(0))) {
      double[] gradient = flat(any.gradient(sure, Nd4j.createFromArray(0)));
      assertEquals(-Math.exp(-50), gradient[0], 1e-36, "1 − p, not 0");
      assertEquals(Math.exp(-50), gradient[1], 1e-36);
    }
  }

  @Test
  void weightedMeansDivideByTheWeightsOfTheirTargets() {
    double[] each = flat(loss.values(z, y));
    Loss weighted = loss.withClassWeights(1, 2, 0.5);
    double sum = 0.5 * each[0] + 1 * each[1] + 2 * each[2];
    assertEquals(sum / 3.5, weighted.value(z, y), 1e-14);
    assertEquals(sum, weighted.evaluate(z, y, null, Reduction.SUM, null), 1e-14);
    assertRefused(
        "classWeights is [1.0, 2.0]; expected 3 numbers",
        () -> loss.withClassWeights(1, 2).value(z, y));
  }

  @Test
  void smoothingIsAMixtureWithTheUniformDistribution() {
    INDArray smooth = Nd4j.create(new double[][] {{.1, .1, .8}, {.8, .1, .1}, {.1, .8, .1}});
    assertEquals(loss.value(z, smooth), loss.withLabelSmoothing(0.3).value(z, y), 1e-14);
  }

  @Test
  void ignoredRowsDoNotCount() {
    INDArray padded = Nd4j.createFromArray(2, -100, 1);
    Loss ignoring = loss.ignoring(-100);
    double[] each = flat(loss.values(z, y));
    assertEquals((each[0] + each[2]) / 2, ignoring.value(z, padded), 1e-14);
    assertArrayEquals(new double[] {each[0], 0, each[2]}, flat(ignoring.values(z, padded)), 1e-14);
    double[] gradient = flat(ignoring.gradient(z, padded));
    assertArrayEquals(new double[3], new double[] {gradient[3], gradient[4], gradient[5]});
    assertRefused("targets[1] is -100.0", () -> loss.value(z, padded));
    assertRefused(
        "the sum of the weights of all that count is 0.0; expected a number above 0",
        () -> ignoring.value(z, Nd4j.createFromArray(-100, -100, -100)));
    assertRefused(
        "the sum of the weights of all that count is 0.0",
        () -> loss.withClassWeights(0, 1, 1).value(z, Nd4j.createFromArray(0, 0, 0)));
  }

  @Test
  void aClassInTheRangeMayBeIgnored() {
    double[] each = flat(loss.values(z, y));
    assertEquals((each[0] + each[2]) / 2, loss.ignoring(0).value(z, y), 1e-14);
  }

  @Test
  void manyRowsAndWideRows() {
    INDArray wide = Nd4j.rand(DataType.DOUBLE, 3, 1000).muli(10);
    double[][] rows = wide.toDoubleMatrix();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double total = 0;
      for (double x : rows[i]) {
        total += Math.exp(x);
      }
      sum += Math.log(total) - rows[i][i];
    }
    assertEquals(sum / 3, loss.value(wide, Nd4j.createFromArray(0, 1, 2)), 1e-12);
  }
}
