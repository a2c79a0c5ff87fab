package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Adagrad: each coordinate's rate shrinks with the squares of all its gradients so far.
 *
 * <pre>
 * s ← s + g²
 * θ ← θ − η g / (√s + ε)
 * </pre>
 *
 * <p>Coordinates that are seldom seen keep a large rate. The sum only grows, so every rate falls
 * towards 0. As {@code torch.optim.Adagrad}; optax and Keras start s at 0.1, and have ε inside the
 * root.
 *
 * <p>Source: Duchi, Hazan and Singer 2011, JMLR 12:2121–2159.
 *
 * @param learningRate η
 * @param epsilon ε, above 0
 */
public record Adagrad(LearningRateSchedule learningRate, double epsilon)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Adagrad {
    Require.nonNull("learning rate", learningRate);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates Adagrad with ε = 10⁻¹⁰.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Adagrad(double learningRate) {
    this(new Constant(learningRate), 1e-10);
  }

  @Override
  public List<String> slots() {
    return List.of("s");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] sum = slot[0];
    double rate = s.rate();
    for (int i = from; i < to; i++) {
      sum[i] += g[i] * g[i];
      theta[i] -= rate * g[i] / (Math.sqrt(sum[i]) + epsilon);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / (Math.sqrt(slot[0][i]) + epsilon);
  }
}
