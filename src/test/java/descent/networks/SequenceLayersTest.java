package descent.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.losses.MeanSquaredError;
import descent.objectives.EmpiricalRisk;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is special to layers for sequences; LayerTest has what holds for every layer. */
class SequenceLayersTest {

  private static final double FAR = 60; // σ(60) is 1 to the last bit

  private static INDArray row(double... values) {
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }

  private static void assertRefused(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void anEmbeddingLooksUpVectorsAndAddsUpTheirSlopes() {
    Network network = Network.of(3, new Embedding(4, 2));
    double[] theta = {1, 2, 3, 4, 5, 6, 7, 8};
    INDArray x = row(2, 0, 2);
    assertArrayEquals(new double[] {5, 6, 1, 2, 5, 6}, network.predict(theta, x).toDoubleVector());
    double[] gradient = new double[8];
    network.pullback(theta, x, row(1, 2, 3, 4, 5, 6), gradient);
    assertArrayEquals(new double[] {3, 4, 0, 0, 6, 8, 0, 0}, gradient);
    INDArray back = network.inputGradient(theta, x, row(1, 2, 3, 4, 5, 6));
    assertArrayEquals(new double[3], back.toDoubleVector());
  }

  @Test
  void theGradientOfAnEmbeddingIsRight() {
    Network network = Network.of(3, new Embedding(4, 2), new Dense(2));
    INDArray x = Nd4j.createFromArray(new double[][] {{0, 3, 1}, {1, 1, 1}, {3, 0, 3}});
    INDArray y = Nd4j.createFromArray(new double[][] {{0.1, 0.9}, {0.2, 0.3}, {-1, 0}});
    double[] theta = new Random(1).doubles(network.parameters(), -1, 1).toArray();
    GradientCheck check =
        GradientCheck.of(new EmpiricalRisk(network, new MeanSquaredError(), x, y), theta);
    assertTrue(check.passed(), check.toString());
  }

  @Test
  void anEmbeddingRefusesWhatIsNoSymbol() {
    Network network = Network.of(2, new Embedding(3, 2));
    double[] theta = new double[6];
    for (double wrong : new double[] {-1, 3, 0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      INDArray x = Nd4j.createFromArray(new double[][] {{0, 1}, {2, wrong}});
      assertRefused(
          "inputs[1, 1] is " + wrong + "; expected a symbol's number from 0 to 2",
          () -> network.predict(theta, x));
    }
    assertRefused("symbols is 0", () -> new Embedding(0, 2));
    assertRefused("width is 0", () -> new Embedding(2, 0));
  }

  /** One feature, one unit: θ is W (r, z, n), U (r, z, n), b and c. */
  private static double[] states(double bz, double un, double cn) {
    Network network = Network.of(3, new GatedRecurrentUnit(1, 1));
    double[] theta = {0, 0, 1, 0, 0, un, -FAR, bz, 0, 0, 0, cn};
    return network.predict(theta, row(0.5, -2, 1)).toDoubleVector();
  }

  @Test
  void gatesDecideBetweenTheOldStateAndTheNew() {
    double[] open = states(-FAR, 0, 0);
    double[] inputs = {0.5, -2, 1};
    for (int t = 0; t < 3; t++) {
      assertEquals(Math.tanh(inputs[t]), open[t], 1e-15, "z = 0: nothing is kept");
    }
    assertArrayEquals(new double[3], states(FAR, 0, 0), 1e-15, "z = 1: the first state is kept");
    double[] half = states(0, 0, 0);
    double h = 0;
    for (int t = 0; t < 3; t++) {
      h = (h + Math.tanh(inputs[t])) / 2;
      assertEquals(h, half[t], 1e-15, "z = 1/2");
    }
    assertArrayEquals(open, states(-FAR, 9, 9), 1e-15, "r = 0: U and c of n do not count");
  }

  @Test
  void theDecoderBeginsWhereTheEncoderEnds() {
    GatedRecurrentUnit alone = new GatedRecurrentUnit(2, 3);
    Network one = Network.of(8, alone);
    Network two = Network.of(8, new GatedRecurrentUnit(2, 3, 1));
    double[] theta = new Random(1).doubles(one.parameters(), -1, 1).toArray();
    double[] twice = new double[2 * theta.length];
    System.arraycopy(theta, 0, twice, 0, theta.length);
    System.arraycopy(theta, 0, twice, theta.length, theta.length);
    INDArray x = row(new Random(2).doubles(8, -1, 1).toArray());
    assertArrayEquals(
        one.predict(theta, x).toDoubleVector(), two.predict(twice, x).toDoubleVector(), 0);
    twice[0] += 1; // a weight of the encoder changes all states, one of the decoder only its own
    double[] changed = two.predict(twice, x).toDoubleVector();
    twice[0] -= 1;
    twice[theta.length] += 1;
    double[] later = two.predict(twice, x).toDoubleVector();
    double[] before = one.predict(theta, x).toDoubleVector();
    for (int t = 0; t < 4; t++) {
      assertTrue(changed[3 * t] != before[3 * t], "step " + t);
      assertEquals(t == 0, later[3 * t] == before[3 * t], "step " + t);
    }
    assertEquals("encoder W", new GatedRecurrentUnit(2, 3, 1).weights(8).get(0).name());
    assertEquals(theta.length, two.map().blocks().get(4).offset());
  }

  @Test
  void theStartLeavesBiasesAtZeroAndDrawsEachGateForItself() {
    Network network = Network.of(8, new GatedRecurrentUnit(2, 3, 1));
    double[] theta = network.start(new Xavier(), 1);
    double[] limit = {Math.sqrt(6.0 / (2 + 3)), Math.sqrt(6.0 / (3 + 3)), 0, 0};
    for (int i = 0; i < 8; i++) {
      int from = network.map().blocks().get(i).offset();
      double largest = 0;
      for (int j = from; j < network.map().blocks().get(i).end(); j++) {
        largest = Math.max(largest, Math.abs(theta[j]));
      }
      assertTrue(largest <= limit[i % 4] && largest >= 0.8 * limit[i % 4], "block " + i);
    }
  }

  @Test
  void attentionTakesMoreOfWhatIsMoreAlike() {
    Network network = Network.of(8, new Attention(2, 3), new Dense(4));
    double[] identity = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    double[] same = network.predict(identity, row(1, 2, 1, 2, 1, 2, 5, 7)).toDoubleVector();
    assertArrayEquals(new double[] {1, 2, 5, 7}, same, 1e-15, "equal keys");
    double[] far = network.predict(identity, row(0, 9, 9, 0, -9, 0, 90, 0)).toDoubleVector();
    assertArrayEquals(new double[] {9, 0, 90, 0}, far, 1e-12, "one key is like the query");
    // q·k/√2 is 0, log 3 and −∞ (about): weights 1/4, 3/4 and 0
    double a = Math.sqrt(2) * Math.log(3);
    double[] mixed = network.predict(identity, row(0, 1, a, 0, -1e3, 5, 1, 0)).toDoubleVector();
    assertArrayEquals(new double[] {0.75 * a, 0.25, 1, 0}, mixed, 1e-12);
  }

  @Test
  void stepwiseIsItsPartsOnEachStep() {
    Network steps = Network.of(6, new Stepwise(3, new Dense(4), new Tanh()));
    Network one = Network.of(2, new Dense(4), new Tanh());
    double[] theta = new Random(1).doubles(one.parameters(), -1, 1).toArray();
    INDArray x = Nd4j.create(new Random(2).doubles(30, -1, 1).toArray(), new long[] {5, 6}, 'c');
    INDArray all = one.predict(theta, x.reshape(15, 2));
    assertEquals(one.parameters(), steps.parameters());
    assertArrayEquals(
        all.reshape(60).toDoubleVector(), steps.predict(theta, x).reshape(60).toDoubleVector());
    assertEquals("Network[6, Stepwise[3, Dense[units=4], Tanh[]]]", steps.toString());
  }

  @Test
  void rowsThatAreNoWholeStepsAreRefused() {
    assertRefused(
        "inputs is 5; expected a multiple of 2 features, for more than 0 steps",
        () -> Network.of(5, new GatedRecurrentUnit(2, 3)));
    assertRefused("for more than 3 steps", () -> Network.of(6, new GatedRecurrentUnit(2, 3, 3)));
    assertRefused("inputs is 5; expected a multiple", () -> Network.of(5, new Attention(2, 1)));
    assertRefused("for more than 2 steps", () -> Network.of(4, new Attention(2, 2)));
    assertRefused(
        "inputs is 5; expected a multiple of 2 steps",
        () -> Network.of(5, new Stepwise(2, new Dense(1))));
    assertRefused("features is 0", () -> new GatedRecurrentUnit(0, 1));
    assertRefused("units is 0", () -> new GatedRecurrentUnit(1, 0));
    assertRefused("sourceSteps is -1", () -> new GatedRecurrentUnit(1, 1, -1));
    assertRefused("units is 0", () -> new Attention(0, 1));
    assertRefused("sourceSteps is 0", () -> new Attention(1, 0));
    assertRefused("steps is 0", () -> new Stepwise(0, new Dense(1)));
    assertRefused("parts is empty", () -> new Stepwise(1));
  }
}
