package descent.objectives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestSurfaceTest {

  static List<TestSurface> surfaces() {
    return List.of(
        new Quadratic(1, 25),
        new Quadratic(3, 1, 0.001),
        new Rosenbrock(),
        new Himmelblau(),
        new Beale(),
        new Saddle(),
        new Rastrigin(3));
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void gradientEqualsCentralDifferences(TestSurface surface) {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20; k++) {
      double[] theta = random.doubles(surface.start().length, -2, 2).toArray();
      GradientCheck check = GradientCheck.of(surface, theta);
      assertTrue(check.passed(), check::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void hessianEqualsDifferencesOfTheGradient(TestSurface surface) {
    SplittableRandom random = new SplittableRandom(1);
    int n = surface.start().length;
    for (int k = 0; k < 20; k++) {
      double[] theta = random.doubles(n, -2, 2).toArray();
      double[][] hessian = new double[n][n];
      for (double[] row : hessian) {
        Arrays.fill(row, Double.NaN);
      }
      ((TwiceDifferentiable) surface).hessian(theta, hessian);
      for (int i = 0; i < n; i++) {
        int row = i;
        Objective slope = // the gradient's i-th number, whose gradient is the Hessian's i-th row
            (at, gradient) -> {
              System.arraycopy(hessian[row], 0, gradient, 0, n);
              double[] g = new double[n];
              surface.evaluate(at, g);
              return g[row];
            };
        GradientCheck check = GradientCheck.of(slope, theta);
        assertTrue(check.passed(), check::toString);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void minimizersHaveNoSlopeAndNothingAroundIsLower(TestSurface surface) {
    SplittableRandom random = new SplittableRandom(1);
    for (double[] minimizer : surface.minimizers()) {
      double[] gradient = new double[minimizer.length];
      double least = surface.evaluate(minimizer, gradient);
      assertEquals(0, least, 1e-12);
      assertArrayEquals(new double[minimizer.length], gradient, 1e-6);
      for (int k = 0; k < 100; k++) {
        double[] near = minimizer.clone();
        for (int i = 0; i < near.length; i++) {
          near[i] += random.nextDouble(-0.1, 0.1);
        }
        assertTrue(surface.value(near) >= least);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void startsAreFreshAndAboveTheMinimum(TestSurface surface) {
    surface.start()[0] = 77;
    assertTrue(surface.start()[0] != 77);
    assertTrue(surface.value(surface.start()) > 0);
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void refusesAnotherLength(TestSurface surface) {
    int n = surface.start().length;
    double[] gradient = new double[n];
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> surface.evaluate(new double[n + 1], gradient))
            .getMessage();
    assertTrue(message.contains("length of theta is " + (n + 1)), message);
    assertThrows(
        IllegalArgumentException.class, () -> surface.evaluate(new double[n], new double[n - 1]));
    assertThrows(IllegalArgumentException.class, () -> surface.evaluate(null, gradient));
  }

  @Test
  void himmelblauHasFourMinimizersAndTheSaddleNone() {
    assertEquals(4, new Himmelblau().minimizers().length);
    assertEquals(0, new Saddle().minimizers().length);
    assertEquals(24.2, new Rosenbrock().value(new double[] {-1.2, 1}), 1e-12);
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThrows(IllegalArgumentException.class, Quadratic::new);
    assertThrows(IllegalArgumentException.class, () -> new Quadratic(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Quadratic(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Quadratic((double[]) null));
    assertThrows(IllegalArgumentException.class, () -> new Rastrigin(0));
  }
}
