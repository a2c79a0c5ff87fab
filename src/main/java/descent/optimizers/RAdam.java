package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * RAdam: Adam that waits until v has seen enough gradients to be trusted.
 *
 * <pre>
 * m, v, m̂ as in Adam;   ρ = 2 / (1 − β₂) − 1;   ρ(t) = ρ − 2 t β₂ᵗ / (1 − β₂ᵗ)
 * r  = √( (ρ(t) − 4) (ρ(t) − 2) ρ / ((ρ − 4) (ρ − 2) ρ(t)) )
 * θ ← θ − η r m̂ √(1 − β₂ᵗ) / (√v + ε)    if ρ(t) &gt; 5
 * θ ← θ − η m̂                            otherwise
 * </pre>
 *
 * <p>With β₂ = 0.999 the first five steps are those of momentum. As {@code torch.optim.RAdam}; the
 * paper's condition is ρ(t) &gt; 4, and optax adds ε to √v̂.
 *
 * <p>Source: Liu et al. 2020, arXiv 1908.03265.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record RAdam(LearningRateSchedule learningRate, double beta1, double beta2, double epsilon)
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
  public RAdam {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates RAdam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public RAdam(double learningRate) {
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
    double trust = trust(s.t());
    for (int i = from; i < to; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      theta[i] -= s.rate() * m[i] / c1 * scale(trust, v[i]);
    }
  }

  /** Returns r √(1 − β₂ᵗ), or 0 as long as v is not to be trusted. */
  private double trust(int t) {
    double c2 = 1 - Math.pow(beta2, t);
    double limit = 2 / (1 - beta2) - 1;
    double length = limit - 2 * t * Math.pow(beta2, t) / c2;
    if (length <= 5) {
      return 0;
    }
    double r = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
    return Math.sqrt(r * c2);
  }

  private double scale(double trust, double v) {
    return trust == 0 ? 1 : trust / (Math.sqrt(v) + epsilon);
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() * scale(trust(s.t()), slot[1][i]);
  }
}
