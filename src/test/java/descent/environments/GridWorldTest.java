package descent.environments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.environments.DecisionProcess.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridWorldTest {

  private static final int UP = 0;
  private static final int RIGHT = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 3;

  private final GridWorld sure = new GridWorld(0, -2, "S.G", ".#X");
  private final GridWorld slippery = new GridWorld(0.2, -2, "S.G", ".#X");

  private Transition go(int from, int action) {
    return sure.step(sure.state(from), action, new Random(1));
  }

  @Test
  void walksStaysAtWallsAndEdgesAndEndsAtGoalAndPit() {
    assertEquals(1, sure.number(go(0, RIGHT).next()));
    assertEquals(0, sure.number(go(0, UP).next()), "the edge");
    assertEquals(0, sure.number(go(0, LEFT).next()), "the edge");
    assertEquals(1, sure.number(go(1, DOWN).next()), "the wall");
    assertEquals(3, sure.number(go(0, DOWN).next()));
    assertEquals(3, sure.number(go(3, RIGHT).next()), "the wall");
    Transition goal = go(1, RIGHT);
    assertEquals(1, goal.reward());
    assertTrue(goal.last());
    assertEquals(0, go(0, RIGHT).reward());
    GridWorld pit = new GridWorld(0, -2, "SX");
    Transition fall = pit.step(pit.state(0), RIGHT, new Random(1));
    assertEquals(-2, fall.reward());
    assertTrue(fall.last());
  }

  @Test
  void theOutcomesOfASlipAreTheTwoSides() {
    assertEquals(
        List.of(new Outcome(0.8, 1, 0), new Outcome(0.1, 3, 0), new Outcome(0.1, 0, 0)),
        slippery.outcomes(0, RIGHT));
    assertEquals(
        List.of(new Outcome(0.8, 1, 0), new Outcome(0.1, 0, 0), new Outcome(0.1, 2, 1)),
        slippery.outcomes(1, DOWN));
    assertEquals(List.of(), slippery.outcomes(2, UP), "the goal");
    assertEquals(List.of(), slippery.outcomes(4, UP), "the wall");
    assertEquals(List.of(), slippery.outcomes(5, UP), "the pit");
  }

  @Test
  void stepsFollowTheProbabilities() {
    Random random = new Random(7);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int k = 0; k < 100_000; k++) {
      Transition t = slippery.step(slippery.state(0), RIGHT, random);
      counts.merge(slippery.number(t.next()), 1, Integer::sum);
    }
    assertEquals(80_000, counts.get(1), 600);
    assertEquals(10_000, counts.get(3), 450);
    assertEquals(10_000, counts.get(0), 450);
  }

  @Test
  void theSameSeedGivesTheSameWalk() {
    assertEquals(walk(3), walk(3));
    assertTrue(new HashSet<>(List.of(walk(3), walk(4), walk(5))).size() > 1);
  }

  private String walk(long seed) {
    Random random = new Random(seed);
    StringBuilder walk = new StringBuilder();
    double[] state = slippery.start(random);
    boolean last = false;
    while (!last) {
      Transition t = slippery.step(state, random.nextInt(4), random);
      walk.append(slippery.number(t.next())).append(' ');
      state = t.next();
      last = t.last();
    }
    return walk.toString();
  }

  @Test
  void startsAtEachStart() {
    GridWorld two = new GridWorld(0, 0, "SGS");
    Random random = new Random(1);
    Set<Integer> starts = new HashSet<>();
    for (int k = 0; k < 50; k++) {
      starts.add(two.number(two.start(random)));
    }
    assertEquals(Set.of(0, 2), starts);
  }

  @Test
  void numbersAndStatesBelongTogether() {
    for (int s = 0; s < sure.states(); s++) {
      assertEquals(s, sure.number(sure.state(s)));
    }
    assertArrayEquals(new double[] {1, 2}, sure.state(5));
    assertEquals('X', sure.cell(5));
  }

  @Test
  void refusesWhatIsNotThere() {
    refused("slip is 1.5", () -> new GridWorld(1.5, 0, "SG"));
    refused("slip is NaN", () -> new GridWorld(Double.NaN, 0, "SG"));
    refused("pit", () -> new GridWorld(0, Double.NaN, "SG"));
    refused("map is empty", () -> new GridWorld(0, 0));
    refused("map is null", () -> new GridWorld(0, 0, (String[]) null));
    refused("map[1] is null", () -> new GridWorld(0, 0, "SG", null));
    refused("map[0] is sG", () -> new GridWorld(0, 0, "sG"));
    refused("map[1] is .", () -> new GridWorld(0, 0, "SG", "."));
    refused("a start S", () -> new GridWorld(0, 0, ".G"));
    refused("action is 4", () -> sure.outcomes(0, 4));
    refused("action is -1", () -> go(0, -1));
    refused("state is 6", () -> sure.outcomes(6, 0));
    refused("row is 0.5", () -> sure.number(new double[] {0.5, 0}));
    refused("column is 3.0", () -> sure.number(new double[] {0, 3}));
    refused("row is NaN", () -> sure.number(new double[] {Double.NaN, 0}));
    refused("the length of state is 1", () -> sure.number(new double[1]));
    refused("state is [0.0, 2.0]; expected floor", () -> go(2, UP));
  }

  @Test
  void transitionsAreCopiedAndChecked() {
    double[] state = {1};
    Transition t = new Transition(state, 0, 0, state, false);
    state[0] = 2;
    assertEquals(1, t.state()[0]);
    assertEquals(1, t.next()[0]);
    refused("action is -1", () -> new Transition(state, -1, 0, state, false));
    refused("reward", () -> new Transition(state, 0, Double.NaN, state, false));
    refused("the length of next", () -> new Transition(state, 0, 0, new double[2], false));
    refused("state is null", () -> new Transition(null, 0, 0, state, false));
  }

  private static void refused(String message, Runnable call) {
    String said = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(said.contains(message), said);
  }
}
