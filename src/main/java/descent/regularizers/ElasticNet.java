package descent.regularizers;

import descent.engine.Require;

/**
 * The elastic net: a mixture of {@link L1} and {@link L2}.
 *
 * <pre>
 * λ (s |w| + (1 − s)/2 w²)          slope λ (s sign w + (1 − s) w)
 * </pre>
 *
 * <p>As scikit-learn's {@code ElasticNet} with {@code alpha} λ and {@code l1_ratio} s. Source: Zou
 * and Hastie 2005, doi 10.1111/j.1467-9868.2005.00503.x.
 *
 * @param lambda λ, 0 or above
 * @param share s, the share of L1, from 0 to 1
 */
public record ElasticNet(double lambda, double share) implements Regularizer {

  /**
   * Checks the parameters.
   *
   * @param lambda λ
   * @param share s
   * @throws IllegalArgumentException if one is out of range
   */
  public ElasticNet {
    Require.nonNegative("lambda", lambda);
    Require.that(share >= 0 && share <= 1, "share", share, "from 0 to 1");
  }

  @Override
  public double price(double w) {
    return lambda * (share * Math.abs(w) + 0.5 * (1 - share) * w * w);
  }

  @Override
  public double slope(double w) {
    return lambda * (share * Math.signum(w) + (1 - share) * w);
  }
}
