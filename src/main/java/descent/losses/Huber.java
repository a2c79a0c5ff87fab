package descent.losses;

import descent.engine.Require;

/**
 * Huber's loss: quadratic near zero, linear beyond δ.
 *
 * <pre>
 * a = |ŷ − y|
 * ℓ(ŷ, y)  = ½ a²           if a ≤ δ
 *            δ (a − ½ δ)    otherwise
 * ∂ℓ/∂ŷ    = ŷ − y, limited to [−δ, δ]
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. With δ → ∞ twice the loss becomes the {@link
 * MeanSquaredError}; with δ → 0 the loss divided by δ becomes the {@link MeanAbsoluteError}. As
 * {@code huber_loss} in PyTorch and optax. {@link SmoothL1} is this loss divided by δ.
 *
 * <p>Source: Huber 1964, doi 10.1214/aoms/1177703732.
 *
 * @param delta δ, where the parabola becomes a line, above 0, in the unit of the target
 */
public record Huber(double delta) implements ElementwiseLoss {

  /**
   * Checks the parameter.
   *
   * @param delta δ, where the parabola becomes a line
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public Huber {
    Require.positive("delta", delta);
  }

  @Override
  public double loss(double prediction, double target) {
    double a = Math.abs(prediction - target);
    double c = Math.min(a, delta);
    return c * (a - 0.5 * c);
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.max(-delta, Math.min(delta, prediction - target));
  }
}
