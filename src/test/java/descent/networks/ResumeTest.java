package descent.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.models.Model;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.optimizers.FirstOrderState;
import descent.optimizers.Snapshot;
import descent.optimizers.State;
import descent.regularizers.L2;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A training that was saved goes on as if nothing had happened. */
class ResumeTest {

  private final INDArray x = Nd4j.randn(DataType.DOUBLE, 10, 3);
  private final INDArray y = Nd4j.randn(DataType.DOUBLE, 10, 1);
  private final Network network =
      Network.of(3, new Dense(4), new BatchNormalization(), new Dropout(0.3), new Dense(1));
  private final Adam adam = new Adam(0.01);

  private MiniBatchRisk risk(Model model) {
    return new MiniBatchRisk(model, new MeanSquaredError(), x, y, new Batches(10, 4, 5))
        .with(new L2(0.1));
  }

  @Test
  void theRestIsTheSameToTheLastBit(@TempDir Path folder) throws IOException {
    for (int first : new int[] {0, 2, 3, 7}) { // before, within and between epochs
      MiniBatchRisk whole = risk(network);
      FirstOrderState state = adam.start(network.start(new He(), 1));
      for (int k = 0; k < first; k++) {
        state.step(whole);
      }
      state.snapshot().write(folder.resolve("run"));
      new Trained((Network) whole.whole().model(), state.theta()).write(folder.resolve("network"));

      Trained saved = Trained.read(folder.resolve("network"), network);
      MiniBatchRisk rest = risk(saved.network()).after(first);
      State resumed = adam.resume(Snapshot.read(folder.resolve("run")));
      for (int k = 0; k < 6; k++) {
        state.step(whole);
        resumed.step(rest);
      }
      assertArrayEquals(state.theta(), resumed.theta());
      assertArrayEquals(
          ((Network) whole.whole().model()).statistics(),
          ((Network) rest.whole().model()).statistics());
    }
    assertThrows(IllegalArgumentException.class, () -> risk(network).after(-1));
  }
}
