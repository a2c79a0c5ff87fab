package descent.environments;

import java.util.Random;

/**
 * A world in which an agent acts: it sees a state, a few numbers, and chooses an action; the world
 * answers with a reward and the next state. It remembers nothing: the state is all there is to
 * know, and chance comes from the caller.
 *
 * <pre>{@code
 * double[] state = world.start(random);
 * Transition t;
 * do {
 *   t = world.step(state, random.nextInt(world.actions()), random);
 *   state = t.next();
 * } while (!t.last());
 * }</pre>
 */
public interface Environment {

  /**
   * Returns how many actions there are.
   *
   * @return 1 or more; the actions are 0, 1, … below it
   */
  int actions();

  /**
   * Returns a state in which an episode begins.
   *
   * @param random where chance comes from
   * @return a new array
   */
  double[] start(Random random);

  /**
   * Takes one step.
   *
   * @param state where; not changed
   * @param action what the agent does
   * @param random where chance comes from
   * @return what happened
   * @throws IllegalArgumentException if there is no such state or action, or the episode is over in
   *     that state
   */
  Transition step(double[] state, int action, Random random);
}
