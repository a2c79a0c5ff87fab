package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls by the same factor after every so many steps, and is constant in between.
 *
 * <pre>
 * η(t) = η₀ γ^⌊t / T⌋          t = steps taken before
 * </pre>
 *
 * <p>As {@code StepLR} in PyTorch and Keras's {@code ExponentialDecay} with {@code staircase=True}.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param factor γ, what it is multiplied with, finite and above 0
 * @param period T, after how many steps, at least 1
 */
public record StepDecay(double rate, double factor, int period) implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param factor γ, what it is multiplied with, finite and above 0
   * @param period T, after how many steps, at least 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public StepDecay {
    Require.positive("rate", rate);
    Require.positive("factor", factor);
    Require.that(period >= 1, "period", period, "1 or more");
  }

  @Override
  public double at(Progress progress) {
    return rate * Math.pow(factor, progress.step() / period);
  }
}
