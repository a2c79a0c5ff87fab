package descent.transforms;

import descent.engine.Require;

/**
 * Limits each coordinate of a gradient.
 *
 * <pre>
 * gᵢ ← max(−c, min(c, gᵢ))
 * </pre>
 *
 * <p>It changes the direction. As {@code clip_grad_value_} in PyTorch and {@code optax.clip}.
 *
 * @param limit c, above 0
 */
public record ClipByValue(double limit) implements GradientTransform {

  /**
   * Checks the limit.
   *
   * @param limit c
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public ClipByValue {
    Require.positive("limit", limit);
  }

  @Override
  public void apply(double[] theta, double[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
    }
  }
}
