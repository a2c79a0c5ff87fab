package descent.objectives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MiniBatchRiskTest {

  private final INDArray x = Nd4j.rand(DataType.DOUBLE, 12, 2);
  private final INDArray y = Nd4j.rand(DataType.DOUBLE, 12, 1);
  private final double[] theta = {0.5, -1, 2};

  private MiniBatchRisk risk(Batches batches) {
    return new MiniBatchRisk(new LinearModel(2), new MeanSquaredError(), x, y, batches);
  }

  @Test
  void theBatchesOfAnEpochAverageToTheWhole() {
    MiniBatchRisk risk = risk(new Batches(12, 4, 1));
    double[] sum = new double[3];
    double value = 0;
    for (int b = 0; b < 3; b++) {
      double[] gradient = new double[3];
      value += risk.evaluate(theta, gradient) / 3;
      for (int i = 0; i < 3; i++) {
        sum[i] += gradient[i] / 3;
      }
      risk.advance();
    }
    double[] whole = new double[3];
    assertEquals(risk.whole().evaluate(theta, whole), value, 1e-14);
    assertArrayEquals(whole, sum, 1e-14);
  }

  @Test
  void isPureUntilItAdvances() {
    MiniBatchRisk risk = risk(new Batches(12, 5, 1));
    double first = risk.value(theta);
    assertEquals(first, risk.value(theta));
    assertTrue(GradientCheck.of(risk, theta).passed());
    risk.advance();
    assertNotEquals(first, risk.value(theta));
  }

  @Test
  void seesTheRowsOfItsBatchesInOrderEpochAfterEpoch() {
    Batches batches = new Batches(12, 5, 7, true);
    MiniBatchRisk risk = risk(batches);
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int[] rows : batches.epoch(epoch)) {
        EmpiricalRisk expected =
            new EmpiricalRisk(
                new LinearModel(2), new MeanSquaredError(), x.getRows(rows), y.getRows(rows));
        assertEquals(expected.value(theta), risk.value(theta));
        risk.advance();
      }
    }
  }

  @Test
  void takesViewsIntegersAndFloats() {
    Batches batches = new Batches(12, 11, 3); // the last batch has one row
    INDArray whole = y.mul(10).castTo(DataType.INT32);
    INDArray[][] pairs = {
      {x.dup('f'), y},
      {Nd4j.hstack(y, x).get(NDArrayIndex.all(), NDArrayIndex.interval(1, 3)), y},
      {x, whole},
      {x.castTo(DataType.FLOAT), y.castTo(DataType.FLOAT)}
    };
    for (INDArray[] pair : pairs) {
      MiniBatchRisk risk =
          new MiniBatchRisk(new LinearModel(2), new MeanSquaredError(), pair[0], pair[1], batches);
      for (int[] rows : batches.epoch(0)) {
        INDArray expected = pair[0].getRows(rows).castTo(DataType.DOUBLE);
        EmpiricalRisk plain =
            new EmpiricalRisk(
                new LinearModel(2), new MeanSquaredError(), expected, pair[1].getRows(rows));
        double[] gradient = new double[3];
        assertEquals(plain.value(theta), risk.evaluate(theta, gradient), 1e-6);
        assertEquals(plain.value(theta), risk.value(theta), 1e-6);
        risk.advance();
      }
    }
  }

  @Test
  void refusesBatchesOfAnotherNumberOfRows() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> risk(new Batches(11, 5, 1)));
    assertTrue(e.getMessage().contains("the rows of batches is 11; expected 12"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> risk(null));
  }
}
