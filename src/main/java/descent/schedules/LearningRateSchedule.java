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
}
