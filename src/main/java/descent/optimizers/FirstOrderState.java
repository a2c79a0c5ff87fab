package descent.optimizers;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;
import descent.schedules.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of a {@link FirstOrderOptimizer}, which can also step with a gradient alone. */
public final class FirstOrderState implements State {

  private static final String SCHEDULE = "schedule"; // what the learning rate remembers

  private final FirstOrderOptimizer optimizer;
  private final List<String> names;
  private final double[] theta;
  private final double[] gradient;
  private final double[][] slots;
  private final double[] memory;
  private int steps;
  private Step last;

  FirstOrderState(FirstOrderOptimizer optimizer, double[] theta) {
    this.optimizer = optimizer;
    this.names = optimizer.slots();
    this.theta = Require.finite("theta", theta).clone();
    this.gradient = new double[theta.length];
    this.slots = new double[names.size()][theta.length];
    this.memory = new double[optimizer.learningRate().memory()];
  }

  FirstOrderState(FirstOrderOptimizer optimizer, Snapshot snapshot) {
    this(optimizer, Snapshot.theta(snapshot, optimizer));
    this.steps = snapshot.steps();
    for (int k = 0; k < slots.length; k++) {
      slots[k] = snapshot.memory(names.get(k), theta.length);
    }
    System.arraycopy(snapshot.memory(SCHEDULE, memory.length), 0, memory, 0, memory.length);
  }

  @Override
  public double step(Objective objective) {
    double value = Evaluation.of(objective, theta, gradient, steps + 1);
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
    Require.length("gradient", gradient, theta.length, "theta");
    step(Require.finite("gradient", gradient), Double.NaN);
  }

  private void step(double[] g, double value) {
    double rate = optimizer.learningRate().at(new Progress(steps, value, memory));
    last = new Step(steps + 1, Step.checked(rate, steps + 1));
    optimizer.update(last, theta, g, slots);
    steps++;
  }

  /**
   * Returns the rate of each coordinate in the last step, {@link
   * FirstOrderOptimizer#effectiveRate}.
   *
   * @return a new array, as long as θ
   * @throws IllegalStateException before the first step of a run that was started or resumed
   */
  public double[] effectiveRates() {
    if (last == null) {
      throw new IllegalStateException("no step was taken yet");
    }
    double[] rates = new double[theta.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = optimizer.effectiveRate(last, slots, i);
    }
    return rates;
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

  @Override
  public Snapshot snapshot() {
    Map<String, double[]> all = new LinkedHashMap<>();
    for (int k = 0; k < slots.length; k++) {
      all.put(names.get(k), slots[k]);
    }
    all.put(SCHEDULE, memory);
    return new Snapshot(optimizer, steps, theta, all);
  }
}
