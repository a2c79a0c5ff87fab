package descent.reinforcement;

import descent.engine.Require;
import descent.engine.Transfer;
import descent.environments.Transition;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A batch of transitions as arrays: what both losses do with the values of its actions. */
final class Experience {

  static final int NONE = -1; // the best action where the episode is over

  final INDArray states;
  final INDArray nexts;
  final int[] taken;
  private final double discount;
  private final double[] rewards;
  private final boolean[] last;

  Experience(List<Transition> transitions, double discount) {
    Require.nonNull("transitions", transitions);
    Require.that(!transitions.isEmpty(), "transitions", "empty", "at least one");
    Require.that(discount >= 0 && discount <= 1, "discount", discount, "a number in [0, 1]");
    int n = transitions.size();
    int width = Require.nonNull("transitions[0]", transitions.get(0)).state().length;
    double[] from = new double[n * width];
    double[] to = new double[n * width];
    taken = new int[n];
    rewards = new double[n];
    last = new boolean[n];
    for (int i = 0; i < n; i++) {
      Transition t = Require.nonNull("transitions[" + i + "]", transitions.get(i));
      Require.that(
          t.state().length == width,
          "transitions[" + i + "]",
          "of " + t.state().length + " numbers a state",
          width + " as the first");
      System.arraycopy(t.state(), 0, from, i * width, width);
      System.arraycopy(t.next(), 0, to, i * width, width);
      taken[i] = t.action();
      rewards[i] = t.reward();
      last[i] = t.last();
    }
    this.discount = discount;
    states = array(from, n);
    nexts = array(to, n);
  }

  /** Returns the actions with the largest values in the next states. */
  int[] best(INDArray q) {
    int[] best = new int[taken.length];
    for (int i = 0; i < best.length; i++) {
      for (int a = 1; a < q.columns(); a++) {
        best[i] = q.getDouble(i, a) > q.getDouble(i, best[i]) ? a : best[i];
      }
      best[i] = last[i] ? NONE : best[i];
    }
    return best;
  }

  /** Returns y = r + γ Q(s′, a′), or r where the episode is over, [n, 1]. */
  INDArray targets(INDArray q, int[] best) {
    double[] y = new double[best.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = rewards[i] + (best[i] == NONE ? 0 : discount * q.getDouble(i, best[i]));
    }
    return array(y, y.length);
  }

  /** Returns the values of the actions that were taken, [n, 1]. */
  INDArray predictions(INDArray q) {
    double[] values = new double[taken.length];
    for (int i = 0; i < values.length; i++) {
      Require.that(taken[i] < q.size(1), "action " + i, taken[i], "one below " + q.size(1));
      values[i] = q.getDouble(i, taken[i]);
    }
    return array(values, values.length);
  }

  /** Returns slopes of some actions' values as those of all, 0 for the others, [n, actions]. */
  static INDArray spread(INDArray slopes, double factor, int[] actions, int width) {
    double[] some = new double[actions.length];
    Transfer.read(slopes, some);
    double[] all = new double[actions.length * width];
    for (int i = 0; i < actions.length; i++) {
      if (actions[i] != NONE) {
        all[i * width + actions[i]] = factor * some[i];
      }
    }
    return array(all, actions.length);
  }

  private static INDArray array(double[] values, int rows) {
    INDArray array =
        Nd4j.createUninitialized(DataType.DOUBLE, new long[] {rows, values.length / rows}, 'c');
    Transfer.write(values, array);
    return array;
  }
}
