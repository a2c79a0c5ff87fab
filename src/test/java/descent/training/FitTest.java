package descent.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.data.Batches;
import descent.engine.NonFiniteException;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import descent.networks.BatchNormalization;
import descent.networks.Dense;
import descent.networks.Network;
import descent.networks.Xavier;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.FirstOrderState;
import descent.optimizers.GradientDescent;
import descent.training.History.Outcome;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FitTest {

  private final INDArray x = Nd4j.createFromArray(new double[][] {{0}, {1}, {2}, {3}, {4}});
  private final INDArray y = x.mul(2).addi(1);
  private final LinearModel line = new LinearModel(1);
  private final GradientDescent descent = new GradientDescent(0.05);

  private MiniBatchRisk risk() {
    return new MiniBatchRisk(line, new MeanSquaredError(), x, y, new Batches(5, 2, 1));
  }

  @Test
  void recordsEpochsAsStepsByHandDo() {
    Fit.Result fit = new Fit(risk(), descent, 4, new Validation(x, y, 4)).run(new double[2]);
    MiniBatchRisk risk = risk();
    FirstOrderState state = descent.start(new double[2]);
    for (int epoch = 0; epoch < 4; epoch++) {
      double sum = 0;
      for (int b = 0; b < 3; b++) {
        sum += state.step(risk);
      }
      assertEquals(sum / 3, fit.training()[epoch], 1e-15);
      assertEquals(
          new EmpiricalRisk(line, new MeanSquaredError(), x, y).value(state.theta()),
          fit.validation()[epoch]);
    }
    assertEquals(4, fit.best());
    assertArrayEquals(state.theta(), fit.theta());
    assertEquals(Outcome.OUT_OF_STEPS, fit.outcome());
    assertTrue(fit.toString().startsWith("out of steps after 4 epochs, training loss "));
  }

  @Test
  void keepsTheBestEpochAndStopsWhenPatienceEnds() {
    // the best line for these is the start; every step leads away from it
    INDArray elsewhere = y.neg();
    double[] start = {-2, -1};
    GradientDescent slow = new GradientDescent(0.005);
    Fit.Result fit = new Fit(risk(), slow, 100, new Validation(x, elsewhere, 3)).run(start.clone());
    assertEquals(Outcome.CONVERGED, fit.outcome());
    assertEquals(1, fit.best());
    assertEquals(4, fit.validation().length, "the best epoch and three without a better one");
    Fit.Result one = new Fit(risk(), slow, 1).run(start);
    assertArrayEquals(one.theta(), fit.theta());
    assertEquals(0, one.best());
    assertEquals(0, one.validation().length);
  }

  @Test
  void returnsTheStatisticsThatBelongToTheWeights() {
    Network network = Network.of(1, new BatchNormalization(), new Dense(1));
    double[] start = network.start(new Xavier(), 1);
    MiniBatchRisk long1 =
        new MiniBatchRisk(network, new MeanSquaredError(), x, y, new Batches(5, 5, 1));
    MiniBatchRisk short1 =
        new MiniBatchRisk(network, new MeanSquaredError(), x, y, new Batches(5, 5, 1));
    GradientDescent away = new GradientDescent(0.9);
    Fit.Result watched = new Fit(long1, away, 12, new Validation(x, y, 12)).run(start);
    assertTrue(watched.best() < 12, "the best epoch is not the last: " + watched);
    Fit.Result plain = new Fit(short1, away, watched.best()).run(start);
    assertArrayEquals(plain.theta(), watched.theta());
    assertArrayEquals(
        ((Network) plain.model()).statistics(), ((Network) watched.model()).statistics());
  }

  @Test
  void divergenceAndInterruptionLeaveAModel() {
    Fit.Result diverged = new Fit(risk(), new GradientDescent(1e200), 9).run(new double[2]);
    assertEquals(Outcome.DIVERGED, diverged.outcome());
    assertTrue(Double.isFinite(risk().whole().value(diverged.theta())), "a usable model");
    Thread.currentThread().interrupt();
    Fit.Result stopped = new Fit(risk(), descent, 9).run(new double[2]);
    assertEquals(Outcome.INTERRUPTED, stopped.outcome());
    assertFalse(Thread.interrupted(), "the flag is taken");
    assertTrue(stopped.theta()[0] != 0, "one step was taken");
    assertEquals(0, stopped.training().length);
    assertThrows(
        NonFiniteException.class, () -> new Fit(risk(), descent, 9).run(new double[] {1e200, 0}));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Fit(null, descent, 1));
    assertThrows(IllegalArgumentException.class, () -> new Fit(risk(), null, 1));
    assertThrows(IllegalArgumentException.class, () -> new Fit(risk(), descent, 0));
    assertThrows(IllegalArgumentException.class, () -> new Validation(x, y, 0));
    assertThrows(IllegalArgumentException.class, () -> new Validation(null, y, 1));
    assertThrows(IllegalArgumentException.class, () -> new Validation(x, null, 1));
    assertThrows(IllegalArgumentException.class, () -> new Validation(x, y.getRow(0, true), 1));
  }
}
