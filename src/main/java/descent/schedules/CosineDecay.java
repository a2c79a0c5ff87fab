package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls along half a cosine: slowly at first, fast in the middle, slowly at the end.
 *
 * <pre>
 * η(t) = η₁ + ½ (η₀ − η₁) (1 + cos(π t/T)),   and η₁ from t = T on          t = steps taken before
 * </pre>
 *
 * <p>As {@code CosineAnnealingLR} in PyTorch up to T, and {@code cosine_decay_schedule} in optax.
 *
 * <p>Source: Loshchilov and Hutter 2017, arXiv 1608.03983.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param end η₁, the rate at the end, finite, 0 or above
 * @param steps T, in how many steps it gets there, at least 1
 */
public record CosineDecay(double rate, double end, int steps) implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param end η₁, the rate at the end, finite, 0 or above
   * @param steps T, in how many steps it gets there, at least 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public CosineDecay {
    Require.positive("rate", rate);
    Require.nonNegative("end", end);
    Require.that(steps >= 1, "steps", steps, "1 or more");
  }

  @Override
  public double at(Progress progress) {
    double part = Math.min(1, (double) progress.step() / steps);
    return end + 0.5 * (rate - end) * (1 + Math.cos(Math.PI * part));
  }
}
