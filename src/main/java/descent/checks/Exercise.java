package descent.checks;

import descent.engine.Require;
import descent.objectives.Objective;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * An exercise's verdict: one line that begins with ✓, or with ✗ and says what is missing, with a
 * hint. Checks compare with a reference on random inputs and never throw for what the reader's code
 * does.
 *
 * @param passed whether the reader's answer agrees with the reference
 * @param message the line
 */
public record Exercise(boolean passed, String message) {

  private static final double TOLERANCE = 1e-9;
  private static final int TRIALS = 100;

  /**
   * Checks a number.
   *
   * @param name what the number is
   * @param mine the reader's number; NaN for "not yet"
   * @param expected the right one
   * @param tolerance by how much it may differ
   * @param hint shown if it is not right
   * @return the verdict
   */
  public static Exercise number(
      String name, double mine, double expected, double tolerance, String hint) {
    if (Double.isNaN(mine)) {
      return fail(name + " has no value yet (NaN)", hint);
    }
    return Math.abs(mine - expected) <= tolerance
        ? pass(name)
        : fail(String.format("%s is %.6g; that is not it", name, mine), hint);
  }

  /**
   * Checks a formula of two numbers, such as a loss or its slope, at random pairs.
   *
   * @param name what the formula computes
   * @param mine the reader's formula
   * @param reference the right one
   * @param hint shown if they differ
   * @return the verdict
   */
  public static Exercise formula(
      String name, DoubleBinaryOperator mine, DoubleBinaryOperator reference, String hint) {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < TRIALS; k++) {
      double a = random.nextDouble(-5, 5);
      double b = random.nextDouble(-5, 5);
      double expected = reference.applyAsDouble(a, b);
      Exercise trial =
          trial(
              String.format("%s(%.3f, %.3f)", name, a, b),
              () -> mine.applyAsDouble(a, b),
              expected,
              hint);
      if (!trial.passed) {
        return trial;
      }
    }
    return pass(name);
  }

  /**
   * Checks an objective's value against a reference, and its gradient against central differences
   * of that reference, at random points of several lengths. The array for the gradient is filled
   * with NaN beforehand, and θ must be left as it was.
   *
   * @param name what the objective is
   * @param mine the reader's objective
   * @param value the right value as a function of θ
   * @param lengths the lengths of θ to try
   * @param hint shown if they differ
   * @return the verdict
   */
  public static Exercise objective(
      String name, Objective mine, ToDoubleFunction<double[]> value, int[] lengths, String hint) {
    Require.nonNull("lengths", lengths);
    SplittableRandom random = new SplittableRandom(1);
    for (int n : lengths) {
      double[] theta = random.doubles(n, -3, 3).toArray();
      double[] given = theta.clone();
      double[] gradient = new double[n];
      Arrays.fill(gradient, Double.NaN);
      Exercise trial =
          trial(
              "the value of " + name + " for " + n + " parameters",
              () -> mine.evaluate(given, gradient),
              value.applyAsDouble(theta.clone()),
              hint);
      if (!trial.passed) {
        return trial;
      }
      if (!Arrays.equals(theta, given)) {
        return fail(name + " changed theta", hint);
      }
      GradientCheck check =
          GradientCheck.of(
              (at, g) -> {
                System.arraycopy(gradient, 0, g, 0, n);
                return value.applyAsDouble(at);
              },
              theta);
      if (!check.passed()) {
        return fail(check.toString().substring(2), hint);
      }
    }
    return pass(name);
  }

  private static Exercise trial(String what, DoubleSupplier mine, double expected, String hint) {
    double value;
    try {
      value = mine.getAsDouble();
    } catch (UnsupportedOperationException e) {
      return fail("not written yet", hint);
    } catch (RuntimeException | StackOverflowError e) {
      return fail(what + " ends in " + e, hint);
    }
    if (Double.isNaN(value)) {
      return fail(what + " has no value yet (NaN)", hint);
    }
    return Math.abs(value - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
        ? pass(what)
        : fail(String.format("%s is %.6g; it should be %.6g", what, value, expected), hint);
  }

  private static Exercise pass(String name) {
    return new Exercise(true, "✓ " + name + " is right");
  }

  private static Exercise fail(String what, String hint) {
    return new Exercise(false, "✗ " + what + ". Hint: " + hint);
  }

  @Override
  public String toString() {
    return message;
  }
}
