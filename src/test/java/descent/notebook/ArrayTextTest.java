package descent.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArrayTextTest {

  @Test
  void columnsAreAligned() {
    INDArray array = Nd4j.createFromArray(new double[][] {{1, 2.5}, {-0.25, 10}, {0, 1 / 3.0}});
    assertEquals(
        """
        DOUBLE [3, 2]
         1.0000   2.5000
        -0.2500  10.0000
         0.0000   0.3333""",
        ArrayText.of(array));
  }

  @Test
  void aViewIsShownAsItIsSeen() {
    INDArray array = Nd4j.createFromArray(new int[][] {{1, 2}, {3, 4}}).transpose();
    assertEquals("INT [2, 2]\n1  3\n2  4", ArrayText.of(array));
  }

  @Test
  void largeArraysAreAbbreviated() {
    double[] array = IntStream.range(0, 30).asDoubleStream().toArray();
    assertEquals("double[30]\n0  1  2  3  4  …  25  26  27  28  29", ArrayText.of(array));
    assertEquals(
        """
        DOUBLE [11, 2]
         0   0
         1  10
         2  20
         3  30
         4  40
         ⋮   ⋮
         6  60
         7  70
         8  80
         9  90
        10   0""",
        ArrayText.of(
            Nd4j.createFromArray(
                IntStream.range(0, 11)
                    .mapToObj(i -> new double[] {i, 10 * (i % 10)})
                    .toArray(double[][]::new))));
  }

  @Test
  void aTensorShowsItsFirstMatrices() {
    INDArray array = Nd4j.arange(8).castTo(DataType.INT64).reshape(4, 1, 2);
    assertEquals(
        """
        LONG [4, 1, 2]
        [0, :, :]
        0  1
        [1, :, :]
        2  3
        [2, :, :]
        4  5
        … 1 more""",
        ArrayText.of(array));
  }

  @Test
  void theSmallestShapes() {
    assertEquals("DOUBLE []\n3.5", ArrayText.of(Nd4j.scalar(3.5)));
    assertEquals("FLOAT [0, 3]", ArrayText.of(Nd4j.create(DataType.FLOAT, 0, 3)));
    assertEquals("double[0]", ArrayText.of(new double[0]));
    assertEquals("double[0][0]", ArrayText.of(new double[0][]));
    assertEquals("BOOL [2]\n1  0", ArrayText.of(Nd4j.createFromArray(true, false)));
    assertEquals("UTF8 [2]\n[\"a\",\"b\"]", ArrayText.of(Nd4j.create("a", "b")));
  }

  @Test
  void rowsMayDifferInLength() {
    assertEquals("double[3][]\n1.0  2.0\n\n4.5", ArrayText.of(new double[][] {{1, 2}, {}, {4.5}}));
  }

  @Test
  void whatRoundsToZeroHasNoSign() {
    assertEquals("double[3]\n1.5  0.0  0.0", ArrayText.of(new double[] {1.5, -0.0, -1e-17}));
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    assertEquals(
        "double[4]\nNaN  Infinity  -Infinity  0.5",
        ArrayText.of(
            new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5}));
  }

  @Test
  void decimalsFollowTheNumbers() {
    assertEquals("double[2]\n0.01235  -0.00400", ArrayText.of(new double[] {0.0123456, -0.004}));
    assertEquals(
        "double[3]\n0.00001  0.00100  0.10000", ArrayText.of(new double[] {1e-5, 1e-3, 0.1}));
    assertEquals("double[2]\n123456.79  0.50", ArrayText.of(new double[] {123456.789, 0.5}));
    assertEquals(
        "double[2]\n1.2346e+08  5.0000e-01", ArrayText.of(new double[] {123456789.5, 0.5}));
    assertEquals("double[2]\n1.0000e-09  0.0000e+00", ArrayText.of(new double[] {1e-9, 0}));
    assertEquals("double[2]\n1  3000000", ArrayText.of(new double[] {1, 3e6}));
    assertEquals("double[2]\n1  2", ArrayText.of(new double[] {Math.nextUp(1.0), 2}));
  }

  @Test
  void thePointIsAPointEverywhere() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("double[1]\n0.5", ArrayText.of(new double[] {0.5}));
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void refusesNull() {
    assertThrows(IllegalArgumentException.class, () -> ArrayText.of((INDArray) null));
    assertThrows(IllegalArgumentException.class, () -> ArrayText.of((double[]) null));
    Exception row =
        assertThrows(
            IllegalArgumentException.class, () -> ArrayText.of(new double[][] {{1}, null}));
    assertEquals("array[1] is null", row.getMessage());
  }
}
