package descent.clustering;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.optimizers.Snapshot;
import descent.optimizers.State;
import java.util.Map;
import java.util.function.BiFunction;

/** A run that only knows where it is: who belongs where, then the best θ for that, in turn. */
final class Alternation implements State {

  private final Optimizer optimizer;
  private final BiFunction<Objective, double[], double[]> next;
  private double[] theta;
  private int steps;

  Alternation(
      Optimizer optimizer,
      BiFunction<Objective, double[], double[]> next,
      double[] theta,
      int steps) {
    this.optimizer = optimizer;
    this.next = next;
    this.theta = theta.clone();
    this.steps = steps;
  }

  static State resume(
      Optimizer optimizer, BiFunction<Objective, double[], double[]> next, Snapshot snapshot) {
    String name = optimizer.getClass().getSimpleName();
    Require.nonNull("snapshot", snapshot);
    Require.that(
        snapshot.optimizer().equals(name), "the snapshot's optimizer", snapshot.optimizer(), name);
    return new Alternation(optimizer, next, snapshot.theta(), snapshot.steps());
  }

  @Override
  public double step(Objective objective) {
    double[] moved = next.apply(Require.nonNull("objective", objective), theta);
    double value = objective.value(theta);
    if (!Double.isFinite(value)) {
      throw new NonFiniteException("the objective's value at step " + (steps + 1), value);
    }
    theta = Require.finite("theta", moved);
    steps++;
    objective.advance();
    return value;
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
    throw new IllegalArgumentException(
        "slot is " + name + "; " + optimizer.getClass().getSimpleName() + " remembers nothing");
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(optimizer.getClass().getSimpleName(), steps, theta, Map.of());
  }
}
