package descent.objectives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EmpiricalRiskTest {

  private final INDArray x = Nd4j.create(new double[][] {{1, 2}, {3, 4}, {5, 6}});
  private final INDArray y = Nd4j.create(new double[][] {{2}, {4}, {6}});
  private final EmpiricalRisk risk =
      new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), x, y);

  @Test
  void valueAndGradientByHand() {
    // W = (1, 1), b = 0: predictions 3, 7, 11; errors 1, 3, 5
    double[] theta = {1, 1, 0};
    double[] gradient = new double[3];
    assertEquals(35.0 / 3, risk.evaluate(theta, gradient), 1e-14);
    assertArrayEquals(new double[] {70.0 / 3, 88.0 / 3, 6}, gradient, 1e-13);
    assertEquals(35.0 / 3, risk.value(theta), 1e-14);
    assertArrayEquals(new double[] {1, 1, 0}, theta);
  }

  @Test
  void gradientEqualsCentralDifferencesForSeveralOutputs() {
    INDArray inputs = Nd4j.rand(DataType.DOUBLE, 7, 3);
    INDArray targets = Nd4j.rand(DataType.DOUBLE, 7, 2);
    LinearModel model = new LinearModel(3, 2);
    EmpiricalRisk several = new EmpiricalRisk(model, new MeanSquaredError(), inputs, targets);
    double[] theta = {0.3, -1, 2, 0.5, 1, 1, -0.2, 0.1};
    assertEquals(model.parameters(), theta.length);
    GradientCheck check = GradientCheck.of(several, theta);
    assertTrue(check.passed(), check::toString);
  }

  @Test
  void floatsWork() {
    EmpiricalRisk floats =
        new EmpiricalRisk(
            new LinearModel(2),
            new MeanSquaredError(),
            x.castTo(DataType.FLOAT),
            y.castTo(DataType.FLOAT));
    double[] gradient = new double[3];
    assertEquals(35.0 / 3, floats.evaluate(new double[] {1, 1, 0}, gradient), 1e-5);
    assertEquals(88.0 / 3, gradient[1], 1e-5);
  }

  @Test
  void refusesWhatDoesNotFit() {
    LinearModel model = new LinearModel(2);
    MeanSquaredError loss = new MeanSquaredError();
    assertThrows(IllegalArgumentException.class, () -> new LinearModel(0));
    assertThrows(IllegalArgumentException.class, () -> new LinearModel(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new EmpiricalRisk(null, loss, x, y));
    assertThrows(IllegalArgumentException.class, () -> new EmpiricalRisk(model, null, x, y));
    assertThrows(
        IllegalArgumentException.class, () -> new EmpiricalRisk(model, loss, x, y.getRows(0, 1)));
    assertThrows(IllegalArgumentException.class, () -> risk.value(new double[2]));
    assertThrows(IllegalArgumentException.class, () -> risk.evaluate(new double[3], new double[2]));
    EmpiricalRisk flat = new EmpiricalRisk(model, loss, x, y.reshape(3));
    String message =
        assertThrows(IllegalArgumentException.class, () -> flat.value(new double[3])).getMessage();
    assertTrue(message.contains("[3, 1] and targets [3]"), "no broadcasting: " + message);
    EmpiricalRisk wide = new EmpiricalRisk(new LinearModel(3), loss, x, y);
    assertThrows(IllegalArgumentException.class, () -> wide.value(new double[4]));
  }
}
