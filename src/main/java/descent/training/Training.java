package descent.training;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.training.History.Outcome;

/**
 * Runs an optimizer on an objective: at most so many steps, until a stop rule is met, a number is
 * no longer finite, or the thread is interrupted (the stop button of a notebook). Whatever ends it,
 * the {@link History} holds what was reached. A run of more than a second shows its progress. After
 * the stop button the kernel shows no result of the cell, so assign the history to a variable: it
 * is kept.
 *
 * <pre>{@code
 * History run = new Training(objective, new GradientDescent(0.1), 200).run(start);
 * }</pre>
 *
 * @param objective what to make small
 * @param optimizer the rule that moves θ
 * @param steps the most steps to take, at least 1
 * @param stopRule when to end sooner; null for never
 */
public record Training(Objective objective, Optimizer optimizer, int steps, StopRule stopRule) {

  /**
   * Checks the arguments.
   *
   * @param objective what to make small
   * @param optimizer the rule that moves θ
   * @param steps the most steps to take, at least 1
   * @param stopRule when to end sooner; null for never
   * @throws IllegalArgumentException if there is no objective or no optimizer, or less than one
   *     step
   */
  public Training {
    Require.nonNull("objective", objective);
    Require.nonNull("optimizer", optimizer);
    Require.that(steps >= 1, "steps", steps, "1 or more");
  }

  /**
   * Creates a run of a fixed number of steps.
   *
   * @param objective what to make small
   * @param optimizer the rule that moves θ
   * @param steps how many steps to take, at least 1
   */
  public Training(Objective objective, Optimizer optimizer, int steps) {
    this(objective, optimizer, steps, null);
  }

  /**
   * Runs from a first θ. Running again starts afresh.
   *
   * @param start the first θ; not changed
   * @return what happened; "diverged" and "interrupted" are results, too
   * @throws NonFiniteException if the value or the gradient is not finite at the start: that is no
   *     divergence, but a fault of the data or the start
   * @throws IllegalArgumentException if the start does not fit the objective
   */
  public History run(double[] start) {
    State state = optimizer.start(start);
    Recorder recorder = new Recorder();
    try (ProgressBar bar = new ProgressBar(steps)) {
      while (true) {
        double[] theta = state.theta();
        boolean last = state.steps() == steps;
        double value = last ? valueAtTheEnd(theta) : state.step(objective);
        recorder.add(theta, value);
        if (stopRule != null && stopRule.met(objective, theta, value)) {
          return recorder.history(Outcome.CONVERGED);
        }
        if (last) {
          return recorder.history(Outcome.OUT_OF_STEPS);
        }
        if (Thread.interrupted()) {
          return recorder.history(Outcome.INTERRUPTED);
        }
        bar.update(state.steps(), value);
      }
    } catch (NonFiniteException e) {
      if (recorder.isEmpty()) {
        throw e;
      }
      return recorder.history(Outcome.DIVERGED);
    }
  }

  private double valueAtTheEnd(double[] theta) {
    double value = objective.value(theta);
    if (!Double.isFinite(value)) {
      throw new NonFiniteException("the objective's value after the last step", value);
    }
    return value;
  }
}
