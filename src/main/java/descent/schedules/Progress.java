package descent.schedules;

/**
 * How far a run has come: what a schedule may look at.
 *
 * @param step the number of steps already taken, 0 before the first
 * @param value the objective's value before this step; NaN if it is not known
 * @param memory what the schedule keeps from step to step, which it may change: as many numbers as
 *     its {@link LearningRateSchedule#memory}, all 0 before the first step
 */
public record Progress(int step, double value, double[] memory) {

  /**
   * Creates the progress for schedules that remember nothing.
   *
   * @param step the number of steps already taken
   * @param value the objective's value before this step; NaN if it is not known
   */
  public Progress(int step, double value) {
    this(step, value, new double[0]);
  }
}
