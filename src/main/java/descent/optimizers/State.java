package descent.optimizers;

import descent.objectives.Objective;

/** A run of an optimizer: the parameters and whatever it remembers from step to step. */
public interface State {

  /**
   * Takes one step, and lets the objective advance.
   *
   * @param objective what to make smaller
   * @return its value before the step
   * @throws descent.engine.NonFiniteException if the value or the gradient is NaN or infinite;
   *     nothing has changed then
   */
  double step(Objective objective);

  /**
   * Returns where the run is.
   *
   * @return a copy of θ
   */
  double[] theta();

  /**
   * Returns how many steps were taken.
   *
   * @return 0 before the first
   */
  int steps();

  /**
   * Returns what the optimizer remembers for each coordinate, under the name that its formula uses.
   *
   * @param name the name, for example "m"
   * @return a copy
   * @throws IllegalArgumentException if there is nothing under that name; the message lists the
   *     names
   */
  double[] slot(String name);

  /**
   * Returns all that is needed to go on from here.
   *
   * @return a copy of everything, for {@link Optimizer#resume}
   */
  Snapshot snapshot();
}
