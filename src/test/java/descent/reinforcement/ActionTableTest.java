package descent.reinforcement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.losses.MeanSquaredError;
import descent.objectives.EmpiricalRisk;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ActionTableTest {

  private final ActionTable table = new ActionTable(3, 2);
  private final double[] theta = {1, 2, 3, 4, 5, 6};

  private static INDArray column(double... numbers) {
    return Nd4j.create(numbers, new long[] {numbers.length, 1}, DataType.DOUBLE);
  }

  @Test
  void looksUpRows() {
    INDArray found = table.predict(theta, column(2, 0, 2));
    assertArrayEquals(new long[] {3, 2}, found.shape());
    assertArrayEquals(new double[] {5, 6, 1, 2, 5, 6}, found.reshape(6).toDoubleVector());
    assertEquals(6, table.parameters());
    assertEquals("Q", table.map().blocks().get(0).name());
  }

  @Test
  void theWayBackAddsUpRowsOfTheSameState() {
    INDArray targets = Nd4j.create(new double[][] {{0, 1}, {2, 0}, {7, 1}});
    EmpiricalRisk risk = new EmpiricalRisk(table, new MeanSquaredError(), column(2, 0, 2), targets);
    assertTrue(GradientCheck.of(risk, theta).passed());
  }

  @Test
  void refusesWhatIsNotInIt() {
    assertThrows(IllegalArgumentException.class, () -> new ActionTable(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ActionTable(1, 0));
    for (double number : new double[] {3, -1, 0.5, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> table.predict(theta, column(number)));
    }
    assertThrows(IllegalArgumentException.class, () -> table.predict(new double[5], column(1)));
    assertThrows(IllegalArgumentException.class, () -> table.predict(theta, Nd4j.zeros(1, 2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> table.pullback(theta, column(1), Nd4j.zeros(2, 2), new double[6]));
  }
}
