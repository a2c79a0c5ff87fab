package descent.adversarial;

import descent.math.Logistic;

/**
 * The game of the first paper: one value V, which the discriminator makes large and the generator
 * small. The score is a logit; p = σ(s) is the probability that a sample is real.
 *
 * <pre>
 * V   = mean of log p over real + mean of log(1 − p) over made samples
 * L_D = −V:     real(s) = −log p = log(1 + e⁻ˢ)         made(s) = −log(1 − p) = log(1 + eˢ)
 *      slopes             p − 1                                     p
 * L_G:     generator(s) = log(1 − p) = −log(1 + eˢ)     slope      −p
 * </pre>
 *
 * <p>The generator's slope fades where the discriminator is sure, p → 0: see {@link NonSaturating}.
 *
 * <p>Source: Goodfellow et al. 2014, arXiv 1406.2661.
 */
public record Minimax() implements AdversarialLoss {

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
    return -Logistic.softplus(score);
  }

  @Override
  public double generatorSlope(double score) {
    return -Logistic.sigmoid(score);
  }
}
