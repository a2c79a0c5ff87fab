package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * NAdam: Adam with Nesterov's look ahead.
 *
 * <pre>
 * m, v, v̂ as in Adam
 * n  = β₁ m / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ)
 * θ ← θ − η n / (√v̂ + ε)
 * </pre>
 *
 * <p>With a constant β₁, as {@code optax.nadam}. PyTorch and Keras let β₁ grow slowly, by the
 * paper's schedule of momentum.
 *
 * <p>Source: Dozat 2016, "Incorporating Nesterov Momentum into Adam", ICLR workshop.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record NAdam(LearningRateSchedule learningRate, double beta1, double beta2, double epsilon)
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
  public NAdam {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates NAdam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public NAdam(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8);
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
    double ahead = 1 - Math.pow(beta1, s.t() + 1);
    double c2 = 1 - Math.pow(beta2, s.t());
    for (int i = from; i < to; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      double n = beta1 * m[i] / ahead + (1 - beta1) * g[i] / c1;
      theta[i] -= s.rate() * n / (Math.sqrt(v[i] / c2) + epsilon);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / (Math.sqrt(slot[1][i] / (1 - Math.pow(beta2, s.t()))) + epsilon);
  }
}
