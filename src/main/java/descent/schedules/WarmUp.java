package descent.schedules;

import descent.engine.Require;

/**
 * A linear rise before any other schedule, which then begins at its own step 0.
 *
 * <pre>
 * η(t) = (t + 1)/T · next(0)     for t &lt; T          t = steps taken before
 *        next(t − T)             from then on
 * </pre>
 *
 * <p>The first step has η = next(0)/T, not 0. As PyTorch's {@code LinearLR} with {@code
 * start_factor=1/T} before another schedule.
 *
 * <p>Source: Goyal et al. 2017, arXiv 1706.02677.
 *
 * @param steps T, how many steps the rise takes, at least 1
 * @param next the schedule after it
 */
public record WarmUp(int steps, LearningRateSchedule next) implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param steps T, how many steps the rise takes
   * @param next the schedule after it
   * @throws IllegalArgumentException if there is less than one step or no schedule
   */
  public WarmUp {
    Require.that(steps >= 1, "steps", steps, "1 or more");
    Require.nonNull("next", next);
  }

  @Override
  public double at(Progress progress) {
    int since = progress.step() - steps;
    if (since >= 0) {
      return next.at(new Progress(since, progress.value(), progress.memory()));
    }
    double top = next.at(new Progress(0, Double.NaN, new double[next.memory()]));
    return (progress.step() + 1.0) / steps * top;
  }

  @Override
  public int memory() {
    return next.memory();
  }
}
