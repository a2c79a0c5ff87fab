package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Adam: momentum, divided by the root mean square of the gradients.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g          m̂ = m / (1 − β₁ᵗ)
 * v ← β₂ v + (1 − β₂) g²         v̂ = v / (1 − β₂ᵗ)
 * θ ← θ − η m̂ / (√v̂ + ε)
 * </pre>
 *
 * <p>m and v start at 0; the division by 1 − βᵗ corrects the averages for that, so that the first
 * step is η g / (|g| + ε). Without the correction (for comparison only) it is 3.16 times as long
 * with the default β. As {@code torch.optim.Adam}, optax and the paper's algorithm 1; Keras and the
 * paper's note at the end of section 2 divide √v by √(1 − β₂ᵗ) first and then add ε.
 *
 * <p>Source: Kingma and Ba 2015, arXiv 1412.6980.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param biasCorrection whether the averages are corrected for their start at 0
 */
public record Adam(
    LearningRateSchedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    boolean biasCorrection)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
   * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
   * @param epsilon ε, above 0
   * @param biasCorrection whether the averages are corrected for their start at 0
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Adam {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates Adam with bias correction.
   *
   * @param learningRate η, finite and above 0
   * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
   * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public Adam(double learningRate, double beta1, double beta2, double epsilon) {
    this(new Constant(learningRate), beta1, beta2, epsilon, true);
  }

  /**
   * Creates Adam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Adam(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8, true);
  }

  /**
   * Creates Adam with a schedule, β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η
   * @throws IllegalArgumentException if it is null
   */
  public Adam(LearningRateSchedule learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8, true);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "v");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] m = slot[0];
    double[] v = slot[1];
    double size = s.rate() / correction(beta1, s.t());
    double root = Math.sqrt(correction(beta2, s.t()));
    for (int i = from; i < to; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      theta[i] -= size * m[i] / (Math.sqrt(v[i]) / root + epsilon);
    }
  }

  @Override
  public void block(Step s, float[] theta, float[] g, float[][] slot, int from, int to) {
    float[] m = slot[0];
    float[] v = slot[1];
    float b1 = (float) beta1;
    float b2 = (float) beta2;
    float c1 = (float) (1 - beta1);
    float c2 = (float) (1 - beta2);
    float size = (float) (s.rate() / correction(beta1, s.t()));
    float root = (float) (1 / Math.sqrt(correction(beta2, s.t())));
    float eps = (float) epsilon;
    for (int i = from; i < to; i++) {
      m[i] = b1 * m[i] + c1 * g[i];
      v[i] = b2 * v[i] + c2 * g[i] * g[i];
      theta[i] -= size * m[i] / ((float) Math.sqrt(v[i]) * root + eps);
    }
  }

  private double correction(double beta, int t) {
    return biasCorrection ? 1 - Math.pow(beta, t) : 1;
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    double root = Math.sqrt(correction(beta2, s.t()));
    return s.rate() / (Math.sqrt(slot[1][i]) / root + epsilon);
  }
}
