package descent.losses;

/**
 * Logarithm of the hyperbolic cosine of the error: like ½ e² near zero, like |e| − log 2 far away,
 * and smooth everywhere.
 *
 * <pre>
 * ℓ(ŷ, y)  = log cosh(ŷ − y)
 * ∂ℓ/∂ŷ    = tanh(ŷ − y)
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. Where the parabola turns into a line is fixed at
 * about 1 in the unit of the target; scale the targets to move it. As {@code log_cosh} in optax and
 * Keras, but exact near zero, where those subtract log 2 from a number close to it.
 *
 * <p>Source: Green 1990, doi 10.1109/42.52985.
 */
public record LogCosh() implements ElementwiseLoss {

  private static final double LOG_2 = Math.log(2);

  @Override
  public double loss(double prediction, double target) {
    double a = Math.abs(prediction - target);
    if (a < 1) { // cosh a = 1 + 2 sinh²(a/2)
      double s = Math.sinh(0.5 * a);
      return Math.log1p(2 * s * s);
    }
    return a + Math.log1p(Math.exp(-2 * a)) - LOG_2; // cosh a = eᵃ (1 + e⁻²ᵃ) / 2
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.tanh(prediction - target);
  }
}
