package descent.optimizers;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;

/** What every optimizer asks of an objective before it steps. */
final class Evaluation {

  private Evaluation() {}

  /** Returns the value at θ and fills in the gradient, both finite. */
  static double of(Objective objective, double[] theta, double[] gradient, int step) {
    double value = Require.nonNull("objective", objective).evaluate(theta, gradient);
    if (!Double.isFinite(value)) {
      throw new NonFiniteException("the objective's value at step " + step, value);
    }
    Require.finite("gradient", gradient);
    return value;
  }
}
