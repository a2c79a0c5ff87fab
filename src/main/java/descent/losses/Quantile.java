package descent.losses;

import descent.engine.Require;

/**
 * Quantile loss, also called pinball loss: an asymmetric absolute error.
 *
 * <pre>
 * ℓ(ŷ, y)  = q (y − ŷ)          if y ≥ ŷ
 *            (1 − q) (ŷ − y)    otherwise
 * ∂ℓ/∂ŷ    = −q, and 1 − q where ŷ is above y, and 0 at the kink ŷ = y
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. The constant that makes the loss smallest is the
 * q-quantile of the targets: with q = 0.9, nine targets in ten lie below it. With q = ½ it is half
 * the {@link MeanAbsoluteError}. As {@code mean_pinball_loss} in scikit-learn. At the kink every
 * number in [−q, 1 − q] is a subgradient.
 *
 * <p>Source: Koenker and Bassett 1978, doi 10.2307/1913643.
 *
 * @param q which quantile, above 0 and below 1
 */
public record Quantile(double q) implements ElementwiseLoss {

  /**
   * Checks the parameter.
   *
   * @param q which quantile
   * @throws IllegalArgumentException if it is not above 0 and below 1
   */
  public Quantile {
    Require.that(q > 0 && q < 1, "q", q, "a number above 0 and below 1");
  }

  @Override
  public double loss(double prediction, double target) {
    double e = target - prediction;
    return Math.max(q * e, (q - 1) * e);
  }

  @Override
  public double slope(double prediction, double target) {
    // without a branch, as in MeanAbsoluteError
    return Math.max(-q, Math.min(1 - q, (prediction - target) * 0x1p1000 * 0x1p1000));
  }
}
