package descent.optimizers;

import descent.engine.Ranges;
import java.util.Arrays;

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
public interface ElementwiseOptimizer extends FirstOrderOptimizer {

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

  /**
   * Updates the coordinates [from, to) of floats. By default they are converted to doubles and
   * back; for the optimizers that have this loop in floats it is several times faster.
   *
   * @param s the step's number and rate
   * @param theta θ, changed in place
   * @param g the gradient; not to be changed
   * @param slot the remembered arrays, one for each name, changed in place
   * @param from the first coordinate
   * @param to the one behind the last
   */
  default void block(Step s, float[] theta, float[] g, float[][] slot, int from, int to) {
    int n = to - from;
    double[][] wide = new double[slot.length + 2][n];
    for (int i = 0; i < n; i++) {
      wide[0][i] = theta[from + i];
      wide[1][i] = g[from + i];
      for (int k = 0; k < slot.length; k++) {
        wide[k + 2][i] = slot[k][from + i];
      }
    }
    block(s, wide[0], wide[1], Arrays.copyOfRange(wide, 2, wide.length), 0, n);
    for (int i = 0; i < n; i++) {
      theta[from + i] = (float) wide[0][i];
      for (int k = 0; k < slot.length; k++) {
        slot[k][from + i] = (float) wide[k + 2][i];
      }
    }
  }

  @Override
  default void update(Step s, double[] theta, double[] g, double[][] slot) {
    Ranges.run(theta.length, (from, to) -> block(s, theta, g, slot, from, to));
  }

  /**
   * Starts a run on floats, which takes half the memory and, on many parameters, half the time.
   *
   * @param theta the first θ; copied
   * @return the run's state, before its first step
   * @throws IllegalArgumentException if θ is null, empty or not finite
   */
  default FloatState start(float[] theta) {
    return new FloatState(this, theta);
  }
}
