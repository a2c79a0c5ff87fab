package descent.losses;

import descent.engine.Domain;

/**
 * Squared hinge loss: as {@link Hinge}, with a smooth start of the slope.
 *
 * <pre>
 * ℓ(s, y)  = max(0, 1 − y s)²
 * ∂ℓ/∂s    = −2 y max(0, 1 − y s)
 * </pre>
 *
 * <p>Predictions: scores, any finite number. Targets: −1 or +1.
 *
 * <p>Source: Cortes and Vapnik 1995, doi 10.1007/BF00994018, who allow any power; Tang 2013, arXiv
 * 1306.0239, for networks.
 */
public record SquaredHinge() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    double m = Math.max(0, 1 - target * prediction);
    return m * m;
  }

  @Override
  public double slope(double prediction, double target) {
    return -2 * target * Math.max(0, 1 - target * prediction);
  }

  @Override
  public Domain targets() {
    return Domain.SIGN;
  }
}
