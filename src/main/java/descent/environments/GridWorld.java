package descent.environments;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A grid on whose floor an agent slips:
 *
 * <pre>{@code
 * GridWorld world = new GridWorld(0.2, -1,
 *     "...G",
 *     ".#.X",
 *     "S...");
 * }</pre>
 *
 * <p>{@code S} is where it starts (if there are several, chance decides), {@code #} a wall, {@code
 * G} the goal, {@code X} a pit, and a dot is floor. Actions are 0 up, 1 right, 2 down, 3 left. With
 * the probability {@code slip} the agent goes to a side instead, half as often to each; where a
 * wall or the edge is, it stays. Entering the goal gives the reward 1, a pit that of its own, and
 * both end the episode; every other step gives 0. A state is {row, column}; its number counts the
 * cells row by row.
 *
 * @param slip the probability of going sideways, from 0 to 1
 * @param pit the reward of a pit
 * @param map the rows, from top to bottom, all of one length
 */
public record GridWorld(double slip, double pit, List<String> map)
    implements Environment, DecisionProcess {

  private static final int[] DOWN = {-1, 0, 1, 0};
  private static final int[] RIGHT = {0, 1, 0, -1};

  /**
   * Checks the numbers and the map.
   *
   * @param slip the probability of going sideways
   * @param pit the reward of a pit
   * @param map the rows, from top to bottom
   * @throws IllegalArgumentException if slip is not in [0, 1], pit not finite, or the map null,
   *     empty, ragged, without a start, or holds another character
   */
  public GridWorld {
    Require.that(slip >= 0 && slip <= 1, "slip", slip, "a probability in [0, 1]");
    Require.finite("pit", new double[] {pit});
    Require.nonNull("map", map);
    Require.that(!map.isEmpty(), "map", "empty", "at least one row");
    for (int r = 0; r < map.size(); r++) {
      String row = Require.nonNull("map[" + r + "]", map.get(r));
      Require.that(
          row.matches("[SGX#.]+"), "map[" + r + "]", row, "the characters S, G, X, # and .");
      int width = map.get(0).length();
      Require.that(
          row.length() == width, "map[" + r + "]", row, width + " characters, as the first");
    }
    Require.that(String.join("", map).contains("S"), "map", map, "a start S");
    map = List.copyOf(map);
  }

  /**
   * Creates a world.
   *
   * @param slip the probability of going sideways, from 0 to 1
   * @param pit the reward of a pit
   * @param rows the rows, from top to bottom
   */
  public GridWorld(double slip, double pit, String... rows) {
    this(slip, pit, rows == null ? null : Arrays.asList(rows));
  }

  @Override
  public int states() {
    return map.size() * columns();
  }

  private int columns() {
    return map.get(0).length();
  }

  @Override
  public int actions() {
    return 4;
  }

  /**
   * Returns the number of a state.
   *
   * @param state {row, column}
   * @return row · columns + column
   * @throws IllegalArgumentException if there is no such cell
   */
  public int number(double[] state) {
    Require.length("state", state, 2, this);
    int row = (int) state[0];
    int column = (int) state[1];
    boolean inside = row == state[0] && row >= 0 && row < map.size();
    Require.that(inside, "row", state[0], "a whole number below " + map.size());
    inside = column == state[1] && column >= 0 && column < columns();
    Require.that(inside, "column", state[1], "a whole number below " + columns());
    return row * columns() + column;
  }

  /**
   * Returns a state.
   *
   * @param number its number
   * @return {row, column}, in a new array
   * @throws IllegalArgumentException if there is no such cell
   */
  public double[] state(int number) {
    Require.that(number >= 0 && number < states(), "state", number, "0 to " + (states() - 1));
    return new double[] {number / columns(), number % columns()};
  }

  /**
   * Returns what is in a cell.
   *
   * @param number the number of a state
   * @return the map's character
   * @throws IllegalArgumentException if there is no such cell
   */
  public char cell(int number) {
    double[] at = state(number);
    return map.get((int) at[0]).charAt((int) at[1]);
  }

  @Override
  public double[] start(Random random) {
    List<Integer> starts = new ArrayList<>();
    for (int s = 0; s < states(); s++) {
      if (cell(s) == 'S') {
        starts.add(s);
      }
    }
    return state(starts.get(random.nextInt(starts.size())));
  }

  @Override
  public Transition step(double[] state, int action, Random random) {
    List<Outcome> outcomes = outcomes(number(state), action);
    Require.that(!outcomes.isEmpty(), "state", List.of(state[0], state[1]), "floor");
    double chance = random.nextDouble();
    int k = 0;
    while (k < outcomes.size() - 1 && chance >= outcomes.get(k).probability()) {
      chance -= outcomes.get(k++).probability();
    }
    Outcome outcome = outcomes.get(k);
    boolean last = isEnd(outcome.next());
    return new Transition(state, action, outcome.reward(), state(outcome.next()), last);
  }

  @Override
  public List<Outcome> outcomes(int state, int action) {
    Require.that(action >= 0 && action < 4, "action", action, "0 to 3");
    if (isEnd(state) || cell(state) == '#') {
      return List.of();
    }
    return List.of(
        outcome(1 - slip, state, action),
        outcome(slip / 2, state, (action + 1) % 4),
        outcome(slip / 2, state, (action + 3) % 4));
  }

  private boolean isEnd(int state) {
    return cell(state) == 'G' || cell(state) == 'X';
  }

  private Outcome outcome(double probability, int state, int direction) {
    int row = state / columns() + DOWN[direction];
    int column = state % columns() + RIGHT[direction];
    boolean inside = row >= 0 && row < map.size() && column >= 0 && column < columns();
    int next = inside ? row * columns() + column : state;
    next = cell(next) == '#' ? state : next;
    char there = cell(next);
    return new Outcome(probability, next, there == 'G' ? 1 : there == 'X' ? pit : 0);
  }
}
