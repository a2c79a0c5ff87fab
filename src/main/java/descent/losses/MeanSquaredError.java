package descent.losses;

/**
 * Mean squared error.
 *
 * <pre>
 * ℓ(ŷ, y)  = (ŷ − y)²
 * ∂ℓ/∂ŷ    = 2 (ŷ − y)
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. The loss has the unit of the target squared; the
 * constant that makes it smallest is the mean. There is no factor ½ here, as in PyTorch and Keras
 * ({@code optax.l2_loss} has one).
 *
 * <p>Source: Gauss, <i>Theoria motus</i>, 1809; as the negative logarithm of a Gaussian likelihood,
 * Goodfellow, Bengio and Courville, <i>Deep Learning</i>, MIT Press 2016, section 5.5.1.
 */
public record MeanSquaredError() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    double e = prediction - target;
    return e * e;
  }

  @Override
  public double slope(double prediction, double target) {
    return 2 * (prediction - target);
  }
}
