package descent.optimizers;

import descent.engine.Require;
import descent.models.Parameters;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.Arrays;
import java.util.List;

/**
 * LAMB: Adam whose step is as long, layer by layer, as the layer's own weights.
 *
 * <pre>
 * m, v, m̂, v̂ as in Adam
 * u = m̂ / (√v̂ + ε) + λ θ
 * r = ‖θ‖ / ‖u‖ of the layer,   1 if one of them is 0
 * θ ← θ − η r u
 * </pre>
 *
 * <p>For very large batches, in which some layers would bear a larger rate than others. As {@code
 * optax.lamb}, which is the paper's algorithm 2 with φ(x) = x.
 *
 * <p>Source: You et al. 2020, arXiv 1904.00962.
 *
 * @param learningRate η
 * @param beta1 β₁, the decay of the first moment, at least 0 and below 1
 * @param beta2 β₂, the decay of the second moment, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param weightDecay λ, 0 or above
 * @param layers which part of θ is which layer
 */
public record LAMB(
    LearningRateSchedule learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    Parameters layers)
    implements FirstOrderOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta1 β₁
   * @param beta2 β₂
   * @param epsilon ε
   * @param weightDecay λ
   * @param layers which part of θ is which layer
   * @throws IllegalArgumentException if an argument is null or a number out of range
   */
  public LAMB {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta1", beta1);
    Decay.checked("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.nonNegative("weightDecay", weightDecay);
    Require.nonNull("layers", layers);
  }

  /**
   * Creates LAMB with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁶ and no weight decay.
   *
   * @param learningRate η, finite and above 0
   * @param layers which part of θ is which layer
   * @throws IllegalArgumentException if an argument is out of range
   */
  public LAMB(double learningRate, Parameters layers) {
    this(new Constant(learningRate), 0.9, 0.999, 1e-6, 0, layers);
  }

  @Override
  public List<String> slots() {
    return List.of("m", "v", "u", "trust"); // trust: the same number for all of a layer
  }

  @Override
  public void update(Step s, double[] theta, double[] g, double[][] slot) {
    Require.length("theta", theta, layers.length(), layers);
    double[] m = slot[0];
    double[] v = slot[1];
    double[] u = slot[2];
    double c1 = 1 - Math.pow(beta1, s.t());
    double c2 = 1 - Math.pow(beta2, s.t());
    for (Parameters.Block layer : layers.blocks()) {
      double thetas = 0;
      double steps = 0;
      for (int i = layer.offset(); i < layer.end(); i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        u[i] = m[i] / c1 / (Math.sqrt(v[i] / c2) + epsilon) + weightDecay * theta[i];
        thetas += theta[i] * theta[i];
        steps += u[i] * u[i];
      }
      double trust = thetas == 0 || steps == 0 ? 1 : Math.sqrt(thetas / steps);
      for (int i = layer.offset(); i < layer.end(); i++) {
        theta[i] -= s.rate() * trust * u[i];
      }
      Arrays.fill(slot[3], layer.offset(), layer.end(), trust);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    double root = Math.sqrt(slot[1][i] / (1 - Math.pow(beta2, s.t())));
    return s.rate() * slot[3][i] / (root + epsilon);
  }
}
