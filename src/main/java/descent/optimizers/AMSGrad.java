package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * AMSGrad: Adam that divides by the largest second moment so far.
 *
 * <pre>
 * m, v as in Adam
 * w ← max(w, v)
 * θ ← θ − η m̂ / (√(w / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>w never falls, so that rates stop rising; only the bias correction still lets them rise during
 * the first 1/(1 − β₂) steps or so. Where rare large gradients matter, Adam forgets them and may go
 * the wrong way for ever; this one does not. As {@code torch.optim.Adam} with {@code amsgrad=True},
 * which takes the maximum before the bias correction, and so does Keras, with ε as in its Adam;
 * optax takes it after the correction, and the paper has none.
 *
 * <p>Source: Reddi, Kale and Kumar 2018, arXiv 1904.09237.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 */
public record AMSGrad(LearningRateSchedule learningRate, double beta1, double beta2, double epsilon)
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
  public AMSGrad {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates AMSGrad with the same rate at every step.
   *
   * @param learningRate η, finite and above 0
   * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
   * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public AMSGrad(double learningRate, double beta1, double beta2, double epsilon) {
    this(new Constant(learningRate), beta1, beta2, epsilon);
  }

  /**
   * Creates AMSGrad with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public AMSGrad(double learningRate) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-8);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "v", "w");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] m = slot[0];
    double[] v = slot[1];
    double[] most = slot[2];
    double c1 = 1 - Math.pow(beta1, s.t());
    double c2 = 1 - Math.pow(beta2, s.t());
    for (int i = from; i < to; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      most[i] = Math.max(most[i], v[i]);
      theta[i] -= s.rate() * m[i] / c1 / (Math.sqrt(most[i] / c2) + epsilon);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / (Math.sqrt(slot[2][i] / (1 - Math.pow(beta2, s.t()))) + epsilon);
  }
}
