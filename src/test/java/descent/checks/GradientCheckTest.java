package descent.checks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.losses.ElementwiseLoss;
import descent.losses.MeanSquaredError;
import descent.objectives.Objective;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GradientCheckTest {

  /** f = x² + 1000 sin y, with a gradient that may be off by a factor in y. */
  private static Objective withFactor(double factor) {
    return (theta, gradient) -> {
      gradient[0] = 2 * theta[0];
      gradient[1] = factor * 1000 * Math.cos(theta[1]);
      return theta[0] * theta[0] + 1000 * Math.sin(theta[1]);
    };
  }

  @Test
  void acceptsARightGradientAndLeavesThetaAlone() {
    double[] theta = {0.3, 0.2};
    GradientCheck check = GradientCheck.of(withFactor(1), theta);
    assertTrue(check.passed());
    assertArrayEquals(new double[] {0.3, 0.2}, theta);
    assertEquals(
        "✓ the gradient agrees with central differences at all 2 coordinates", check.toString());
  }

  @Test
  void saysWhereAndByHowMuchAGradientIsOff() {
    GradientCheck check = GradientCheck.of(withFactor(-1), new double[] {0.3, 0});
    assertFalse(check.passed());
    assertEquals(1, check.worst());
    assertEquals(-1000, check.gradient());
    assertEquals(1000, check.difference(), 1e-4);
    assertTrue(check.toString().startsWith("✗ the gradient is off: at coordinate 1 it is -1000"));
    assertFalse(GradientCheck.of(withFactor(1 + 1e-5), new double[] {0.3, 0}).passed());
  }

  @Test
  void aGradientThatIsNotFilledInIsOff() {
    Objective forgetful = (theta, gradient) -> theta[0];
    assertFalse(GradientCheck.of(forgetful, new double[] {1}).passed());
  }

  @Test
  void findsAWrongSlopeOfALoss() {
    record Wrong() implements ElementwiseLoss {
      @Override
      public double loss(double prediction, double target) {
        return (prediction - target) * (prediction - target);
      }

      @Override
      public double slope(double prediction, double target) {
        return prediction - target;
      }
    }
    var predictions = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
    var targets = Nd4j.zeros(DataType.FLOAT, 2, 2);
    assertFalse(GradientCheck.of(new Wrong(), predictions, targets).passed());
    assertTrue(GradientCheck.of(new MeanSquaredError(), predictions, targets).passed());
    assertTrue(
        GradientCheck.of(new MeanSquaredError(), Nd4j.scalar(2.0), Nd4j.scalar(1.0)).passed());
  }

  @Test
  void refusesWhatCannotBeChecked() {
    assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(null, new double[1]));
    assertThrows(
        IllegalArgumentException.class, () -> GradientCheck.of(withFactor(1), new double[0]));
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientCheck.of(withFactor(1), new double[] {Double.NaN, 0}));
  }

  @Test
  void takesALossThatIsTwoFunctions() {
    INDArray p = Nd4j.createFromArray(new double[][] {{0.5, -1}, {3, 2}});
    INDArray y = Nd4j.zeros(DataType.DOUBLE, 2, 2);
    ToDoubleBiFunction<INDArray, INDArray> value = (a, b) -> a.sub(b).norm2Number().doubleValue();
    assertTrue(GradientCheck.of(value, (a, b) -> a.div(a.norm2Number()), p, y).passed());
    GradientCheck
        transposed = // columns that lie one behind the other are in their place all the same
        GradientCheck.of(value, (a, b) -> a.div(a.norm2Number()).dup('f'), p.transpose(), y);
    assertTrue(transposed.passed());
    assertFalse(GradientCheck.of(value, (a, b) -> a, p, y).passed());
    assertThrows(
        IllegalArgumentException.class,
        () -> GradientCheck.of(value, (a, b) -> a.reshape(4, 1), p, y));
  }
}
