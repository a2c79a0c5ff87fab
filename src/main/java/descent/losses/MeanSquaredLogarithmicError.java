package descent.losses;

import descent.engine.Domain;

/**
 * Mean squared logarithmic error: the squared error of log(1 + x), which compares ratios.
 *
 * <pre>
 * ℓ(ŷ, y)  = (log(1 + ŷ) − log(1 + y))²
 * ∂ℓ/∂ŷ    = 2 (log(1 + ŷ) − log(1 + y)) / (1 + ŷ)
 * </pre>
 *
 * <p>Predictions and targets: above −1; usually counts, prices or other sizes, 0 or above. An error
 * of 10 % costs about the same at 100 as at 100,000; predictions below the target cost more than
 * those as far above it. As {@code mean_squared_log_error} in scikit-learn; Keras moves negative
 * numbers up to 10⁻⁷ instead of refusing them.
 */
public record MeanSquaredLogarithmicError() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    double e = Math.log1p(prediction) - Math.log1p(target);
    return e * e;
  }

  @Override
  public double slope(double prediction, double target) {
    return 2 * (Math.log1p(prediction) - Math.log1p(target)) / (1 + prediction);
  }

  @Override
  public Domain predictions() {
    return Domain.ABOVE_MINUS_ONE;
  }

  @Override
  public Domain targets() {
    return Domain.ABOVE_MINUS_ONE;
  }
}
