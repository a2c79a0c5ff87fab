package descent.losses;

import descent.engine.Domain;

/**
 * Hinge loss: nothing for a score that is on the right side by a margin of 1, linear otherwise.
 *
 * <pre>
 * ℓ(s, y)  = max(0, 1 − y s)
 * ∂ℓ/∂s    = −y    if y s &lt; 1
 *            0     otherwise, also at the kink y s = 1
 * </pre>
 *
 * <p>Predictions: scores, any finite number; the sign is the decision. Targets: −1 or +1. With a
 * label 0, as in many data sets, loss and gradient would be constant; it is refused. At the kink
 * every number between −y and 0 is a subgradient.
 *
 * <p>Source: Cortes and Vapnik 1995, doi 10.1007/BF00994018.
 */
public record Hinge() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    return Math.max(0, 1 - target * prediction);
  }

  @Override
  public double slope(double prediction, double target) {
    // 1 where the margin is violated, else 0; without a branch, as in MeanAbsoluteError
    double violated = Math.max(0, Math.min(1, (1 - target * prediction) * 0x1p1000));
    return -target * violated;
  }

  @Override
  public Domain targets() {
    return Domain.SIGN;
  }
}
