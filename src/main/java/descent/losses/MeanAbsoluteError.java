package descent.losses;

/**
 * Mean absolute error.
 *
 * <pre>
 * ℓ(ŷ, y)  = |ŷ − y|
 * ∂ℓ/∂ŷ    = sign(ŷ − y), and 0 at the kink ŷ = y
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. The loss has the unit of the target; the constant
 * that makes it smallest is the median. At the kink every number in [−1, 1] is a subgradient; 0 is
 * the one PyTorch takes, 1 the one JAX takes.
 *
 * <p>Source: Laplace 1774; Koenker and Bassett 1978, doi 10.2307/1913643, of whose quantile losses
 * it is twice the middle one.
 */
public record MeanAbsoluteError() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    return Math.abs(prediction - target);
  }

  @Override
  public double slope(double prediction, double target) {
    // sign without a branch, so that it vectorises: even 2⁻¹⁰⁷⁴ · 2²⁰⁰⁰ is above 1
    return Math.max(-1, Math.min(1, (prediction - target) * 0x1p1000 * 0x1p1000));
  }
}
