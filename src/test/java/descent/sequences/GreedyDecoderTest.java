package descent.sequences;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.models.Model;
import descent.networks.Attention;
import descent.networks.Dense;
import descent.networks.Embedding;
import descent.networks.GatedRecurrentUnit;
import descent.networks.Network;
import descent.networks.Stepwise;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GreedyDecoderTest {

  private static final int PADDING = 0;
  private static final int BORDER = 1;
  private static final int ROWS = 70; // more than go through the model at once

  /** Counts up from the source's only symbol to 5, by what it reads, and ends. */
  private record Counter(int steps) implements Model {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public INDArray predict(double[] theta, INDArray inputs) {
      int rows = (int) inputs.size(0);
      INDArray logits = Nd4j.zeros(DataType.DOUBLE, rows, steps * 6);
      for (int r = 0; r < rows; r++) {
        for (int t = 0; t < steps; t++) {
          int read = inputs.getInt(r, 1 + t);
          int next = read == BORDER ? inputs.getInt(r, 0) : read + 1;
          logits.putScalar(r, t * 6 + (read == 5 ? BORDER : Math.min(next, 5)), theta[0]);
        }
      }
      return logits;
    }

    @Override
    public void pullback(double[] theta, INDArray inputs, INDArray slopes, double[] gradient) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void readsWhatItHasWrittenUntilTheBorder() {
    INDArray sources = Nd4j.createFromArray(new double[][] {{2}, {5}, {4}});
    double[][] written =
        new GreedyDecoder(new Counter(6), 6, BORDER, PADDING)
            .decode(new double[] {3}, sources)
            .toDoubleMatrix();
    assertArrayEquals(new double[] {2, 3, 4, 5, BORDER, PADDING}, written[0]);
    assertArrayEquals(new double[] {5, BORDER, PADDING, PADDING, PADDING, PADDING}, written[1]);
    assertArrayEquals(new double[] {4, 5, BORDER, PADDING, PADDING, PADDING}, written[2]);
    assertArrayEquals(new double[] {2, 5, 4}, sources.toDoubleVector());
  }

  @Test
  void endsWithoutABorderWhereThereIsNoRoomForIt() {
    INDArray written =
        new GreedyDecoder(new Counter(3), 3, BORDER, PADDING)
            .decode(new double[] {3}, Nd4j.createFromArray(new float[][] {{2}}));
    assertArrayEquals(new double[] {2, 3, 4}, written.toDoubleVector());
    assertEquals(DataType.FLOAT, written.dataType());
  }

  /** With its own words as the teacher's, a model predicts its own words. */
  @Test
  void isAFixedPointOfTeacherForcing() {
    int source = 3;
    int steps = 5;
    int symbols = 7;
    Network network =
        Network.of(
            source + steps,
            new Embedding(symbols, 4),
            new GatedRecurrentUnit(4, 6, source),
            new Attention(6, source),
            new Stepwise(steps, new Dense(symbols)));
    double[] theta = new Random(5).doubles(network.parameters(), -2, 2).toArray();
    double[] numbers = new Random(6).ints(ROWS * source, 0, symbols).asDoubleStream().toArray();
    INDArray sources = Nd4j.create(numbers, new long[] {ROWS, source}, 'c');
    double[][] written =
        new GreedyDecoder(network, steps, BORDER, PADDING).decode(theta, sources).toDoubleMatrix();
    double[][] inputs = new double[ROWS][source + steps];
    int lengths = 0;
    for (int r = 0; r < ROWS; r++) {
      System.arraycopy(numbers, r * source, inputs[r], 0, source);
      inputs[r][source] = BORDER;
      System.arraycopy(written[r], 0, inputs[r], source + 1, steps - 1);
    }
    double[][] logits = network.predict(theta, Nd4j.create(inputs)).toDoubleMatrix();
    for (int r = 0; r < ROWS; r++) {
      for (int t = 0; t < steps; t++) {
        for (int k = 0; k < symbols; k++) {
          double chosen = logits[r][t * symbols + (int) written[r][t]];
          assertTrue(logits[r][t * symbols + k] <= chosen, "row " + r + ", step " + t);
        }
        lengths++;
        if (written[r][t] == BORDER) {
          break;
        }
      }
    }
    assertTrue(lengths > 2 * ROWS, "only " + lengths + " symbols were compared");
  }

  @Test
  void refusesWhatDoesNotFit() {
    Counter counter = new Counter(3);
    assertThrows(IllegalArgumentException.class, () -> new GreedyDecoder(null, 3, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new GreedyDecoder(counter, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new GreedyDecoder(counter, 3, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new GreedyDecoder(counter, 3, 1, 1));
    GreedyDecoder decoder = new GreedyDecoder(counter, 3, BORDER, PADDING);
    assertThrows(IllegalArgumentException.class, () -> decoder.decode(new double[1], null));
    assertThrows(
        IllegalArgumentException.class,
        () -> decoder.decode(new double[1], Nd4j.zeros(DataType.DOUBLE, 3)));
  }
}
