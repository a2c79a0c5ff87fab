package descent.schedules;

import descent.engine.Require;

/**
 * Cosine decay that starts again from the top, each time for longer.
 *
 * <pre>
 * η(t) = η₁ + ½ (η₀ − η₁) (1 + cos(π u/Tᵢ))          u = steps since the i-th start, Tᵢ = T mⁱ
 * </pre>
 *
 * <p>As {@code CosineAnnealingWarmRestarts} in PyTorch.
 *
 * <p>Source: Loshchilov and Hutter 2017, arXiv 1608.03983.
 *
 * @param rate η₀, the rate at the start, finite and above 0
 * @param end η₁, the rate before each start, finite, 0 or above
 * @param period T, the steps of the first period, at least 1
 * @param growth m, how much longer each period is than the one before, at least 1
 */
public record CosineRestarts(double rate, double end, int period, int growth)
    implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param rate η₀, the rate at the start, finite and above 0
   * @param end η₁, the rate before each start, finite, 0 or above
   * @param period T, the steps of the first period, at least 1
   * @param growth m, how much longer each period is than the one before, at least 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public CosineRestarts {
    Require.positive("rate", rate);
    Require.nonNegative("end", end);
    Require.that(period >= 1, "period", period, "1 or more");
    Require.that(growth >= 1, "growth", growth, "1 or more");
  }

  @Override
  public double at(Progress progress) {
    long length = period;
    long since = growth == 1 ? progress.step() % length : progress.step();
    while (since >= length) {
      since -= length;
      length *= growth;
    }
    return end + 0.5 * (rate - end) * (1 + Math.cos(Math.PI * since / length));
  }
}
