package descent.optimizers;

import descent.engine.Require;

/**
 * What is the same for every coordinate in a step.
 *
 * @param t the number of the step, from 1
 * @param rate the learning rate η of this step
 */
public record Step(int t, double rate) {

  /** Returns a rate that a schedule gave, if it can be one. */
  static double checked(double rate, int t) {
    Require.that(
        rate >= 0 && rate < Double.POSITIVE_INFINITY,
        "the learning rate of step " + t,
        rate,
        "a finite number, 0 or above");
    return rate;
  }
}
