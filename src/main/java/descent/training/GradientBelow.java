package descent.training;

import descent.engine.Require;
import descent.objectives.Objective;

/**
 * Ends a run when the gradient's Euclidean norm ‖g‖ has come down to a bound. It evaluates the
 * objective once more at each step.
 *
 * @param bound the norm at or below which the run ends
 */
public record GradientBelow(double bound) implements StopRule {

  /**
   * Checks the bound.
   *
   * @param bound the norm at or below which the run ends
   * @throws IllegalArgumentException if it is not finite and above 0
   */
  public GradientBelow {
    Require.positive("bound", bound);
  }

  @Override
  public boolean met(Objective objective, double[] theta, double value) {
    double[] gradient = new double[theta.length];
    objective.evaluate(theta, gradient);
    double square = 0;
    for (double g : gradient) {
      square += g * g;
    }
    return Math.sqrt(square) <= bound;
  }
}
