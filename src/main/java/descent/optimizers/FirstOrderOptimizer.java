package descent.optimizers;

import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * An optimizer that needs nothing of an objective but the gradient. It remembers slots, arrays with
 * one number for each coordinate. Most are an {@link ElementwiseOptimizer}.
 */
public interface FirstOrderOptimizer extends Optimizer {

  /**
   * Returns the learning rate.
   *
   * @return η as a function of the progress
   */
  LearningRateSchedule learningRate();

  /**
   * Returns the names of what is remembered for each coordinate; all zero at first.
   *
   * @return the names in the order of the arrays that {@link #update} gets; none by default
   */
  default List<String> slots() {
    return List.of();
  }

  /**
   * Takes one step.
   *
   * @param s the step's number and rate
   * @param theta θ, changed in place
   * @param g the gradient; not to be changed
   * @param slot the remembered arrays, one for each name, changed in place
   */
  void update(Step s, double[] theta, double[] g, double[][] slot);

  /**
   * Returns what the rule multiplies a coordinate's direction with: the learning rate, or for
   * adaptive rules the learning rate divided by what they remember of the gradients' size.
   *
   * @param s the step's number and rate
   * @param slot the remembered arrays after the step
   * @param i the coordinate
   * @return the rate of this coordinate; η by default
   */
  default double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate();
  }

  @Override
  default FirstOrderState start(double[] theta) {
    return new FirstOrderState(this, theta);
  }

  @Override
  default FirstOrderState resume(Snapshot snapshot) {
    return new FirstOrderState(this, snapshot);
  }
}
