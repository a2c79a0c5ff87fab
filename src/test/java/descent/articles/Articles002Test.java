package descent.articles;

import static descent.articles.Printed.column;
import static descent.articles.Printed.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.data.Batches;
import descent.data.Csv;
import descent.data.Dataset;
import descent.data.Standardizer;
import descent.losses.MeanSquaredError;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.optimizers.State;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The article 002: what is printed fails as described, and the right form does not. */
class Articles002Test {

  private final Dataset data = Dataset.of(Csv.read("notebooks/data/diabetes.csv"), "progression");
  private final INDArray x = Standardizer.fit(data.inputs()).apply(data.inputs());
  private final INDArray scaled = Standardizer.fit(data.targets()).apply(data.targets());
  private final Network network =
      Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));

  /** 002 §4: 100 epochs of one batch are 100 steps, too few to reach raw targets from 0. */
  @Test
  void aHundredStepsOnRawTargetsLeaveSeveralTimesTheVariance() {
    double variance = data.targets().var(false).getDouble(0);
    EmpiricalRisk whole = new EmpiricalRisk(network, new MeanSquaredError(), x, data.targets());
    State printed = new Adam(0.001).start(network.start(new He(), 1));
    for (int epoch = 0; epoch < 100; epoch++) {
      printed.step(whole);
    }
    assertTrue(whole.value(printed.theta()) > 2 * variance);
    for (JsonElement ratio :
        recorded("100 steps on diabetes").get(0).getAsJsonObject().getAsJsonArray("raw_targets")) {
      assertTrue(ratio.getAsDouble() > 2);
    }
  }

  /** 002 §4: with standardized targets and batches of 32, 100 epochs are 1400 steps. */
  @Test
  void batchesAndStandardizedTargetsLearnInTheSameEpochs() {
    MiniBatchRisk risk =
        new MiniBatchRisk(network, new MeanSquaredError(), x, scaled, new Batches(442, 32, 1));
    assertEquals(14, risk.perEpoch());
    State state = new Adam(0.001).start(network.start(new He(), 1));
    for (int step = 0; step < 100 * 14; step++) {
      state.step(risk);
    }
    assertTrue(risk.whole().value(state.theta()) < 0.5); // of a variance of 1
  }

  /** 002 §4: targets [n] against outputs [n, 1]: PyTorch warns and goes on, the library refuses. */
  @Test
  void targetsWithoutAColumnAreBroadcastByPyTorch() {
    JsonObject torch = recorded("targets without a column").get(0).getAsJsonObject();
    INDArray y = Nd4j.createFromArray(1.0, 2.0, 3.0);
    INDArray table = Printed.broadcastDifferences(y, y);
    double printed = table.mul(table).meanNumber().doubleValue();
    assertEquals(printed, torch.get("perfect_but_broadcast").getAsDouble(), 1e-6);
    assertEquals("UserWarning", torch.get("warns").getAsString());
    assertThrows(
        IllegalArgumentException.class, () -> new MeanSquaredError().value(column(1, 2, 3), y));
    assertEquals(0, new MeanSquaredError().value(column(1, 2, 3), column(1, 2, 3)));
  }

  /**
   * 002 §5: two players on V(x, y) = x y. To minimize it in both runs away below every bound; one
   * down and one up at once spirals outward; a look ahead, first half of a step, leads to the
   * saddle.
   */
  @Test
  void anAdversarialLossIsNotMinimizedButHasASaddle() {
    double rate = 0.1;
    double[] both = {1, 0.5};
    double[] against = {1, 0.5};
    double[] ahead = {1, 0.5};
    for (int i = 0; i < 2000; i++) {
      if (i < 200) {
        both = new double[] {both[0] - rate * both[1], both[1] - rate * both[0]};
        against = new double[] {against[0] - rate * against[1], against[1] + rate * against[0]};
      }
      double[] look = {ahead[0] - rate * ahead[1], ahead[1] + rate * ahead[0]};
      ahead = new double[] {ahead[0] - rate * look[1], ahead[1] + rate * look[0]};
    }
    assertTrue(both[0] * both[1] < -1e6);
    assertTrue(Math.hypot(against[0], against[1]) > 2 * Math.hypot(1, 0.5));
    assertEquals(0, Math.hypot(ahead[0], ahead[1]), 1e-4);
  }
}
