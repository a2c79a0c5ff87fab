package descent.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import descent.models.Parameters;
import descent.objectives.EmpiricalRisk;
import descent.objectives.Quadratic;
import descent.optimizers.Adam;
import descent.optimizers.ElementwiseOptimizer;
import descent.optimizers.GradientDescent;
import descent.optimizers.Step;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every check lets the right form through and finds the wrong one. */
class TrainingChecksTest {

  private final Quadratic bowl = new Quadratic(1, 10);
  private final double[] start = {1, 1};

  /** A sign that was lost. */
  record Uphill(LearningRateSchedule learningRate) implements ElementwiseOptimizer {
    @Override
    public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
      for (int i = from; i < to; i++) {
        theta[i] += s.rate() * g[i];
      }
    }
  }

  @Test
  void aStepUphillAndARateTooLargeAreFound() {
    assertTrue(TrainingChecks.comesDown(new GradientDescent(0.1), bowl, start, 50).passed());
    assertTrue(TrainingChecks.comesDown(new Adam(0.1), bowl, start, 50).passed());
    Check uphill = TrainingChecks.comesDown(new Uphill(new Constant(0.1)), bowl, start, 50);
    assertEquals(
        "✗ the first step changes the value by 10.1000, to first order", uphill.toString());
    assertFalse(TrainingChecks.comesDown(new GradientDescent(0.21), bowl, start, 50).passed());
    assertFalse(TrainingChecks.comesDown(new GradientDescent(1e9), bowl, start, 500).passed());
  }

  @Test
  void theFirstLossIsThatOfGuessing() {
    assertTrue(TrainingChecks.firstLoss(2.31, 10).passed());
    assertEquals(
        "✗ the first loss is 9.210; guessing among 10 classes costs 2.303",
        TrainingChecks.firstLoss(4 * Math.log(10), 10).toString());
    assertFalse(TrainingChecks.firstLoss(Double.NaN, 10).passed());
    assertThrows(IllegalArgumentException.class, () -> TrainingChecks.firstLoss(1, 1));
  }

  @Test
  void aModelThatCannotLearnOneBatchIsFound() {
    INDArray x = Nd4j.createFromArray(new double[][] {{0}, {1}});
    INDArray line = Nd4j.createFromArray(new double[][] {{1}, {3}});
    EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(1), new MeanSquaredError(), x, line);
    GradientDescent descent = new GradientDescent(0.5);
    assertTrue(TrainingChecks.learnsOneBatch(risk, descent, new double[2], 500, 1e-6).passed());
    INDArray same = Nd4j.createFromArray(new double[][] {{0}, {0}});
    EmpiricalRisk blind = new EmpiricalRisk(new LinearModel(1), new MeanSquaredError(), same, line);
    Check check = TrainingChecks.learnsOneBatch(blind, descent, new double[2], 500, 1e-6);
    assertEquals("✗ the loss on one batch goes from 5.000 to 1.000 in 500 steps", check.toString());
  }

  @Test
  void aWeightThatStaysIsNamed() {
    Parameters map = Parameters.of("W", 2).and("b", 1);
    Check check = TrainingChecks.everyWeightMoves(map, new double[3], new double[] {0, 1, 0});
    assertEquals("✗ no number has moved in [b]", check.toString());
    assertTrue(
        TrainingChecks.everyWeightMoves(map, new double[3], new double[] {0, 1, 1e-9}).passed());
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingChecks.everyWeightMoves(map, new double[3], new double[2]));
  }

  @Test
  void rowsInBothPartsAreCounted() {
    INDArray train = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
    INDArray test = Nd4j.createFromArray(new double[][] {{3, 4}, {4, 3}, {1, 2}});
    assertEquals(
        "✗ 2 of 3 test rows are training rows", TrainingChecks.apart(train, test).toString());
    assertTrue(TrainingChecks.apart(train, test.getRow(1, true)).passed());
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainingChecks.apart(train, Nd4j.createFromArray(new double[][] {{1}})));
  }
}
