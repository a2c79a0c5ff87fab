package descent.schedules;

/** The learning rate as a function of the progress made. */
public interface LearningRateSchedule {

  /**
   * Returns the learning rate for the next step.
   *
   * @param progress how far the run has come
   * @return the rate η, finite and not negative
   */
  double at(Progress progress);

  /**
   * Returns how many numbers this schedule keeps from step to step. They are part of the run, not
   * of the schedule, so that the same schedule can serve several runs.
   *
   * @return 0, unless a schedule says otherwise
   */
  default int memory() {
    return 0;
  }
}
