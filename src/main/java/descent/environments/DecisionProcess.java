package descent.environments;

import java.util.List;

/**
 * A Markov decision process (马尔可夫决策过程) with finitely many states whose rules are known: what an
 * action can lead to depends on the state alone. {@link ValueIteration} solves it exactly, which an
 * agent that sees only {@link Transition}s cannot.
 */
public interface DecisionProcess {

  /**
   * Something that an action can lead to.
   *
   * @param probability how likely
   * @param next the number of the next state
   * @param reward what the agent gets for it
   */
  record Outcome(double probability, int next, double reward) {}

  /**
   * Returns how many states there are.
   *
   * @return 1 or more; the states are 0, 1, … below it
   */
  int states();

  /**
   * Returns how many actions there are.
   *
   * @return 1 or more; the actions are 0, 1, … below it
   */
  int actions();

  /**
   * Returns what an action can lead to.
   *
   * @param state the number of a state
   * @param action the number of an action
   * @return the outcomes, whose probabilities add up to 1; empty if the episode is over in that
   *     state
   * @throws IllegalArgumentException if there is no such state or action
   */
  List<Outcome> outcomes(int state, int action);
}
