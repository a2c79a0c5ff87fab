package descent.adversarial;

import descent.math.Logistic;

/**
 * The usual loss of a GAN. The discriminator's is that of {@link Minimax}; the generator makes log
 * p large instead of log(1 − p) small, whose slope does not fade where p → 0.
 *
 * <pre>
 * p = σ(s)
 * L_D:  real(s) = −log p = log(1 + e⁻ˢ)     made(s) = −log(1 − p) = log(1 + eˢ)
 *      slopes     p − 1                                 p
 * L_G:  generator(s) = −log p = log(1 + e⁻ˢ)     slope  p − 1
 * </pre>
 *
 * <p>Source: Goodfellow et al. 2014, section 3, arXiv 1406.2661.
 */
public record NonSaturating() implements AdversarialLoss {

  @Override
  public double real(double score) {
    return Logistic.softplus(-score);
  }

  @Override
  public double realSlope(double score) {
    return -Logistic.sigmoid(-score);
  }

  @Override
  public double made(double score) {
    return Logistic.softplus(score);
  }

  @Override
  public double madeSlope(double score) {
    return Logistic.sigmoid(score);
  }

  @Override
  public double generator(double score) {
    return Logistic.softplus(-score);
  }

  @Override
  public double generatorSlope(double score) {
    return -Logistic.sigmoid(-score);
  }
}
