package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Lion: the sign of a momentum, so that every coordinate moves by the same amount.
 *
 * <pre>
 * θ ← θ − η (sign(β₁ m + (1 − β₁) g) + λ θ)
 * m ← β₂ m + (1 − β₂) g
 * </pre>
 *
 * <p>Its rate wants to be three to ten times smaller than Adam's. One slot instead of two. As
 * {@code optax.lion}, which has λ = 0.001 by default.
 *
 * <p>Source: Chen et al. 2023, arXiv 2302.06675.
 *
 * @param learningRate η
 * @param beta1 β₁, how much of the memory goes into the step, at least 0 and below 1
 * @param beta2 β₂, how much of the memory is kept, at least 0 and below 1
 * @param weightDecay λ, how much of each parameter is taken away, times η, 0 or above
 */
public record Lion(
    LearningRateSchedule learningRate, double beta1, double beta2, double weightDecay)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta1 β₁, how much of the memory goes into the step, at least 0 and below 1
   * @param beta2 β₂, how much of the memory is kept, at least 0 and below 1
   * @param weightDecay λ, how much of each parameter is taken away, times η, 0 or above
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Lion {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.nonNegative("weightDecay", weightDecay);
  }

  /**
   * Creates Lion with β₁ = 0.9, β₂ = 0.99 and no weight decay.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Lion(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.99, 0);
  }

  @Override
  public List<String> slots() {
    return List.of("m");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] m = slot[0];
    for (int i = from; i < to; i++) {
      double direction = Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
      theta[i] -= s.rate() * (direction + weightDecay * theta[i]);
      m[i] = beta2 * m[i] + (1 - beta2) * g[i];
    }
  }
}
