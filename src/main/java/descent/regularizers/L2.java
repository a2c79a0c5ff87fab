package descent.regularizers;

import descent.engine.Require;

/**
 * L2 regularization (ridge, weight decay in the loss): large weights cost most, and none becomes
 * exactly 0.
 *
 * <pre>
 * λ/2 w²          slope λ w
 * </pre>
 *
 * <p>With plain gradient descent it is the same as weight decay λ, as in {@code torch.optim.SGD};
 * Keras's {@code L2} and scikit-learn's {@code Ridge} leave out the half. Source: Hoerl and Kennard
 * 1970, doi 10.1080/00401706.1970.10488634.
 *
 * @param lambda λ, 0 or above
 */
public record L2(double lambda) implements Regularizer {

  /**
   * Checks the strength.
   *
   * @param lambda λ
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public L2 {
    Require.nonNegative("lambda", lambda);
  }

  @Override
  public double price(double w) {
    return 0.5 * lambda * w * w;
  }

  @Override
  public double slope(double w) {
    return lambda * w;
  }
}
