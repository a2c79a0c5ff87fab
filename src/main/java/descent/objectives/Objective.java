package descent.objectives;

/**
 * A function of the parameters θ that is to be made small. A test surface is one; so is "this
 * model, this loss, these data". θ is always one plain vector.
 *
 * <p>{@link #evaluate} is pure: the same θ gives the same answer, so that numerical checks and line
 * searches may call it as often as they like. What moves between steps (the next batch) moves in
 * {@link #advance} only.
 */
public interface Objective {

  /**
   * Returns the value at θ and fills in the gradient there.
   *
   * @param theta the parameters θ; not changed
   * @param gradient filled with ∂f/∂θ; as long as θ; what it held before does not matter
   * @return f(θ), which may be infinite or NaN where f is not defined
   */
  double evaluate(double[] theta, double[] gradient);

  /**
   * Returns the value at θ alone.
   *
   * @param theta the parameters θ; not changed
   * @return f(θ)
   */
  default double value(double[] theta) {
    return evaluate(theta, new double[theta.length]);
  }

  /** Moves on after a step was taken: the next batch, for example. Does nothing by default. */
  default void advance() {}
}
