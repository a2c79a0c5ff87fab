package descent.transforms;

import descent.engine.Require;

/**
 * Limits the length of a gradient, and keeps its direction.
 *
 * <pre>
 * g ← g · min(1, c / ‖g‖)
 * </pre>
 *
 * <p>The norm is that of the whole gradient, all layers together. As {@code
 * optax.clip_by_global_norm}; PyTorch's {@code clip_grad_norm_} adds 10⁻⁶ to the norm.
 *
 * <p>Source: Pascanu, Mikolov and Bengio 2013, arXiv 1211.5063.
 *
 * @param limit c, the greatest length, above 0
 */
public record ClipByNorm(double limit) implements GradientTransform {

  /**
   * Checks the limit.
   *
   * @param limit c
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public ClipByNorm {
    Require.positive("limit", limit);
  }

  @Override
  public void apply(double[] theta, double[] gradient) {
    double largest = 0;
    for (double g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    if (largest == 0) {
      return;
    }
    double sum = 0;
    for (double g : gradient) {
      sum += (g / largest) * (g / largest); // does not overflow
    }
    double factor = Math.min(1, limit / largest / Math.sqrt(sum));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= factor;
    }
  }
}
