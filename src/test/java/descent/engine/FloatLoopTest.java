package descent.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.Hinge;
import descent.losses.Huber;
import descent.losses.LogCosh;
import descent.losses.MeanAbsoluteError;
import descent.losses.MeanSquaredError;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loop over floats, on every version of Java, beside the loop over blocks of doubles. */
class FloatLoopTest {

  private static final int N = 3 * Loop.BLOCK + 7; // not a whole number of blocks

  private final INDArray slopes = Nd4j.zeros(DataType.FLOAT, N);

  static List<Elementwise> losses() {
    return List.of(
        new MeanSquaredError(),
        new MeanAbsoluteError(),
        new Huber(1),
        new LogCosh(),
        new Hinge(),
        new BinaryCrossEntropy());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void givesWhatTheOtherLoopGives(Elementwise loss) {
    INDArray predictions = predictions(loss);
    INDArray targets = targets(loss);
    Sum sum = run(Loop.PAIRS, loss, predictions, targets);
    float[] expected = slopes.toFloatVector();
    assertEquals(sum, run(Loop.FLOATS, loss, predictions, targets));
    assertArrayEquals(expected, slopes.toFloatVector());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatIsNotFinite(Elementwise loss) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      INDArray predictions = predictions(loss);
      INDArray targets = targets(loss);
      predictions.putScalar(N - 1, bad);
      assertTrue(Double.isNaN(run(Loop.FLOATS, loss, predictions, targets).loss()), bad + " as ŷ");
      targets.putScalar(N - 1, -bad); // not even where both are infinite and cancel
      assertTrue(Double.isNaN(run(Loop.FLOATS, loss, predictions, targets).loss()), bad + " twice");
      predictions = predictions(loss);
      assertTrue(Double.isNaN(run(Loop.FLOATS, loss, predictions, targets).loss()), bad + " as y");
    }
  }

  @Test
  void refusesWhatIsOutOfTheDomain() {
    for (Elementwise loss : List.of(new Hinge(), new BinaryCrossEntropy())) {
      INDArray targets = targets(loss);
      targets.putScalar(N - 1, 1.5);
      assertTrue(Double.isNaN(run(Loop.FLOATS, loss, predictions(loss), targets).loss()));
    }
  }

  @Test
  void addsUpTheLargestFloats() {
    INDArray predictions = Nd4j.valueArrayOf(new long[] {N}, Float.MAX_VALUE, DataType.FLOAT);
    Sum sum = run(Loop.FLOATS, new MeanAbsoluteError(), predictions, predictions.neg());
    assertEquals(N * 2.0 * Float.MAX_VALUE, sum.loss(), 1e-14 * sum.loss());
  }

  @Test
  void isForFloatsWithoutWeightsOnly() {
    INDArray floats = Nd4j.ones(DataType.FLOAT, N);
    INDArray doubles = Nd4j.ones(DataType.DOUBLE, N);
    Elementwise loss = new MeanSquaredError();
    boolean pays = Runtime.version().feature() >= 20;
    assertEquals(pays, fits(loss, floats, floats, null, floats, null));
    assertEquals(pays, fits(loss, floats, floats, null, null, null));
    assertFalse(fits(new BinaryCrossEntropyWithLogits(), floats, floats, null, floats, null));
    assertFalse(fits(loss, doubles, floats, null, floats, null));
    assertFalse(fits(loss, floats, doubles, null, floats, null));
    assertFalse(fits(loss, floats, floats, null, doubles, null));
    assertFalse(fits(loss, floats, floats, floats, floats, null));
    assertFalse(fits(loss, floats, floats, null, null, floats));
  }

  private static boolean fits(
      Elementwise loss, INDArray p, INDArray t, INDArray w, INDArray slopes, INDArray losses) {
    try (Batch batch = Batch.ofElements(p, t, w, slopes, losses)) {
      return FloatLoop.fits(loss, batch);
    }
  }

  private Sum run(Loop.Copies<Elementwise> loops, Elementwise loss, INDArray p, INDArray t) {
    try (Batch batch = Batch.ofElements(p, t, null, slopes, null)) {
      return batch.run(loops.get(loss.getClass()), loss, 0.3);
    }
  }

  private static INDArray predictions(Elementwise loss) {
    Random random = new Random(1);
    boolean probability = loss.predictions() == Domain.PROBABILITY;
    float[] x = new float[N];
    for (int i = 0; i < N; i++) {
      x[i] = probability ? random.nextFloat() : (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(x);
  }

  private static INDArray targets(Elementwise loss) {
    Random random = new Random(2);
    float[] y = new float[N];
    for (int i = 0; i < N; i++) {
      int bit = random.nextInt(2);
      y[i] =
          switch (loss.targets()) {
            case SIGN -> 2 * bit - 1;
            case PROBABILITY -> bit;
            default -> (float) random.nextGaussian();
          };
    }
    return Nd4j.createFromArray(y);
  }
}
