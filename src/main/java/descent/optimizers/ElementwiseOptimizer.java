package descent.optimizers;

import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * An optimizer that moves each coordinate by a formula of its own gradient and its own memory. A
 * record with a learning rate and one loop makes one, in a notebook cell as well as here:
 *
 * <pre>{@code
 * record SignDescent(LearningRateSchedule learningRate) implements ElementwiseOptimizer {
 *   public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
 *     for (int i = from; i < to; i++) {
 *       theta[i] -= s.rate() * Math.signum(g[i]);
 *     }
 *   }
 * }
 * }</pre>
 */
public interface ElementwiseOptimizer extends Optimizer {

  /**
   * Returns the learning rate.
   *
   * @return η as a function of the progress
   */
  LearningRateSchedule learningRate();

  /**
   * Returns the names of what is remembered for each coordinate; all zero at first.
   *
   * @return the names in the order of the arrays that {@link #block} gets; none by default
   */
  default List<String> slots() {
    return List.of();
  }

  /**
   * Updates the coordinates [from, to). Large θ are cut into ranges that run on several cores, so
   * nothing outside of the range may be touched.
   *
   * @param s the step's number and rate
   * @param theta θ, changed in place
   * @param g the gradient; not to be changed
   * @param slot the remembered arrays, one for each name, changed in place
   * @param from the first coordinate
   * @param to the one behind the last
   */
  void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to);

  @Override
  default ElementwiseState start(double[] theta) {
    return new ElementwiseState(this, theta);
  }
}
