package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * AdaMax: Adam with the largest gradient, slowly forgotten, in place of the root mean square.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * u ← max(β₂ u, |g| + ε)
 * θ ← θ − η / (1 − β₁ᵗ) · m / u
 * </pre>
 *
 * <p>u needs no bias correction. As {@code torch.optim.Adamax} and {@code optax.adamax}, which add
 * ε to |g|; the paper has none, and Keras adds it to u.
 *
 * <p>Source: Kingma and Ba 2015, arXiv 1412.6980, section 7.1.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record AdaMax(LearningRateSchedule learningRate, double beta1, double beta2, double epsilon)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
   * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public AdaMax {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates AdaMax with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public AdaMax(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "u");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] m = slot[0];
    double[] u = slot[1];
    double rate = s.rate() / (1 - Math.pow(beta1, s.t()));
    for (int i = from; i < to; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      u[i] = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
      theta[i] -= rate * m[i] / u[i];
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / slot[1][i];
  }
}
