package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls by the same factor in every so many steps, smoothly.
 *
 * <pre>
 * η(t) = η₀ γ^(t / T)          t = steps taken before
 * </pre>
 *
 * <p>As {@code exponential_decay} in optax. {@link StepDecay} is the same in steps. A factor above
 * 1 makes it rise, as a search for a good rate wants it.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param factor γ, what it is multiplied with, finite and above 0
 * @param period T, in how many steps, at least 1
 */
public record ExponentialDecay(double rate, double factor, int period)
    implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param factor γ, what it is multiplied with, finite and above 0
   * @param period T, in how many steps, at least 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public ExponentialDecay {
    Require.positive("rate", rate);
    Require.positive("factor", factor);
    Require.that(period >= 1, "period", period, "1 or more");
  }

  @Override
  public double at(Progress progress) {
    return rate * Math.pow(factor, (double) progress.step() / period);
  }
}
