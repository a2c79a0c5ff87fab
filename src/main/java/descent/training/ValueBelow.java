package descent.training;

import descent.engine.Require;
import descent.objectives.Objective;

/**
 * Ends a run when the value has come down to a bound.
 *
 * @param bound the value at or below which the run ends
 */
public record ValueBelow(double bound) implements StopRule {

  /**
   * Checks the bound.
   *
   * @param bound the value at or below which the run ends
   * @throws IllegalArgumentException if it is not finite
   */
  public ValueBelow {
    Require.that(Double.isFinite(bound), "bound", bound, "a finite number");
  }

  @Override
  public boolean met(Objective objective, double[] theta, double value) {
    return value <= bound;
  }
}
