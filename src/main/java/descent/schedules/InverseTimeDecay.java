package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls like 1/t.
 *
 * <pre>
 * η(t) = η₀ / (1 + k t)          t = steps taken before
 * </pre>
 *
 * <p>As {@code InverseTimeDecay} in Keras. With stochastic gradients it meets the conditions of
 * Robbins and Monro: the rates add up to infinity, their squares do not.
 *
 * <p>Source: Robbins and Monro 1951, doi 10.1214/aoms/1177729586.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param decay k, how fast it falls, for each step, above 0
 */
public record InverseTimeDecay(double rate, double decay) implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param decay k, how fast it falls, for each step, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public InverseTimeDecay {
    Require.positive("rate", rate);
    Require.positive("decay", decay);
  }

  @Override
  public double at(Progress progress) {
    return rate / (1 + decay * progress.step());
  }
}
