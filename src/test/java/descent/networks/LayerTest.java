package descent.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.models.Learner;
import descent.models.Parameters;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.objectives.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What holds for every layer, and what is special to one. */
class LayerTest {

  private static final int ROWS = 9;

  /** A reader's own layer, as the Javadoc of Layer shows it. */
  record Square() implements Layer {
    @Override
    public void forward(Pass p) {
      for (int i = 0; i < p.rows * p.inputs; i++) {
        p.y[i] = p.x[i] * p.x[i];
      }
    }

    @Override
    public void backward(Pass p) {
      for (int i = 0; i < p.rows * p.inputs; i++) {
        p.dx[i] = p.dy[i] * 2 * p.x[i];
      }
    }
  }

  static Stream<Layer> layers() {
    return Stream.of(
        new Dense(5),
        new Dense(1),
        new Tanh(),
        new Sigmoid(),
        new ReLU(),
        new Softmax(),
        new Square(),
        new BatchNormalization(),
        new BatchNormalization(0.3, 0.1),
        new Dropout(0.4),
        new Convolution(2, 2, 3, 3),
        new Convolution(1, 2, 2, 5), // two channels, and a filter larger than the picture
        new Convolution(2, 1, 1, 1),
        new MaxPooling(2, 2),
        new TemporalConvolution(2, 3, 3),
        new TemporalConvolution(1, 5, 2),
        new TemporalConvolution(4, 1, 2),
        new Residual(new Dense(6), new Tanh(), new Dense(4)),
        new Residual(new BatchNormalization(), new Residual(new Dropout(0.2), new Dense(4))),
        new GatedRecurrentUnit(1, 3),
        new GatedRecurrentUnit(2, 3, 1),
        new GatedRecurrentUnit(1, 2, 3),
        new Attention(1, 2),
        new Attention(1, 3),
        new Stepwise(2, new Dense(3), new Tanh()),
        new Stepwise(4, new Dropout(0.3), new Residual(new BatchNormalization(), new Dense(1))),
        new GaussianSampling(),
        new SkipConcatenation(new Dense(3), new Tanh(), new BatchNormalization()),
        new SkipConcatenation(new GaussianSampling(), new Dense(5)));
  }

  /** The layer between two dense ones, so that it has weights before and behind it. */
  private static Network around(Layer layer) {
    return Network.of(3, new Dense(4), layer, new Dense(2));
  }

  private static INDArray random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] values = random.doubles((long) rows * columns, -1.5, 1.5).toArray();
    return array(values, rows, columns);
  }

  private static INDArray array(double[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }

  private static double[] theta(Network network) {
    return new Random(3).doubles(network.parameters(), -1, 1).toArray();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theGradientInTrainingIsRight(Layer layer) {
    Network network = around(layer);
    MiniBatchRisk risk =
        new MiniBatchRisk(
            network,
            new MeanSquaredError(),
            random(ROWS, 3, 1),
            random(ROWS, 2, 2),
            new Batches(ROWS, 6, 4)); // the second batch is smaller
    for (int step = 0; step < 3; step++) {
      GradientCheck check = GradientCheck.of(risk, theta(network));
      assertTrue(check.passed(), check.toString());
      risk.advance();
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theGradientAfterTrainingIsRight(Layer layer) {
    Network network = around(layer);
    try (Learner learner = network.learner(1)) {
      learner.predict(theta(network), random(ROWS, 3, 5));
      learner.advance();
      EmpiricalRisk risk =
          new EmpiricalRisk(
              learner.model(), new MeanSquaredError(), random(ROWS, 3, 1), random(ROWS, 2, 2));
      GradientCheck check = GradientCheck.of(risk, theta(network));
      assertTrue(check.passed(), check.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theGradientOfTheInputIsRight(Layer layer) {
    Network network = Network.of(4, layer, new Dense(2)); // the layer comes first
    double[] theta = theta(network);
    MeanSquaredError loss = new MeanSquaredError();
    INDArray y = random(ROWS, 2, 2);
    Objective ofInput =
        (x, gradient) -> {
          INDArray input = Nd4j.create(x, new long[] {ROWS, 4}, 'c');
          INDArray predictions = network.predict(theta, input);
          INDArray back = network.inputGradient(theta, input, loss.gradient(predictions, y));
          System.arraycopy(back.dup('c').data().asDouble(), 0, gradient, 0, x.length);
          return loss.value(predictions, y);
        };
    double[] x = random(ROWS, 4, 1).data().asDouble();
    GradientCheck check = GradientCheck.of(ofInput, x);
    assertTrue(check.passed(), check.toString());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void manyRowsGoThroughInBlocksAsOneByOne(Layer layer) {
    Network network = around(layer);
    double[] theta = theta(network);
    int many = 600;
    INDArray x = random(many, 3, 1);
    INDArray slopes = random(many, 2, 2);
    INDArray all = network.predict(theta, x);
    double[] gradient = new double[theta.length];
    network.pullback(theta, x, slopes, gradient);
    double[] sum = new double[theta.length];
    double[] one = new double[theta.length];
    for (int r = 0; r < many; r++) {
      INDArray row = x.getRow(r, true);
      assertArrayEquals(
          all.getRow(r).toDoubleVector(), network.predict(theta, row).toDoubleVector(), 1e-14);
      network.pullback(theta, row, slopes.getRow(r, true), one);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[i];
      }
    }
    assertArrayEquals(sum, gradient, 1e-10);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void floatsAndViewsAreTaken(Layer layer) {
    Network network = around(layer);
    double[] theta = theta(network);
    INDArray x = random(ROWS, 3, 1);
    INDArray expected = network.predict(theta, x);
    assertEquals(expected, network.predict(theta, x.dup('f')));
    INDArray floats = network.predict(theta, x.castTo(DataType.FLOAT));
    assertEquals(DataType.FLOAT, floats.dataType());
    assertTrue(expected.sub(floats.castTo(DataType.DOUBLE)).amaxNumber().doubleValue() < 1e-5);
  }

  @Test
  void reluHasNoSlopeAtZero() {
    Network network = Network.of(1, new Dense(1), new ReLU());
    INDArray one = Nd4j.ones(DataType.DOUBLE, 1, 1);
    double[] gradient = new double[2];
    network.pullback(new double[] {0, 0}, one, one, gradient);
    assertArrayEquals(new double[] {0, 0}, gradient);
    network.pullback(new double[] {0, 1e-300}, one, one, gradient);
    assertArrayEquals(new double[] {1, 1}, gradient);
  }

  @Test
  void sigmoidAndSoftmaxKeepTheirRangeWhateverComesIn() {
    INDArray x = Nd4j.createFromArray(new double[][] {{-1e4, 0, 1e4}});
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    INDArray sigmoid = Network.of(3, new Dense(3), new Sigmoid()).predict(identity, x);
    assertArrayEquals(new double[] {0, 0.5, 1}, sigmoid.toDoubleVector());
    INDArray softmax = Network.of(3, new Dense(3), new Softmax()).predict(identity, x);
    assertArrayEquals(new double[] {0, 0, 1}, softmax.toDoubleVector());
  }

  @Test
  void dropoutDropsItsShareAndKeepsTheMean() {
    Network network = Network.of(1, new Dropout(0.3), new Dense(1));
    double[] identity = {1, 0};
    INDArray ones = Nd4j.ones(DataType.DOUBLE, 20_000, 1);
    try (Learner learner = network.learner(7)) {
      double[] first = learner.predict(identity, ones).toDoubleVector();
      double dropped = 0;
      for (double y : first) {
        assertTrue(y == 0 || Math.abs(y - 1 / 0.7) < 1e-15, "y is " + y);
        dropped += y == 0 ? 1 : 0;
      }
      assertEquals(0.3, dropped / first.length, 4 * Math.sqrt(0.21 / first.length));
      assertArrayEquals(first, learner.predict(identity, ones).toDoubleVector(), "the same step");
      learner.advance();
      double[] second = learner.predict(identity, ones).toDoubleVector();
      double both = 0;
      for (int i = 0; i < first.length; i++) {
        both += first[i] == 0 && second[i] == 0 ? 1 : 0;
      }
      assertEquals(0.09, both / first.length, 4 * Math.sqrt(0.09 * 0.91 / first.length));
    }
    assertEquals(ones, network.predict(identity, ones), "after training nothing drops out");
    try (Learner other = network.learner(8);
        Learner same = network.learner(7)) {
      assertNotEquals(other.predict(identity, ones), same.predict(identity, ones));
    }
    assertThrows(IllegalArgumentException.class, () -> new Dropout(1));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(-0.1));
  }

  @Test
  void dropoutInOnePlaceSaysNothingOfThatInTheNext() {
    int n = 20_000;
    INDArray ones = Nd4j.ones(DataType.DOUBLE, n, 1);
    double[] identity = {1, 0};
    try (Learner before = Network.of(1, new Dropout(0.5), new Dense(1)).learner(7);
        Learner behind = Network.of(1, new Dense(1), new Dropout(0.5)).learner(7)) {
      double[] first = before.predict(identity, ones).toDoubleVector();
      double[] second = behind.predict(identity, ones).toDoubleVector();
      for (int shift = -3; shift <= 3; shift++) {
        double both = 0;
        for (int i = 3; i < n - 3; i++) {
          both += first[i] == 0 && second[i + shift] == 0 ? 1 : 0;
        }
        assertEquals(0.25, both / n, 5 * Math.sqrt(0.19 / n), "shifted by " + shift);
      }
    }
  }

  @Test
  void aBatchThatWasNotSeenIsNotGathered() {
    Network network = Network.of(3, new BatchNormalization(), new Dense(1));
    try (Learner learner = network.learner(1)) {
      learner.advance();
      assertArrayEquals(network.statistics(), ((Network) learner.model()).statistics());
      learner.predict(theta(network), random(ROWS, 3, 1));
      learner.advance();
      double[] once = ((Network) learner.model()).statistics();
      learner.advance();
      assertArrayEquals(once, ((Network) learner.model()).statistics());
    }
  }

  @Test
  void batchNormalizationNormalizesTheBatchAndThenByRunningAverages() {
    Network network = Network.of(1, new BatchNormalization(0.5, 1e-12));
    double[] theta = {2, 10}; // scale, shift
    INDArray x = Nd4j.createFromArray(new double[][] {{1}, {3}});
    try (Learner learner = network.learner(1)) {
      assertArrayEquals(
          new double[] {8, 12}, learner.predict(theta, x).toDoubleVector(), 1e-9, "mean 2, σ 1");
      assertArrayEquals(new double[] {0, 1}, ((Network) learner.model()).statistics());
      learner.advance();
      Network trained = (Network) learner.model();
      // halfway from mean 0 to 2, and from variance 1 to 2, which is divided by n − 1
      assertArrayEquals(new double[] {1, 1.5}, trained.statistics());
      double root = Math.sqrt(1.5);
      assertArrayEquals(
          new double[] {10, 10 + 4 / root}, trained.predict(theta, x).toDoubleVector(), 1e-9);
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> learner.predict(theta, x.getRow(0, true)));
      assertTrue(e.getMessage().contains("rows is 1; expected 2 or more"), e.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(0, 1e-5));
    assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(0.1, 0));
  }

  @Test
  void aConvolutionWeighsNeighboursWithZerosBeyondTheEdges() {
    Network network = Network.of(6, new Convolution(2, 3, 1, 3));
    INDArray picture = Nd4j.createFromArray(new double[][] {{1, 2, 3, 4, 5, 6}});
    double[] all = {1, 1, 1, 1, 1, 1, 1, 1, 1, 100}; // nine weights, and the bias
    assertArrayEquals(
        new double[] {112, 121, 116, 112, 121, 116},
        network.predict(all, picture).toDoubleVector());
    double[] leftNeighbour = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0}; // as it stands, not turned around
    assertArrayEquals(
        new double[] {0, 1, 2, 0, 4, 5}, network.predict(leftNeighbour, picture).toDoubleVector());
  }

  @Test
  void aConvolutionHasChannelsLastAndAWeightForEach() {
    Network network = Network.of(4, new Convolution(1, 2, 2, 1)); // two pixels, two channels
    assertEquals(Parameters.of("1.W", 2, 2).and("1.b", 2), network.map());
    double[] theta = {1, 10, 2, 20, 0, 5};
    INDArray picture = Nd4j.createFromArray(new double[][] {{1, 2, 3, 4}});
    assertArrayEquals(
        new double[] {1 + 2 * 2, 10 + 2 * 20 + 5, 3 + 4 * 2, 30 + 4 * 20 + 5},
        network.predict(theta, picture).toDoubleVector());
  }

  @Test
  void convolutionsBeginWithTheFanOfAPatch() {
    List<Integer> fans = new ArrayList<>();
    Initializer asked =
        (inputs, outputs, random) -> {
          fans.add(inputs);
          fans.add(outputs);
          return 1;
        };
    double[] theta = Network.of(8, new Convolution(2, 2, 5, 3)).start(asked, 1);
    assertEquals(Set.of(9 * 2, 9 * 5), Set.copyOf(fans)); // as PyTorch and Keras count
    assertEquals(9 * 2 * 5, Arrays.stream(theta).sum()); // the biases are 0
  }

  @Test
  void maxPoolingTakesTheLargestAndItsSlopeGoesThere() {
    Network network = Network.of(8, new MaxPooling(2, 4), new Dense(2));
    double[] identity = {1, 0, 0, 1, 0, 0};
    INDArray picture = Nd4j.createFromArray(new double[][] {{1, 7, -3, -2, 7, 4, -1, -1}});
    assertArrayEquals(new double[] {7, -1}, network.predict(identity, picture).toDoubleVector());
    INDArray slopes = Nd4j.createFromArray(new double[][] {{3, 5}});
    assertArrayEquals(
        new double[] {0, 3, 0, 0, 0, 0, 5, 0}, // of equal ones the first
        network.inputGradient(identity, picture, slopes).toDoubleVector());
    for (int i = 0; i < 8; i++) {
      INDArray broken = picture.dup().putScalar(0, i, Double.NaN);
      assertTrue(Double.isNaN(network.predict(identity, broken).sumNumber().doubleValue()));
    }
  }

  @Test
  void picturesHaveToFit() {
    assertRefused("height is 0; expected 1 or more", () -> new Convolution(0, 8, 4, 3));
    assertRefused("width is 0; expected 1 or more", () -> new Convolution(8, 0, 4, 3));
    assertRefused("filters is 0; expected 1 or more", () -> new Convolution(8, 8, 0, 3));
    assertRefused("size is 2; expected an odd number", () -> new Convolution(8, 8, 4, 2));
    assertRefused("size is -1; expected an odd number", () -> new Convolution(8, 8, 4, -1));
    assertRefused("height is 7; expected an even number", () -> new MaxPooling(7, 8));
    assertRefused("width is 0; expected an even number", () -> new MaxPooling(8, 0));
    String multiple = "inputs is 63; expected a multiple of 8 · 8 for ";
    assertRefused(multiple + "Conv", () -> Network.of(63, new Convolution(8, 8, 4, 3)));
    assertRefused(multiple + "Max", () -> Network.of(63, new MaxPooling(8, 8), new Dense(1)));
  }

  private static void assertRefused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aResidualKeepsItsWidth() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Network.of(3, new Residual(new Dense(2)), new Dense(1)));
    assertTrue(e.getMessage().contains("is 2; expected 3, as its input"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Residual());
    assertThrows(IllegalArgumentException.class, () -> new Residual((Layer) null));
  }

  @Test
  void gaussianSamplingDrawsWithTheMeanAndVarianceThatComeIn() {
    int n = 20_000;
    double[] numbers = new double[4 * n]; // means 3 and -1, variances 4 and 0.25
    for (int r = 0; r < n; r++) {
      numbers[4 * r] = 3;
      numbers[4 * r + 1] = -1;
      numbers[4 * r + 2] = Math.log(4);
      numbers[4 * r + 3] = Math.log(0.25);
    }
    INDArray x = array(numbers, n, 4);
    Network network = Network.of(4, new GaussianSampling(), new Dense(2));
    double[] identity = {1, 0, 0, 1, 0, 0};
    try (Learner learner = network.learner(7)) {
      double[] first = learner.predict(identity, x).dup().data().asDouble();
      double[] mean = new double[2];
      double[] variance = new double[2];
      double product = 0;
      for (int i = 0; i < 2 * n; i++) {
        mean[i % 2] += first[i] / n;
      }
      for (int i = 0; i < 2 * n; i++) {
        variance[i % 2] += Math.pow(first[i] - mean[i % 2], 2) / n;
        product += i % 2 == 0 ? (first[i] - mean[0]) * (first[i + 1] - mean[1]) / n : 0;
      }
      double error = 4 / Math.sqrt(n); // four standard errors of a mean of ε
      assertArrayEquals(new double[] {3, -1}, mean, 2 * error);
      assertEquals(4, variance[0], 4 * Math.sqrt(2) * error);
      assertEquals(0.25, variance[1], 0.25 * Math.sqrt(2) * error);
      assertEquals(0, product, error, "coordinates are independent, σ₁ σ₂ is 1");
      assertArrayEquals(first, learner.predict(identity, x).dup().data().asDouble());
      learner.advance();
      double[] second = learner.predict(identity, x).dup().data().asDouble();
      double together = 0;
      for (int i = 0; i < 2 * n; i += 2) {
        together += (first[i] - 3) * (second[i] - 3) / 4 / n;
      }
      assertEquals(0, together, error, "steps are independent");
    }
    double[] after = network.predict(identity, x).dup().data().asDouble();
    assertArrayEquals(new double[] {3, -1}, Arrays.copyOf(after, 2), "after training the mean");
  }

  @Test
  void gaussianSamplingNeedsPairs() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Network.of(3, new GaussianSampling()));
    assertTrue(e.getMessage().contains("is 3; expected an even number"), e.getMessage());
  }

  @Test
  void aSkipConcatenationPutsTheInputBehindTheOutput() {
    Network network = Network.of(2, new SkipConcatenation(new Dense(1)));
    double[] theta = {10, 100, 0.5}; // W, b
    INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
    assertEquals(
        Nd4j.createFromArray(new double[][] {{210.5, 1, 2}, {430.5, 3, 4}}),
        network.predict(theta, x));
    INDArray slopes = Nd4j.createFromArray(new double[][] {{1, 7, 8}, {0, 5, 6}});
    assertEquals(
        Nd4j.createFromArray(new double[][] {{17, 108}, {5, 6}}),
        network.inputGradient(theta, x, slopes));
    assertThrows(IllegalArgumentException.class, () -> new SkipConcatenation());
    assertThrows(IllegalArgumentException.class, () -> new SkipConcatenation((Layer) null));
  }

  @Test
  void aConvolutionOverTimeSeesNeighboursAndZerosBeyondTheEnds() {
    Network network = Network.of(4, new TemporalConvolution(1, 3, 1));
    double[] theta = {1, 10, 100, 0.5}; // the step before, the step, the one behind; the bias
    INDArray x = Nd4j.createFromArray(new double[][] {{1, 2, 3, 4}, {5, 0, 0, 6}});
    assertArrayEquals(
        new double[] {210.5, 321.5, 432.5, 43.5, 50.5, 5.5, 600.5, 60.5},
        network.predict(theta, x).dup('c').data().asDouble());
  }

  @Test
  void aConvolutionOverTimeTakesWholeStepsAndAMiddle() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Network.of(5, new TemporalConvolution(2, 3, 1)));
    assertTrue(e.getMessage().contains("is 5; expected steps times the features"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new TemporalConvolution(2, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new TemporalConvolution(0, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> new TemporalConvolution(2, 3, 0));
  }
}
