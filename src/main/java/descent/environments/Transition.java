package descent.environments;

import descent.engine.Require;

/**
 * One step in an {@link Environment}: what an agent learns from.
 *
 * @param state s, where it was
 * @param action a, what it did
 * @param reward r, what it got for it
 * @param next s′, where that led
 * @param last whether the episode is over there, so that no reward can follow; a run that is merely
 *     cut off is not over
 */
public record Transition(double[] state, int action, double reward, double[] next, boolean last) {

  /**
   * Checks the numbers and copies the states.
   *
   * @param state where it was
   * @param action what it did, 0 or more
   * @param reward what it got for it
   * @param next where that led, as many numbers as the state
   * @param last whether the episode is over there
   * @throws IllegalArgumentException if a state is null, empty, not finite, or of another length
   *     than the other, the action is negative, or the reward not finite
   */
  public Transition {
    state = Require.finite("state", state).clone();
    Require.that(action >= 0, "action", action, "0 or more");
    Require.finite("reward", new double[] {reward});
    next = Require.length("next", Require.finite("next", next), state.length, "the state").clone();
  }
}
