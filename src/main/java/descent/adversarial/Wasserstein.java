package descent.adversarial;

import descent.engine.Require;

/**
 * Wasserstein's loss. The score is any number, no logit; the discriminator is called a critic.
 *
 * <pre>
 * L_D = mean of s over made − mean of s over real samples
 * L_G = −mean of s over made samples
 * </pre>
 *
 * <p>If no slope of the critic is longer than 1 (it is 1-Lipschitz) and none of such critics does
 * better, −L_D is Wasserstein's distance between real and made samples: how far probability has to
 * be moved, times how much of it. Something must keep the slopes short: {@link WeightClipping},
 * which bounds them by some other number, so that −L_D is a multiple; or a {@link GradientPenalty}.
 *
 * <p>Sources: Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875; with a penalty, Gulrajani et
 * al. 2017, arXiv 1704.00028.
 *
 * @param penalty λ, the weight of the gradient penalty, 0 or above
 */
public record Wasserstein(double penalty) implements AdversarialLoss {

  /** Creates the loss without a penalty; clip the critic's weights. */
  public Wasserstein() {
    this(0);
  }

  /**
   * Checks the number.
   *
   * @param penalty λ, the weight of the gradient penalty; 10 in the paper
   * @throws IllegalArgumentException if it is not a finite number, 0 or above
   */
  public Wasserstein {
    Require.nonNegative("penalty", penalty);
  }

  @Override
  public double real(double score) {
    return -score;
  }

  @Override
  public double realSlope(double score) {
    return -1;
  }

  @Override
  public double made(double score) {
    return score;
  }

  @Override
  public double madeSlope(double score) {
    return 1;
  }

  @Override
  public double generator(double score) {
    return -score;
  }

  @Override
  public double generatorSlope(double score) {
    return -1;
  }
}
