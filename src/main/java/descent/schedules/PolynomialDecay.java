package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls to its last value along a power of the time that is left.
 *
 * <pre>
 * η(t) = η₁ + (η₀ − η₁) (1 − t/T)^p,   and η₁ from t = T on          t = steps taken before
 * </pre>
 *
 * <p>With p = 1 it falls along a line. As {@code polynomial_schedule} in optax.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param end η₁, the rate at the end, finite, 0 or above
 * @param steps T, in how many steps it gets there, at least 1
 * @param power p, above 0
 */
public record PolynomialDecay(double rate, double end, int steps, double power)
    implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param end η₁, the rate at the end, finite, 0 or above
   * @param steps T, in how many steps it gets there, at least 1
   * @param power p, above 0
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public PolynomialDecay {
    Require.positive("rate", rate);
    Require.nonNegative("end", end);
    Require.that(steps >= 1, "steps", steps, "1 or more");
    Require.positive("power", power);
  }

  @Override
  public double at(Progress progress) {
    double left = Math.max(0, 1 - (double) progress.step() / steps);
    return end + (rate - end) * Math.pow(left, power);
  }
}
