package descent.adversarial;

import static descent.Fixtures.doubles;
import static descent.adversarial.AdversarialRiskTest.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.engine.NonFiniteException;
import descent.networks.Dense;
import descent.networks.Network;
import descent.networks.Tanh;
import descent.optimizers.Adam;
import descent.optimizers.FirstOrderOptimizer;
import descent.optimizers.GradientDescent;
import descent.optimizers.RMSprop;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The loop of two players; paths from PyTorch, see make_adversarial.py. */
class MatchTest {

  private static final Network G =
      Network.of(3, new Dense(6), new Tanh(), new Dense(6), new Tanh(), new Dense(2));
  private static final Network D =
      Network.of(2, new Dense(5), new Tanh(), new Dense(5), new Tanh(), new Dense(1));

  static double[] wave(int n, double a) {
    return IntStream.range(0, n).mapToDouble(i -> 0.8 * Math.sin(a + 1.7 * i)).toArray();
  }

  /** Another wave at every call. */
  private static Supplier<INDArray> waves(double a, int columns) {
    int[] drawn = {0};
    return () -> Nd4j.create(wave(6 * columns, a + drawn[0]++), new long[] {6, columns}, 'c');
  }

  private static Match match(AdversarialLoss loss, int steps, FirstOrderOptimizer forD) {
    return new Match(
        new Player(G, new Adam(0.01), wave(G.parameters(), 0.5)),
        new Player(D, forD, wave(D.parameters(), 0.6)),
        loss,
        steps,
        waves(0.1, 2),
        waves(0.2, 3),
        1);
  }

  private static Match match(String name) {
    return switch (name) {
      case "Minimax" -> match(new Minimax(), 1, new Adam(0.02));
      case "NonSaturating" -> match(new NonSaturating(), 2, new Adam(0.02));
      default -> match(new Wasserstein(), 3, new WeightClipping(0.3, new RMSprop(0.02)));
    };
  }

  @ParameterizedTest
  @CsvSource({"Minimax", "NonSaturating", "Wasserstein"})
  void takesPyTorchsPath(String name) {
    JsonObject expected =
        Fixtures.cases("adversarial.json", "match " + name).get(0).getAsJsonObject();
    double[] ofG = doubles(expected, "generatorLoss");
    double[] ofD = doubles(expected, "discriminatorLoss");
    Match match = match(name);
    for (int i = 0; i < ofG.length; i++) {
      assertTrue(match.run(1));
      assertEquals(i + 1, match.rounds());
      assertEquals(ofG[i], match.generatorLoss(), 1e-10);
      assertEquals(ofD[i], match.discriminatorLoss(), 1e-10);
    }
    assertArrayEquals(doubles(expected, "generator"), match.generatorTheta(), 1e-10);
    assertArrayEquals(doubles(expected, "discriminator"), match.discriminatorTheta(), 1e-10);
    Match atOnce = match(name);
    atOnce.run(ofG.length);
    assertArrayEquals(match.generatorTheta(), atOnce.generatorTheta());
  }

  @Test
  void aPenaltyIsTakenBetweenRealAndMade() {
    // with D(x) = w·x + b the place does not matter: the penalty's slope in w is 2λ (1 − 1/‖w‖) w
    Network line = Network.of(2, new Dense(1));
    double[] phi = {3, 4, 0};
    INDArray real = waves(0.1, 2).get();
    Match match =
        new Match(
            new Player(G, new GradientDescent(1), wave(G.parameters(), 0.5)),
            new Player(line, new GradientDescent(1), phi),
            new Wasserstein(10),
            1,
            () -> real,
            waves(0.2, 3),
            1);
    match.run(1);
    INDArray made = G.predict(wave(G.parameters(), 0.5), waves(0.2, 3).get());
    double[] gradient = new double[3];
    double value =
        new DiscriminatorRisk(line, new Wasserstein(), real, made, 1).evaluate(phi, gradient);
    assertEquals(value + 160, match.discriminatorLoss(), 1e-10);
    double[] expected = {3 - gradient[0] - 48, 4 - gradient[1] - 64, -gradient[2]};
    assertArrayEquals(expected, match.discriminatorTheta(), 1e-6);
  }

  @Test
  void theSeedMovesThePointsOfThePenaltyAndNothingElse() {
    double[][] ends = new double[4][];
    for (int i = 0; i < 4; i++) {
      AdversarialLoss loss = new Wasserstein(i < 3 ? 10 : 0);
      Match match =
          new Match(
              new Player(G, new Adam(0.01), wave(G.parameters(), 0.5)),
              new Player(D, new Adam(0.02), wave(D.parameters(), 0.6)),
              loss,
              1,
              waves(0.1, 2),
              waves(0.2, 3),
              i < 2 ? 1 : 2);
      match.run(3);
      ends[i] = match.discriminatorTheta();
    }
    assertArrayEquals(ends[0], ends[1]);
    assertNotEquals(ends[0][0], ends[2][0]);
    Match plain = match(new Wasserstein(), 1, new Adam(0.02));
    plain.run(3);
    assertArrayEquals(plain.discriminatorTheta(), ends[3]);
  }

  @Test
  void clippingBoundsEveryParameter() {
    Match match = match("Wasserstein");
    match.run(2);
    assertEquals(0.3, Arrays.stream(match.discriminatorTheta()).map(Math::abs).max().getAsDouble());
    RMSprop inner = new RMSprop(0.02);
    WeightClipping clipping = new WeightClipping(0.3, inner);
    assertEquals(inner.slots(), clipping.slots());
    assertEquals(inner.learningRate(), clipping.learningRate());
    var state = clipping.start(new double[] {0.1, -0.29});
    var free = inner.start(new double[] {0.1, -0.29});
    state.step(new double[] {1, 1});
    free.step(new double[] {1, 1});
    assertArrayEquals(new double[] {free.theta()[0], -0.3}, state.theta());
    assertArrayEquals(free.effectiveRates(), state.effectiveRates());
  }

  @Test
  void theStopButtonEndsIt() {
    Match match = match("Minimax");
    Thread.currentThread().interrupt();
    assertFalse(match.run(100));
    assertEquals(1, match.rounds());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void whatWasGivenIsNotChanged() {
    double[] start = wave(D.parameters(), 0.6);
    Player player = new Player(D, new Adam(0.02), start);
    INDArray real = waves(0.1, 2).get();
    INDArray noise = waves(0.2, 3).get();
    INDArray realBefore = real.dup();
    INDArray noiseBefore = noise.dup();
    Player g = new Player(G, new Adam(0.01), wave(G.parameters(), 0.5));
    Match match = new Match(g, player, new Wasserstein(10), 2, () -> real, () -> noise, 1);
    match.run(2);
    assertArrayEquals(wave(D.parameters(), 0.6), start);
    assertArrayEquals(start, player.start());
    assertEquals(realBefore, real);
    assertEquals(noiseBefore, noise);
    assertEquals(match.generatorRisk(noise).phi().length, D.parameters());
  }

  @Test
  void aDivergenceIsSaid() {
    Match match =
        new Match(
            new Player(G, new GradientDescent(1), wave(G.parameters(), 0.5)),
            new Player(Network.of(2, new Dense(1)), new GradientDescent(1e300), new double[3]),
            new Wasserstein(),
            1,
            waves(1, 2),
            waves(0.2, 3),
            1);
    assertThrows(NonFiniteException.class, () -> match.run(50));
  }

  @Test
  void badInputIsRefused() {
    Player g = new Player(G, new Adam(0.01), wave(G.parameters(), 0.5));
    Player d = new Player(D, new Adam(0.01), wave(D.parameters(), 0.5));
    Minimax loss = new Minimax();
    Supplier<INDArray> x = waves(0.1, 2);
    Supplier<INDArray> z = waves(0.2, 3);
    refused("generator is null", () -> new Match(null, d, loss, 1, x, z, 1));
    refused("discriminator is null", () -> new Match(g, null, loss, 1, x, z, 1));
    refused("loss is null", () -> new Match(g, d, null, 1, x, z, 1));
    refused("discriminatorSteps is 0", () -> new Match(g, d, loss, 0, x, z, 1));
    refused("data is null", () -> new Match(g, d, loss, 1, null, z, 1));
    refused("noise is null", () -> new Match(g, d, loss, 1, x, null, 1));
    refused("data is null", () -> new Match(g, d, loss, 1, () -> null, z, 1).run(1));
    refused("data has shape [6, 3]", () -> new Match(g, d, loss, 1, z, z, 1).run(1));
    refused("inputs is of shape [6, 2]", () -> new Match(g, d, loss, 1, x, x, 1).run(1));
    refused("total is 0", () -> new Match(g, d, loss, 1, x, z, 1).run(0));
    refused("network is null", () -> new Player(null, new Adam(0.1), new double[3]));
    refused("optimizer is null", () -> new Player(G, null, new double[3]));
    refused("start is null", () -> new Player(G, new Adam(0.1), null));
    refused("the length of start is 3", () -> new Player(G, new Adam(0.1), new double[3]));
    refused("bound is 0", () -> new WeightClipping(0, new Adam(0.1)));
    refused("optimizer is null", () -> new WeightClipping(1, null));
  }
}
