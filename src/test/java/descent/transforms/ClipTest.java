package descent.transforms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipTest {

  private static double[] apply(GradientTransform transform, double... gradient) {
    transform.apply(new double[gradient.length], gradient);
    return gradient;
  }

  @Test
  void byValueLimitsEachCoordinate() {
    assertArrayEquals(new double[] {-2, 0.5, 2}, apply(new ClipByValue(2), -7, 0.5, 1e300));
  }

  @Test
  void byNormKeepsTheDirection() {
    assertArrayEquals(new double[] {0.6, -0.8}, apply(new ClipByNorm(1), 3, -4), 1e-15);
    assertArrayEquals(new double[] {3, -4}, apply(new ClipByNorm(5.1), 3, -4));
    assertArrayEquals(new double[] {0, 0}, apply(new ClipByNorm(1), 0, 0));
  }

  @Test
  void byNormNeitherOverflowsNorUnderflows() {
    assertArrayEquals(new double[] {0.6, 0.8}, apply(new ClipByNorm(1), 3e300, 4e300), 1e-15);
    double[] tiny = apply(new ClipByNorm(1), 3e-300, 4e-300);
    assertArrayEquals(new double[] {3e-300, 4e-300}, tiny, 1e-315);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALimitOutOfRange(double bad) {
    String expected = "limit is " + bad + "; expected a finite number above 0";
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> new ClipByNorm(bad)).getMessage());
    assertEquals(
        expected,
        assertThrows(IllegalArgumentException.class, () -> new ClipByValue(bad)).getMessage());
  }
}
