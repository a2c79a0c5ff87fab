package descent.losses;

import descent.engine.Require;

/**
 * Smooth L1 loss: the absolute error with a rounded tip; slopes from −1 to 1.
 *
 * <pre>
 * a = |ŷ − y|
 * ℓ(ŷ, y)  = ½ a² / β    if a ≤ β
 *            a − ½ β     otherwise
 * ∂ℓ/∂ŷ    = (ŷ − y) / β, limited to [−1, 1]
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. It is {@link Huber}'s loss divided by δ = β. As
 * {@code smooth_l1_loss} in PyTorch, which also takes β = 0; that is the {@link MeanAbsoluteError}.
 *
 * <p>Source: Girshick 2015, arXiv 1504.08083, with β = 1, for the corners of boxes around objects.
 *
 * @param beta β, where the parabola becomes a line, above 0, in the unit of the target
 */
public record SmoothL1(double beta) implements ElementwiseLoss {

  /** Creates the loss with β = 1. */
  public SmoothL1() {
    this(1);
  }

  /**
   * Checks the parameter.
   *
   * @param beta β, where the parabola becomes a line
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public SmoothL1 {
    Require.positive("beta", beta);
  }

  @Override
  public double loss(double prediction, double target) {
    double a = Math.abs(prediction - target);
    double c = Math.min(a, beta);
    return c / beta * (a - 0.5 * c);
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.max(-1, Math.min(1, (prediction - target) / beta));
  }
}
