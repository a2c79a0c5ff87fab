package descent.schedules;

import descent.engine.Require;

/**
 * The same learning rate at every step.
 *
 * @param rate η, finite and above 0
 */
public record Constant(double rate) implements LearningRateSchedule {

  /**
   * Checks the rate.
   *
   * @param rate η
   * @throws IllegalArgumentException if it is not finite and above 0
   */
  public Constant {
    Require.positive("learning rate", rate);
  }

  @Override
  public double at(Progress progress) {
    return rate;
  }
}
