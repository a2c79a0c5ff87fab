package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.NonFiniteException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class StandardizerTest {

  @Test
  void isTheFormula() {
    INDArray x = Nd4j.createFromArray(new double[][] {{1, 10}, {3, 30}});
    Standardizer fitted = Standardizer.fit(x);
    assertArrayEquals(new double[] {2, 20}, fitted.mean());
    assertArrayEquals(new double[] {1, 10}, fitted.scale());
    INDArray test = Nd4j.createFromArray(new double[][] {{4, 15}});
    assertArrayEquals(new double[][] {{2, -0.5}}, fitted.apply(test).toDoubleMatrix());
    assertArrayEquals(
        new double[][] {{6, 170}},
        fitted.inverse(Nd4j.createFromArray(new double[][] {{4, 15}})).toDoubleMatrix());
    assertEquals("Standardizer[mean=[2.0, 20.0], scale=[1.0, 10.0]]", fitted.toString());
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 5", "100, 1", "57, 4", "1000, 12"})
  void givesMeanZeroAndDeviationOneAndGoesBack(int n, int k) {
    INDArray x = random(n, k);
    INDArray before = x.dup();
    Standardizer fitted = Standardizer.fit(x);
    double[][] z = fitted.apply(x).toDoubleMatrix();
    for (int j = 0; j < k; j++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : z) {
        sum += row[j];
        squares += row[j] * row[j];
      }
      assertEquals(0, sum / n, 1e-12);
      assertEquals(1, squares / n, 1e-12);
    }
    assertClose(before, fitted.inverse(fitted.apply(x)), 1e-10);
    assertArrayEquals(before.toDoubleMatrix(), x.toDoubleMatrix());
  }

  @Test
  void doesNotCareHowTheArrayLiesInMemory() {
    INDArray x = random(20, 3);
    INDArray transposed = x.transpose().dup().transpose();
    INDArray view = Nd4j.hstack(x, x).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
    INDArray expected = Standardizer.fit(x).apply(x);
    for (INDArray same : new INDArray[] {transposed, view}) {
      assertArrayEquals(
          expected.toDoubleMatrix(), Standardizer.fit(same).apply(same).toDoubleMatrix());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "10, 0.1", "3, 0.1"})
  void makesAConstantColumnZero(int n, double value) {
    INDArray x = Nd4j.valueArrayOf(new long[] {n, 1}, value, DataType.DOUBLE);
    Standardizer fitted = Standardizer.fit(x);
    assertArrayEquals(new double[] {value}, fitted.mean());
    assertArrayEquals(new double[] {1}, fitted.scale());
    assertArrayEquals(new double[n][1], fitted.apply(x).toDoubleMatrix());
    assertArrayEquals(x.toDoubleMatrix(), fitted.inverse(fitted.apply(x)).toDoubleMatrix());
  }

  @Test
  void keepsFloats() {
    INDArray x = random(50, 2).castTo(DataType.FLOAT);
    Standardizer fitted = Standardizer.fit(x);
    INDArray z = fitted.apply(x);
    assertEquals(DataType.FLOAT, z.dataType());
    assertClose(x, fitted.inverse(z), 1e-3);
  }

  @Test
  void cannotBeChangedThroughWhatItReturns() {
    Standardizer fitted = Standardizer.fit(Nd4j.createFromArray(new double[][] {{1}, {3}}));
    fitted.mean()[0] = 99;
    fitted.scale()[0] = 99;
    assertArrayEquals(new double[] {2}, fitted.mean());
    assertArrayEquals(new double[] {1}, fitted.scale());
  }

  @Test
  void refusesWhatItCannotStandardise() {
    Standardizer fitted = Standardizer.fit(random(5, 3));
    refuses(
        "columns of x is 2; expected as many as were fitted, 3", () -> fitted.apply(random(5, 2)));
    refuses(
        "columns of z is 4; expected as many as were fitted, 3",
        () -> fitted.inverse(random(5, 4)));
    refuses(
        "x is of shape [3]; expected a matrix [rows, columns]",
        () -> fitted.apply(Nd4j.zeros(DataType.DOUBLE, 3)));
    refuses("x is null", () -> Standardizer.fit(null));
    refuses(
        "standard deviation of column 0 of x is Infinity; expected a finite number above 0",
        () -> Standardizer.fit(Nd4j.createFromArray(new double[][] {{1e200}, {-1e200}})));
    NonFiniteException error =
        assertThrows(
            NonFiniteException.class,
            () -> Standardizer.fit(Nd4j.createFromArray(new double[][] {{1, 1}, {2, Double.NaN}})));
    assertTrue(error.getMessage().startsWith("column 1 of x[1] is NaN"), error.getMessage());
  }

  private static INDArray random(int n, int k) {
    Random random = new Random(n + k);
    double[][] x = new double[n][k];
    for (double[] row : x) {
      for (int j = 0; j < k; j++) {
        row[j] = 100 * j + (1 + j) * random.nextGaussian();
      }
    }
    return Nd4j.createFromArray(x);
  }

  private static void assertClose(INDArray expected, INDArray actual, double tolerance) {
    double[][] rows = actual.toDoubleMatrix();
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(expected.getRow(i).toDoubleVector(), rows[i], tolerance);
    }
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
