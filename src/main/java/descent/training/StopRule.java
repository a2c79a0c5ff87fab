package descent.training;

import descent.objectives.Objective;

/** When a run has come far enough. */
public interface StopRule {

  /**
   * Tells whether a run may end at θ.
   *
   * @param objective what is being made smaller
   * @param theta the present θ; not to be changed
   * @param value the objective's value there
   * @return true to end the run here
   */
  boolean met(Objective objective, double[] theta, double value);
}
