package descent.networks;

import static descent.Fixtures.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.data.Batches;
import descent.losses.BinaryCrossEntropy;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.CrossEntropy;
import descent.losses.Loss;
import descent.losses.MeanSquaredError;
import descent.losses.SoftmaxCrossEntropy;
import descent.losses.TokenCrossEntropy;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.training.Fit;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values, gradients and training paths equal PyTorch's, see make_networks.py. */
class NetworkReferenceTest {

  private record Case(
      String name, Network network, Loss loss, INDArray x, INDArray y, double rate) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    INDArray x10 = array(wave(320, 0.1), 32, 10);
    INDArray x3 = array(wave(36, 0.2), 12, 3);
    INDArray y32 = array(wave(32, 0.3), 32, 1);
    INDArray y12 = array(Arrays.stream(wave(12, 0.4)).map(v -> v > 0 ? 1 : 0).toArray(), 12, 1);
    INDArray k12 = array(IntStream.range(0, 12).mapToDouble(i -> i % 4).toArray(), 12, 1);
    Network relu =
        Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
    Network logits = Network.of(3, new Dense(4), new Tanh(), new Dense(1));
    Network sigmoid = Network.of(3, new Dense(4), new Tanh(), new Dense(1), new Sigmoid());
    Network normal =
        Network.of(3, new Dense(5), new BatchNormalization(), new ReLU(), new Dense(4));
    Network residual =
        Network.of(
            3,
            new Dense(4),
            new Residual(new Dense(6), new BatchNormalization(), new Sigmoid(), new Dense(4)),
            new Tanh(),
            new Dense(4));
    Network convolution =
        Network.of(
            10,
            new TemporalConvolution(2, 3, 3),
            new Tanh(),
            new TemporalConvolution(3, 1, 1),
            new Dense(4));
    INDArray x12 = array(wave(120, 0.1), 12, 10);
    Network softmax = Network.of(3, new Dense(4), new Softmax());
    Network convolutions =
        Network.of(
            48,
            new Convolution(4, 6, 3, 3),
            new Tanh(),
            new MaxPooling(4, 6),
            new Convolution(2, 3, 2, 5),
            new ReLU(),
            new Dense(4));
    INDArray x48 = array(wave(288, 0.2), 6, 48);
    INDArray k6 = array(new double[] {0, 1, 2, 3, 0, 1}, 6, 1);
    INDArray sequences = array(wave(36, 0.2), 3, 12);
    INDArray y24 = array(wave(24, 0.3), 3, 8);
    Network recurrent = Network.of(12, new GatedRecurrentUnit(3, 5), new Stepwise(4, new Dense(2)));
    INDArray s7 =
        array(symbols(56, 11, 3), 8, 7); // three symbols of the source, four of the target
    INDArray t4 = array(symbols(32, 6, 1), 8, 4); // some are 0, the padding
    Network translator =
        Network.of(
            7,
            new Embedding(11, 3),
            new GatedRecurrentUnit(3, 4, 3),
            new Attention(4, 3),
            new Stepwise(4, new Dense(5), new Tanh(), new Dense(6)));
    return Stream.of(
        new Case("10-64-32-1 relu", relu, new MeanSquaredError(), x10, y32, 0.001),
        new Case("3-4-1 tanh sigmoid", sigmoid, new BinaryCrossEntropy(), x3, y12, 0.01),
        new Case("3-4-1 tanh logits", logits, new BinaryCrossEntropyWithLogits(), x3, y12, 0.01),
        new Case("3-5-4 batch normalization", normal, new SoftmaxCrossEntropy(), x3, k12, 0.01),
        new Case("3-4-4-4 residual", residual, new SoftmaxCrossEntropy(), x3, k12, 0.01),
        new Case("3-4 softmax", softmax, new CrossEntropy(), x3, k12, 0.01),
        new Case(
            "10-15-5-4 convolution over time",
            convolution,
            new SoftmaxCrossEntropy(),
            x12,
            k12,
            0.01),
        new Case("4x6x2 convolutions", convolutions, new SoftmaxCrossEntropy(), x48, k6, 0.01),
        new Case("recurrent", recurrent, new MeanSquaredError(), sequences, y24, 0.01),
        new Case("encoder decoder", translator, new TokenCrossEntropy(6, 0, 0.1), s7, t4, 0.01));
  }

  /** Numbers of symbols without an order: squares modulo how many there are. */
  private static double[] symbols(int n, int count, int from) {
    return IntStream.range(from, from + n).mapToDouble(i -> i * i % count).toArray();
  }

  private static double[] wave(int n, double a) {
    return IntStream.range(0, n).mapToDouble(i -> 0.8 * Math.sin(a + 1.7 * i)).toArray();
  }

  private static INDArray array(double[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }

  private static MiniBatchRisk risk(Case c) {
    int rows = (int) c.x.size(0);
    return new MiniBatchRisk(c.network, c.loss, c.x, c.y, new Batches(rows, rows, 1));
  }

  private static JsonObject expected(Case c) {
    return Fixtures.cases("networks.json", c.name).get(0).getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientEqualsPyTorchs(Case c) {
    double[] theta = wave(c.network.parameters(), 0.5);
    double[] gradient = new double[theta.length];
    assertEquals(expected(c).get("value").getAsDouble(), risk(c).evaluate(theta, gradient), 1e-13);
    assertArrayEquals(doubles(expected(c), "gradient"), gradient, 1e-13);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientOfTheInputEqualsPyTorchs(Case c) {
    if (c.network.statistics().length > 0) {
      return; // PyTorch's is that in training; LayerTest checks this one
    }
    double[] theta = wave(c.network.parameters(), 0.5);
    INDArray slopes = c.loss.gradient(c.network.predict(theta, c.x), c.y);
    INDArray found = c.network.inputGradient(theta, c.x, slopes);
    assertArrayEquals(
        doubles(expected(c), "inputGradient"), found.dup('c').data().asDouble(), 1e-13);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingTakesTheSamePath(Case c) {
    double[] values = doubles(expected(c), "values");
    Fit.Result fit =
        new Fit(risk(c), new Adam(c.rate), values.length).run(wave(c.network.parameters(), 0.5));
    assertArrayEquals(values, fit.training(), 1e-10);
    // a bias before batch normalization has no slope but rounding, which Adam makes larger
    double tolerance = c.network.statistics().length > 0 ? 1e-8 : 1e-10;
    assertArrayEquals(doubles(expected(c), "theta"), fit.theta(), tolerance);
    Network trained = (Network) fit.model();
    assertArrayEquals(doubles(expected(c), "statistics"), trained.statistics(), tolerance);
    INDArray predictions = trained.predict(fit.theta(), c.x);
    assertArrayEquals(
        doubles(expected(c), "predictions"), predictions.dup('c').data().asDouble(), 1e-10);
  }
}
