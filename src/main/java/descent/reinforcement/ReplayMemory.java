package descent.reinforcement;

import descent.engine.Require;
import descent.environments.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The last transitions that an agent has seen, to learn from some of them at a time. Drawn at
 * random, the transitions of a batch do not hang on one another as neighbours in an episode do, and
 * each is used more than once.
 *
 * <p>Source: Lin 1992, doi 10.1007/BF00992699; in deep Q-learning Mnih et al. 2015, doi
 * 10.1038/nature14236.
 */
public final class ReplayMemory {

  private final List<Transition> transitions = new ArrayList<>();
  private final int capacity;
  private int oldest;

  /**
   * Creates an empty memory.
   *
   * @param capacity how many transitions it holds; a further one takes the place of the oldest
   * @throws IllegalArgumentException if it is below 1
   */
  public ReplayMemory(int capacity) {
    Require.that(capacity >= 1, "capacity", capacity, "1 or more");
    this.capacity = capacity;
  }

  /**
   * Keeps a transition.
   *
   * @param transition what happened
   * @throws IllegalArgumentException if it is null
   */
  public void add(Transition transition) {
    Require.nonNull("transition", transition);
    if (transitions.size() < capacity) {
      transitions.add(transition);
    } else {
      transitions.set(oldest, transition);
      oldest = (oldest + 1) % capacity;
    }
  }

  /**
   * Returns how many transitions there are.
   *
   * @return at most the capacity
   */
  public int size() {
    return transitions.size();
  }

  /**
   * Draws transitions, each from all of them.
   *
   * @param size how many
   * @param random where chance comes from
   * @return the transitions, some of them perhaps twice
   * @throws IllegalArgumentException if the size is below 1 or the memory is empty
   */
  public List<Transition> sample(int size, Random random) {
    Require.that(size >= 1, "size", size, "1 or more");
    Require.that(size() >= 1, "the memory", "empty", "at least one transition");
    return random.ints(size, 0, size()).mapToObj(transitions::get).toList();
  }
}
