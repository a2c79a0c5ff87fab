package descent.optimizers;

import descent.engine.NonFiniteException;
import descent.engine.Ranges;
import descent.engine.Require;
import descent.schedules.Progress;
import java.util.List;

/** The state of an {@link ElementwiseOptimizer} on floats, which steps with a gradient alone. */
public final class FloatState {

  private final ElementwiseOptimizer optimizer;
  private final List<String> names;
  private final float[] theta;
  private final float[][] slots;
  private final double[] memory;
  private int steps;

  FloatState(ElementwiseOptimizer optimizer, float[] theta) {
    this.optimizer = optimizer;
    this.names = optimizer.slots();
    this.theta = Require.finite("theta", theta).clone();
    this.slots = new float[names.size()][theta.length];
    this.memory = new double[optimizer.learningRate().memory()];
  }

  /**
   * Takes one step.
   *
   * @param gradient ∂f/∂θ at the present θ; not changed
   * @throws NonFiniteException if it holds NaN or an infinity; nothing has changed then
   * @throws IllegalArgumentException if it is null or not as long as θ; nothing has changed then
   */
  public void step(float[] gradient) {
    Require.nonNull("gradient", gradient);
    Require.that(
        gradient.length == theta.length,
        "the length of gradient",
        gradient.length,
        theta.length + " as theta");
    Require.finite("gradient", gradient);
    double rate = optimizer.learningRate().at(new Progress(steps, Double.NaN, memory));
    Step s = new Step(steps + 1, Step.checked(rate, steps + 1));
    Ranges.run(theta.length, (from, to) -> optimizer.block(s, theta, gradient, slots, from, to));
    steps++;
  }

  /**
   * Returns where the run is.
   *
   * @return a copy of θ
   */
  public float[] theta() {
    return theta.clone();
  }

  /**
   * Returns what the optimizer remembers for each coordinate.
   *
   * @param name the name, for example "m"
   * @return a copy
   * @throws IllegalArgumentException if there is nothing under that name
   */
  public float[] slot(String name) {
    int i = names.indexOf(name);
    Require.that(i >= 0, "slot", name, "one of " + names);
    return slots[i].clone();
  }
}
