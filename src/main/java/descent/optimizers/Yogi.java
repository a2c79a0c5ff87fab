package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Yogi: Adam with a second moment that changes by a bounded amount.
 *
 * <pre>
 * m as in Adam
 * v ← v − (1 − β₂) sign(v − g²) g²
 * θ ← θ − η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>Adam's v falls quickly once gradients become small, and the rate jumps up; this one follows
 * slowly. ε = 10⁻³ as in the paper. As {@code optax.scale_by_yogi} with an initial value of 0; by
 * default optax starts both m and v at 10⁻⁶, and the paper v at the squared gradient of a first
 * batch.
 *
 * <p>Source: Zaheer et al. 2018, "Adaptive Methods for Nonconvex Optimization", NeurIPS 31.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record Yogi(LearningRateSchedule learningRate, double beta1, double beta2, double epsilon)
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
  public Yogi {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates Yogi with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻³.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Yogi(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-3);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "v");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] m = slot[0];
    double[] v = slot[1];
    double c1 = 1 - Math.pow(beta1, s.t());
    double c2 = 1 - Math.pow(beta2, s.t());
    for (int i = from; i < to; i++) {
      double square = g[i] * g[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] -= (1 - beta2) * Math.signum(v[i] - square) * square;
      theta[i] -= s.rate() * m[i] / c1 / (Math.sqrt(v[i] / c2) + epsilon);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / (Math.sqrt(slot[1][i] / (1 - Math.pow(beta2, s.t()))) + epsilon);
  }
}
