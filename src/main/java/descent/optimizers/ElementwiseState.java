package descent.optimizers;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;
import descent.schedules.Progress;
import java.util.List;
import java.util.stream.IntStream;

/** The state of an {@link ElementwiseOptimizer}, which can also step with a gradient alone. */
public final class ElementwiseState implements State {

  private static final int PIECE = 1 << 15; // coordinates to a range; below two of them, one core

  private final ElementwiseOptimizer optimizer;
  private final List<String> names;
  private final double[] theta;
  private final double[] gradient;
  private final double[][] slots;
  private int steps;

  ElementwiseState(ElementwiseOptimizer optimizer, double[] theta) {
    this.optimizer = optimizer;
    this.names = optimizer.slots();
    this.theta = Require.finite("theta", theta).clone();
    this.gradient = new double[theta.length];
    this.slots = new double[names.size()][theta.length];
  }

  @Override
  public double step(Objective objective) {
    double value = Require.nonNull("objective", objective).evaluate(theta, gradient);
    if (!Double.isFinite(value)) {
      throw new NonFiniteException("the objective's value at step " + (steps + 1), value);
    }
    step(gradient, value);
    objective.advance();
    return value;
  }

  /**
   * Takes one step with a gradient that was computed elsewhere.
   *
   * @param gradient ∂f/∂θ at the present θ; not changed
   * @throws NonFiniteException if it holds NaN or an infinity; nothing has changed then
   * @throws IllegalArgumentException if it is null or not as long as θ; nothing has changed then
   */
  public void step(double[] gradient) {
    step(gradient, Double.NaN);
  }

  private void step(double[] g, double value) {
    Require.nonNull("gradient", g);
    Require.that(
        g.length == theta.length, "the length of gradient", g.length, theta.length + " as theta");
    Require.finite("gradient", g);
    double rate = optimizer.learningRate().at(new Progress(steps, value));
    Require.that(
        rate >= 0 && rate < Double.POSITIVE_INFINITY,
        "the learning rate of step " + (steps + 1),
        rate,
        "a finite number, 0 or above");
    Step step = new Step(steps + 1, rate);
    int n = theta.length;
    if (n < 2 * PIECE) {
      optimizer.block(step, theta, g, slots, 0, n);
    } else {
      IntStream.rangeClosed(0, (n - 1) / PIECE)
          .parallel()
          .forEach(
              i -> {
                int from = i * PIECE;
                optimizer.block(step, theta, g, slots, from, Math.min(n, from + PIECE));
              });
    }
    steps++;
  }

  @Override
  public double[] theta() {
    return theta.clone();
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public double[] slot(String name) {
    int i = names.indexOf(name);
    Require.that(i >= 0, "slot", name, "one of " + names);
    return slots[i].clone();
  }
}
