package descent.training;

import java.util.Arrays;

/**
 * What happened in a run: the value and the parameters before the first step and after each one,
 * and why it ended.
 *
 * @param values f(θ₀), f(θ₁), … f(θₖ): one more than there were steps
 * @param path θ₀, θ₁, … θₖ; empty if the run was too large to keep it
 * @param theta the last θ; if the run diverged, the last one at which all was finite
 * @param outcome why it ended
 */
public record History(double[] values, double[][] path, double[] theta, Outcome outcome) {

  /** Why a run ended. */
  public enum Outcome {
    /** The stop rule was met. */
    CONVERGED("converged"),
    /** The budget of steps was used up. */
    OUT_OF_STEPS("out of steps"),
    /** A value, a gradient or a parameter became infinite or NaN. */
    DIVERGED("diverged"),
    /** The cell was interrupted; what was reached is kept. */
    INTERRUPTED("interrupted");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * Returns the number of steps taken.
   *
   * @return one less than there are values
   */
  public int steps() {
    return values.length - 1;
  }

  /**
   * Returns the last value.
   *
   * @return f at {@link #theta}
   */
  public double value() {
    return values[values.length - 1];
  }

  @Override
  public String toString() {
    String at = theta.length <= 4 ? " at " + Arrays.toString(theta) : "";
    return outcome.words() + " after " + steps() + " steps: value " + value() + at;
  }
}
