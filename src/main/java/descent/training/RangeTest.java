package descent.training;

import descent.engine.Require;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.schedules.ExponentialDecay;
import descent.schedules.LearningRateSchedule;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A learning-rate range test: one short run in which the rate rises by the same factor at every
 * step. Where the value falls fastest the rate is about right; where it turns up it is too large.
 *
 * <pre>{@code
 * RangeTest.Result test = new RangeTest(objective, GradientDescent::new, 1e-4, 10, 100).run(start);
 * new Plot("Range test", "learning rate", "value").line("", test.rates(), test.values()).logX()
 * }</pre>
 *
 * <p>Source: Smith 2017, arXiv 1506.01186, section 3.3.
 *
 * @param objective what to make small; often a new batch at every step
 * @param optimizer how to make the optimizer from a schedule
 * @param from the first rate, above 0
 * @param to the last rate, above the first
 * @param steps how many steps to take, at least 2
 */
public record RangeTest(
    Objective objective,
    Function<LearningRateSchedule, Optimizer> optimizer,
    double from,
    double to,
    int steps) {

  /**
   * What was found.
   *
   * @param rates the rate of each step
   * @param values the objective's value before each step; fewer than steps if the run diverged
   */
  public record Result(double[] rates, double[] values) {

    /**
     * Returns the rate at which the value was least. A good rate is some three to ten times
     * smaller.
     *
     * @return one of the rates
     */
    public double lowest() {
      int best = 0;
      for (int i = 1; i < values.length; i++) {
        best = values[i] < values[best] ? i : best;
      }
      return rates[best];
    }
  }

  /**
   * Checks the arguments.
   *
   * @param objective what to make small
   * @param optimizer how to make the optimizer from a schedule
   * @param from the first rate
   * @param to the last rate
   * @param steps how many steps to take
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public RangeTest {
    Require.nonNull("objective", objective);
    Require.nonNull("optimizer", optimizer);
    Require.positive("from", from);
    Require.positive("to", to);
    Require.that(to > from, "to", to, "a rate above " + from);
    Require.that(steps >= 2, "steps", steps, "2 or more");
  }

  /**
   * Runs the test.
   *
   * @param start the first θ; not changed
   * @return rates and values
   * @throws IllegalArgumentException if the start does not fit the objective
   */
  public Result run(double[] start) {
    ExponentialDecay rising = new ExponentialDecay(from, to / from, steps - 1);
    History history = new Training(objective, optimizer.apply(rising), steps).run(start);
    int n = Math.min(steps, history.values().length);
    double[] rates = new double[n];
    for (int t = 0; t < n; t++) {
      rates[t] = from * Math.pow(to / from, t / (steps - 1.0));
    }
    return new Result(rates, Arrays.copyOf(history.values(), n));
  }
}
