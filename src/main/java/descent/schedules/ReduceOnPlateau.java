package descent.schedules;

import descent.engine.Require;

/**
 * A rate that falls by a factor when the objective's value has not become better for some steps.
 *
 * <pre>
 * value &lt; best − 10⁻⁴ |best|:  best = value, waited = 0;   otherwise waited = waited + 1
 * waited &gt; patience:          η = max(γ η, η₁), waited = 0
 * </pre>
 *
 * <p>It looks at the value before each step, and so belongs to objectives whose value is worth
 * looking at: the whole data, not a batch. Steps without a value leave it alone. As {@code
 * ReduceLROnPlateau} in PyTorch with a relative threshold, except where values are below 0: there
 * PyTorch's best · (1 − 10⁻⁴) lies above the best, and a value that stays the same counts as
 * better.
 *
 * @param rate η at the start, finite and above 0
 * @param factor γ, what it is multiplied with, above 0 and below 1
 * @param patience how many steps without progress it bears, 0 or more
 * @param end η₁, the smallest rate, finite, 0 or above
 */
public record ReduceOnPlateau(double rate, double factor, int patience, double end)
    implements LearningRateSchedule {

  private static final double THRESHOLD = 1e-4;

  /**
   * Checks the parameters.
   *
   * @param rate η at the start
   * @param factor γ
   * @param patience how many steps without progress it bears
   * @param end η₁, the smallest rate
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public ReduceOnPlateau {
    Require.positive("rate", rate);
    Require.that(factor > 0 && factor < 1, "factor", factor, "a number above 0 and below 1");
    Require.that(patience >= 0, "patience", patience, "0 or more");
    Require.nonNegative("end", end);
  }

  @Override
  public int memory() {
    return 4; // whether a value was seen, the best one, how long it waited, the rate
  }

  @Override
  public double at(Progress progress) {
    double[] memory = progress.memory();
    boolean first = memory[0] == 0;
    double value = progress.value();
    if (Double.isNaN(value)) {
      return first ? rate : memory[3];
    }
    if (first) {
      memory[3] = rate;
    }
    if (first || value < memory[1] - THRESHOLD * Math.abs(memory[1])) {
      memory[1] = value;
      memory[2] = 0;
    } else {
      memory[2]++;
    }
    memory[0] = 1;
    if (memory[2] > patience) {
      memory[3] = Math.max(factor * memory[3], end);
      memory[2] = 0;
    }
    return memory[3];
  }
}
