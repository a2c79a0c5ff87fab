package descent.objectives;

import descent.engine.Require;

/** A function with known minimizers, on which optimizers are compared and drawn. */
public interface TestSurface extends Objective {

  /**
   * Returns where the function is smallest.
   *
   * @return its global minimizers; none if it has no minimum
   */
  double[][] minimizers();

  /**
   * Returns where runs usually start.
   *
   * @return the customary first θ, in a new array
   */
  double[] start();

  /**
   * Requires θ and its gradient to have the length that this function is defined for.
   *
   * @param theta the parameters
   * @param gradient the array for the gradient
   * @throws IllegalArgumentException if one is null or of another length
   */
  default void requireLength(double[] theta, double[] gradient) {
    int n = start().length;
    Require.length("theta", theta, n, this);
    Require.length("gradient", gradient, n, this);
  }
}
