package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * AdamW: Adam with weight decay that does not go through the averages.
 *
 * <pre>
 * m, v, m̂, v̂ as in Adam
 * θ ← θ − η λ θ − η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>A penalty ½ λ ‖θ‖² in the objective would be divided by √v̂ like any gradient, so that
 * coordinates with large gradients would hardly decay. Here all decay alike. With λ = 0 it is
 * {@link Adam}. As {@code torch.optim.AdamW} and {@code optax.adamw}.
 *
 * <p>Source: Loshchilov and Hutter 2019, arXiv 1711.05101.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param weightDecay λ, how much of each parameter is taken away, times η, 0 or above
 */
public record AdamW(
    LearningRateSchedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
   * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
   * @param epsilon ε, above 0
   * @param weightDecay λ, how much of each parameter is taken away, times η, 0 or above
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public AdamW {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.nonNegative("weightDecay", weightDecay);
  }

  /**
   * Creates AdamW with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @param weightDecay λ, how much of each parameter is taken away, times η, 0 or above
   * @throws IllegalArgumentException if a number is out of range
   */
  public AdamW(double learningRate, double weightDecay) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8, weightDecay);
  }

  /**
   * Creates AdamW with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and λ = 0.01.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public AdamW(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8, 0.01);
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
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      double step = m[i] / c1 / (Math.sqrt(v[i] / c2) + epsilon);
      theta[i] -= s.rate() * (step + weightDecay * theta[i]);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / (Math.sqrt(slot[1][i] / (1 - Math.pow(beta2, s.t()))) + epsilon);
  }
}
