package descent.adversarial;

import static descent.Fixtures.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.networks.Dense;
import descent.networks.Layer;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.networks.Tanh;
import descent.objectives.Objective;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The two players' losses as functions of their parameters. */
class AdversarialRiskTest {

  private static final Network G = Network.of(3, new Dense(4), new Tanh(), new Dense(2));
  private static final Network D = critic(new Tanh());
  private static final INDArray REAL = random(7, 2, 1);
  private static final INDArray MADE = random(7, 2, 2);
  private static final INDArray NOISE = random(6, 3, 3);

  private static Network critic(Layer activation) {
    return Network.of(2, new Dense(5), activation, new Dense(5), activation, new Dense(1));
  }

  private static INDArray random(int rows, int columns, long seed) {
    double[] values = new Random(seed).doubles((long) rows * columns, -2, 2).toArray();
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }

  private static double[] theta(Network network, long seed) {
    return new Random(seed).doubles(network.parameters(), -1, 1).toArray();
  }

  static Stream<AdversarialLoss> losses() {
    return AdversarialLossTest.losses();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsAreCentralDifferences(AdversarialLoss loss) {
    Objective ofD = new DiscriminatorRisk(D, loss, REAL, MADE, 1);
    Objective ofG = new GeneratorRisk(G, D, theta(D, 5), loss, NOISE);
    for (long seed = 1; seed <= 3; seed++) {
      // real and made may cancel in the value, which the check would take for little rounding
      GradientCheck d = GradientCheck.of((x, y) -> 10 + ofD.evaluate(x, y), theta(D, seed));
      assertTrue(d.passed(), d::toString);
      GradientCheck g = GradientCheck.of(ofG, theta(G, seed));
      assertTrue(g.passed(), g::toString);
    }
  }

  @Test
  void valuesByHand() {
    Network line = Network.of(1, new Dense(1)); // D(x) = w x + b, and so is G
    INDArray real = Nd4j.createFromArray(new double[][] {{2}, {4}});
    INDArray made = Nd4j.createFromArray(new double[][] {{1}});
    double[] gradient = {Double.NaN, Double.NaN};
    double[] phi = {0.5, 3};
    Objective critic = new DiscriminatorRisk(line, new Wasserstein(), real, made, 1);
    assertEquals(-1, critic.evaluate(phi, gradient), 1e-15); // 0.5 · 1 − 0.5 · mean(2, 4)
    assertArrayEquals(new double[] {-2, 0}, gradient, 1e-15);
    Objective generator = new GeneratorRisk(line, line, phi, new Wasserstein(), real);
    assertEquals(-18, generator.evaluate(new double[] {10, 0}, gradient), 1e-13); // −(5 · 3 + 3)
    assertArrayEquals(new double[] {-1.5, -0.5}, gradient, 1e-15);
    assertArrayEquals(new double[] {0.5, 3}, phi);
  }

  /** The gradient is one of two differences: central differences of the value check it. */
  @Test
  void thePenaltysGradientIsThatOfItsValue() {
    for (long seed = 1; seed <= 3; seed++) {
      for (double weight : new double[] {0.1, 10}) {
        GradientCheck check =
            GradientCheck.of(new GradientPenalty(D, REAL, weight), theta(D, seed));
        assertTrue(check.passed(), check::toString);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"tanh, 10", "relu, 0.5"})
  void thePenaltyEqualsPyTorchs(String activation, double weight) {
    Network critic = critic(activation.equals("relu") ? new ReLU() : new Tanh());
    double[] points = Arrays.stream(MatchTest.wave(14, 0.1)).map(v -> 3 * v).toArray();
    INDArray x = Nd4j.create(points, new long[] {7, 2}, 'c');
    JsonObject expected =
        Fixtures.cases("adversarial.json", "penalty " + activation).get(0).getAsJsonObject();
    double[] gradient = new double[critic.parameters()];
    double value =
        new GradientPenalty(critic, x, weight)
            .evaluate(MatchTest.wave(gradient.length, 0.5), gradient);
    assertEquals(expected.get("value").getAsDouble(), value, 1e-13 * weight);
    assertArrayEquals(doubles(expected, "gradient"), gradient, 1e-9 * weight);
  }

  @Test
  void thePenaltyByHand() {
    Network line = Network.of(2, new Dense(1)); // the slope is w everywhere
    double[] gradient = new double[3];
    Objective penalty = new GradientPenalty(line, MADE, 10);
    assertEquals(160, penalty.evaluate(new double[] {3, 4, 7}, gradient), 1e-12); // 10 (5 − 1)²
    assertArrayEquals(new double[] {48, 64, 0}, gradient, 1e-7); // 20 · 4 · (3/5, 4/5)
    assertEquals(0, penalty.evaluate(new double[] {0.6, 0.8, 7}, gradient), 1e-25);
    assertArrayEquals(new double[3], gradient, 1e-9);
    assertEquals(10, penalty.evaluate(new double[] {0, 0, 7}, gradient), 1e-14);
    assertArrayEquals(new double[3], gradient, 1e-9); // a kink
    INDArray far = MADE.add(1e6).castTo(DataType.FLOAT);
    new GradientPenalty(line, far, 10).evaluate(new double[] {3, 4, 7}, gradient);
    assertArrayEquals(new double[] {48, 64, 0}, gradient, 1e-6);
  }

  @Test
  void badInputIsRefused() {
    Minimax loss = new Minimax();
    double[] gradient = new double[D.parameters()];
    double[] phi = theta(D, 1);
    refused("discriminator is null", () -> new DiscriminatorRisk(null, loss, REAL, MADE, 1));
    refused("loss is null", () -> new DiscriminatorRisk(D, null, REAL, MADE, 1));
    refused("real is null", () -> new DiscriminatorRisk(D, loss, null, MADE, 1));
    refused("made is null", () -> new DiscriminatorRisk(D, loss, REAL, null, 1));
    refused(
        "real has shape [7, 2] and made [6, 3]",
        () -> new DiscriminatorRisk(D, new Wasserstein(10), REAL, NOISE, 1));
    refused("generator is null", () -> new GeneratorRisk(null, D, phi, loss, NOISE));
    refused("discriminator is null", () -> new GeneratorRisk(G, null, phi, loss, NOISE));
    refused("phi is null", () -> new GeneratorRisk(G, D, null, loss, NOISE));
    refused("loss is null", () -> new GeneratorRisk(G, D, phi, null, NOISE));
    refused("noise is null", () -> new GeneratorRisk(G, D, phi, loss, null));
    refused("critic is null", () -> new GradientPenalty(null, REAL, 1));
    refused("points is null", () -> new GradientPenalty(D, null, 1));
    refused("points is of rank 1", () -> new GradientPenalty(D, REAL.getColumn(0), 1));
    refused("weight is 0", () -> new GradientPenalty(D, REAL, 0));
    refused(
        "inputs is of shape [6, 3]",
        () -> new DiscriminatorRisk(D, loss, REAL, NOISE, 1).evaluate(phi, gradient));
    Network two = Network.of(2, new Dense(2));
    refused(
        "scores is of shape [7, 2]",
        () -> new DiscriminatorRisk(two, loss, REAL, MADE, 1).value(new double[6]));
    refused(
        "scores is of shape [6, 2]",
        () -> new GeneratorRisk(G, two, new double[6], loss, NOISE).value(theta(G, 1)));
    refused(
        "the length of theta is 3",
        () -> new GeneratorRisk(G, D, new double[3], loss, NOISE).value(theta(G, 1)));
  }

  static void refused(String message, Executable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }
}
