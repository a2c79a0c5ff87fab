package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Adadelta: the step has the size of the steps before it. How fast that size grows from nothing is
 * set by ε, which so takes the place of the rate.
 *
 * <pre>
 * s ← ρ s + (1 − ρ) g²
 * d  = √(u + ε) / √(s + ε) · g
 * u ← ρ u + (1 − ρ) d²
 * θ ← θ − η d                    η = 1 in the paper
 * </pre>
 *
 * <p>u starts at 0, so the first steps have a size of about √ε. As {@code torch.optim.Adadelta},
 * with its defaults ρ = 0.9 and ε = 10⁻⁶; Keras has η = 0.001 by default.
 *
 * <p>Source: Zeiler 2012, arXiv 1212.5701.
 *
 * @param learningRate η
 * @param decay ρ, how much of the average is kept, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Adadelta(LearningRateSchedule learningRate, double decay, double epsilon)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param decay ρ, how much of the average is kept, at least 0 and below 1
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Adadelta {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("decay", decay);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates Adadelta with ρ = 0.9 and ε = 10⁻⁶.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Adadelta(double learningRate) {
    this(new Constant(learningRate), 0.9, 1e-6);
  }

  /** Creates Adadelta as in the paper, with η = 1. */
  public Adadelta() {
    this(1);
  }

  @Override
  public List<String> slots() {
    return List.of("s", "u");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] square = slot[0];
    double[] way = slot[1];
    for (int i = from; i < to; i++) {
      square[i] = decay * square[i] + (1 - decay) * g[i] * g[i];
      double d = Math.sqrt(way[i] + epsilon) / Math.sqrt(square[i] + epsilon) * g[i];
      way[i] = decay * way[i] + (1 - decay) * d * d;
      theta[i] -= s.rate() * d;
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() * Math.sqrt(slot[1][i] + epsilon) / Math.sqrt(slot[0][i] + epsilon);
  }
}
