package descent.reinforcement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.environments.GridWorld;
import descent.environments.Transition;
import descent.environments.ValueIteration;
import descent.losses.ElementwiseLoss;
import descent.losses.Huber;
import descent.losses.MeanSquaredError;
import descent.networks.Dense;
import descent.networks.Network;
import descent.networks.Tanh;
import descent.objectives.Objective;
import descent.optimizers.FirstOrderState;
import descent.optimizers.GradientDescent;
import descent.schedules.InverseTimeDecay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalDifferenceTest {

  private final ElementwiseLoss squared = new MeanSquaredError();
  private final Network network = Network.of(2, new Dense(4), new Tanh(), new Dense(3));
  private final double[] theta = wave(27, 0.5);
  private final double[] held = wave(27, 0.6);

  private static double[] wave(int n, double a) {
    return IntStream.range(0, n).mapToDouble(i -> 0.8 * Math.sin(a + 1.7 * i)).toArray();
  }

  private static List<Transition> five() {
    double[] x = wave(10, 0.1);
    double[] x2 = wave(10, 0.2);
    double[] r = wave(5, 0.3);
    int[] actions = {0, 2, 1, 1, 0};
    return IntStream.range(0, 5)
        .mapToObj(
            i ->
                new Transition(
                    Arrays.copyOfRange(x, 2 * i, 2 * i + 2),
                    actions[i],
                    3 * r[i],
                    Arrays.copyOfRange(x2, 2 * i, 2 * i + 2),
                    i == 2))
        .toList();
  }

  private Objective half(ElementwiseLoss loss, double[] held) {
    return new TemporalDifference(network, loss, 0.9, five(), held);
  }

  private Objective full(ElementwiseLoss loss) {
    return new BellmanResidual(network, loss, 0.9, five());
  }

  @ParameterizedTest
  @CsvSource({"squared, semi", "squared, full", "huber, semi", "huber, full"})
  void equalsPyTorch(String name, String kind) {
    ElementwiseLoss loss = name.equals("huber") ? new Huber(1) : squared;
    Objective objective = kind.equals("semi") ? half(loss, held) : full(loss);
    JsonObject expected =
        Fixtures.cases("reinforcement.json", name + ", " + kind).get(0).getAsJsonObject();
    double[] gradient = new double[27];
    Arrays.fill(gradient, Double.NaN);
    assertEquals(expected.get("value").getAsDouble(), objective.evaluate(theta, gradient), 1e-13);
    assertArrayEquals(Fixtures.doubles(expected, "gradient"), gradient, 1e-13);
    assertEquals(expected.get("value").getAsDouble(), objective.value(theta), 1e-13);
  }

  @Test
  void withTheTargetHeldTheHalfIsAGradient() {
    for (ElementwiseLoss loss : List.of(squared, new Huber(0.3))) {
      assertTrue(GradientCheck.of(half(loss, held), theta).passed());
      assertTrue(GradientCheck.of(half(loss, theta), theta).passed());
    }
  }

  @Test
  void ofTheWholeOnlyTheFullOneIs() {
    Objective whole =
        new Objective() {
          @Override
          public double evaluate(double[] at, double[] gradient) {
            return half(squared, at).evaluate(at, gradient);
          }
        };
    assertFalse(GradientCheck.of(whole, theta).passed());
    assertEquals(whole.value(theta), full(squared).value(theta), 1e-15);
    assertTrue(GradientCheck.of(full(squared), theta).passed());
    assertTrue(GradientCheck.of(full(new Huber(0.3)), theta).passed());
  }

  @Test
  void oneStepOnATableIsWatkinsRule() {
    ActionTable table = new ActionTable(3, 2);
    double[] q = {1, 2, 3, 5, 4, 0};
    Transition t = new Transition(new double[] {0}, 1, 0.5, new double[] {1}, false);
    FirstOrderState state = new GradientDescent(0.05).start(q); // α = 0.1: the slope is 2δ
    state.step(new TemporalDifference(table, squared, 0.9, List.of(t), q));
    double expected = 2 + 0.1 * (0.5 + 0.9 * 5 - 2);
    assertArrayEquals(new double[] {1, expected, 3, 5, 4, 0}, state.theta(), 1e-15);
    Transition last = new Transition(new double[] {0}, 1, 0.5, new double[] {1}, true);
    state = new GradientDescent(0.05).start(q);
    state.step(new TemporalDifference(table, squared, 0.9, List.of(last), q));
    assertEquals(2 + 0.1 * (0.5 - 2), state.theta()[1], 1e-15);
  }

  @Test
  void theTargetStaysWhereItWas() {
    double[] changing = held.clone();
    Objective half = half(squared, changing);
    double before = half.value(theta);
    Arrays.fill(changing, 7);
    assertEquals(before, half.value(theta));
  }

  @ParameterizedTest
  @CsvSource({"0, 1e-6", "0.2, 0.05"})
  void aTableConvergesToTheExactValues(double slip, double tolerance) {
    GridWorld world = new GridWorld(slip, -1, "..G", ".#X", "S..");
    double[][] exact = new ValueIteration(0.9).solve(world);
    ActionTable table = new ActionTable(world.states(), 4);
    FirstOrderState q = new GradientDescent(new InverseTimeDecay(7, 0.02)).start(new double[36]);
    Random random = new Random(1);
    for (int step = 0; step < 3000; step++) { // each tries everything everywhere once
      List<Transition> batch = new ArrayList<>();
      for (int k = 0; k < 36; k++) {
        if (!world.outcomes(k / 4, k % 4).isEmpty()) {
          Transition t = world.step(world.state(k / 4), k % 4, random);
          double[] next = {world.number(t.next())};
          batch.add(new Transition(new double[] {k / 4}, k % 4, t.reward(), next, t.last()));
        }
      }
      q.step(new TemporalDifference(table, squared, 0.9, batch, q.theta()));
    }
    double[] flat = Arrays.stream(exact).flatMapToDouble(Arrays::stream).toArray();
    assertArrayEquals(flat, q.theta(), tolerance);
  }

  /** A leads to B or C, both equally likely; then B to a reward of 1 and C to nothing. */
  private static List<Transition> split() {
    double[] a = {0};
    double[] b = {1};
    double[] c = {2};
    return List.of(
        new Transition(a, 0, 0, b, false),
        new Transition(a, 0, 0, c, false),
        new Transition(b, 0, 1, a, true),
        new Transition(c, 0, 0, a, true));
  }

  @Test
  void theFullGradientEndsAtBiasedValuesAndTheHalfAtTheRightOnes() {
    ActionTable table = new ActionTable(3, 1);
    FirstOrderState full = new GradientDescent(0.5).start(new double[3]);
    FirstOrderState half = new GradientDescent(0.5).start(new double[3]);
    for (int step = 0; step < 500; step++) {
      full.step(new BellmanResidual(table, squared, 1, split()));
      half.step(new TemporalDifference(table, squared, 1, split(), half.theta()));
    }
    assertArrayEquals(new double[] {0.5, 0.75, 0.25}, full.theta(), 1e-10);
    assertArrayEquals(new double[] {0.5, 1, 0}, half.theta(), 1e-10);
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<Transition> batch = five();
    refused("model is null", () -> new TemporalDifference(null, squared, 0.9, batch, held));
    refused("loss is null", () -> new BellmanResidual(network, null, 0.9, batch));
    refused("discount is 1.1", () -> new BellmanResidual(network, squared, 1.1, batch));
    refused("transitions is null", () -> new BellmanResidual(network, squared, 1, null));
    refused("transitions is empty", () -> new BellmanResidual(network, squared, 1, List.of()));
    refused("theta", () -> new TemporalDifference(network, squared, 0.9, batch, new double[3]));
    Transition wide = new Transition(new double[3], 0, 0, new double[3], false);
    refused(
        "transitions[1] is of 3 numbers",
        () -> new BellmanResidual(network, squared, 1, List.of(batch.get(0), wide)));
    Transition fourth = new Transition(new double[2], 3, 0, new double[2], false);
    refused(
        "action 0 is 3",
        () -> new BellmanResidual(network, squared, 1, List.of(fourth)).value(theta));
    refused(
        "action 0 is 3",
        () -> new TemporalDifference(network, squared, 1, List.of(fourth), theta).value(theta));
  }

  private static void refused(String message, Runnable call) {
    String said = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(said.contains(message), said);
  }
}
