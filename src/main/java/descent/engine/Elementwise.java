package descent.engine;

/**
 * A function of one prediction and one target, with its derivative: all that the engine needs to
 * know of a loss. {@code descent.losses.ElementwiseLoss} is the form that losses take.
 */
public interface Elementwise {

  /**
   * Returns the loss of one prediction.
   *
   * @param prediction what the model says, ŷ
   * @param target what was observed, y
   * @return ℓ(ŷ, y)
   */
  double loss(double prediction, double target);

  /**
   * Returns the derivative of the loss with respect to the prediction; at a kink, a subgradient.
   *
   * @param prediction what the model says, ŷ
   * @param target what was observed, y
   * @return ∂ℓ/∂ŷ
   */
  double slope(double prediction, double target);

  /**
   * Returns the numbers that predictions may be.
   *
   * @return any finite number, unless a loss says otherwise
   */
  default Domain predictions() {
    return Domain.REAL;
  }

  /**
   * Returns the numbers that targets may be.
   *
   * @return any finite number, unless a loss says otherwise
   */
  default Domain targets() {
    return Domain.REAL;
  }
}
