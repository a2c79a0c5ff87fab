package descent.regularizers;

import descent.engine.Require;

/**
 * L1 regularization (lasso): every weight costs in proportion to its size, so that the minimum has
 * weights that are exactly 0.
 *
 * <pre>
 * λ |w|          slope λ sign w, 0 at 0
 * </pre>
 *
 * <p>Steps along this slope come near 0 and jump over it; a proximal step arrives. Source:
 * Tibshirani 1996, doi 10.1111/j.2517-6161.1996.tb02080.x.
 *
 * @param lambda λ, 0 or above
 */
public record L1(double lambda) implements Regularizer {

  /**
   * Checks the strength.
   *
   * @param lambda λ
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public L1 {
    Require.nonNegative("lambda", lambda);
  }

  @Override
  public double price(double w) {
    return lambda * Math.abs(w);
  }

  @Override
  public double slope(double w) {
    return lambda * Math.signum(w);
  }
}
