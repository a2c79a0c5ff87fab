package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;

/**
 * The loss of a variational autoencoder: what is lost on the way through a code that is drawn by
 * chance, and what the code costs, its divergence from the standard normal distribution.
 *
 * <pre>
 * (x̂, μ, s) is the row of predictions, s = log σ², x the row of targets, k the numbers in a code
 * ℓ       = Σᵢ ℓᵣ(x̂ᵢ, xᵢ) + β KL,   KL = −½ Σⱼ (1 + sⱼ − μⱼ² − eˢʲ),   j = 1 … k
 * ∂ℓ/∂x̂ᵢ  = ∂ℓᵣ/∂x̂ᵢ
 * ∂ℓ/∂μⱼ  = β μⱼ
 * ∂ℓ/∂sⱼ  = ½ β (eˢʲ − 1)
 * </pre>
 *
 * <p>Predictions: [rows, n + 2k], any finite numbers: the reconstruction, then all means, then the
 * logarithms of the variances. Targets: [rows, n], as the reconstruction's loss ℓᵣ wants them. Both
 * parts are sums within a row, as the bound demands; the mean is over rows. With β = 1 and an ℓᵣ
 * that is −log p(x | z), as {@link BinaryCrossEntropyWithLogits} is for pixels that are 0 or 1, it
 * estimates, for the code drawn, the evidence lower bound with its sign changed. A network that
 * predicts such rows:
 *
 * <pre>{@code
 * Network.of(n, new Dense(64), new ReLU(), new Dense(2 * k),
 *     new SkipConcatenation(new GaussianSampling(), new Dense(64), new ReLU(), new Dense(n)))
 * }</pre>
 *
 * <p>Source: Kingma and Welling 2014, arXiv 1312.6114; β: Higgins et al. 2017, ICLR.
 *
 * @param reconstruction ℓᵣ, a loss of any finite predictions
 * @param latent k, the numbers in a code, at least 1
 * @param beta β, how much the divergence counts, a finite number, 0 or above
 */
public record VariationalLoss(ElementwiseLoss reconstruction, int latent, double beta)
    implements RowwiseLoss {

  /**
   * Checks the arguments.
   *
   * @param reconstruction ℓᵣ
   * @param latent k
   * @param beta β
   * @throws IllegalArgumentException if the reconstruction's loss is null or does not take all
   *     finite predictions, there is no latent number, or β is negative or not finite
   */
  public VariationalLoss {
    Require.nonNull("reconstruction", reconstruction);
    Require.that(
        reconstruction.predictions() == Domain.REAL,
        "reconstruction",
        reconstruction,
        "a loss that takes any finite prediction, such as one of logits");
    Require.that(latent >= 1, "latent", latent, "1 or more");
    Require.nonNegative("beta", beta);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int n = target.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += reconstruction.loss(prediction[i], target[i]);
      gradient[i] = reconstruction.slope(prediction[i], target[i]);
    }
    double divergence = 0;
    for (int j = n; j < n + latent; j++) {
      double mean = prediction[j];
      double s = prediction[j + latent];
      divergence += 0.5 * (GaussianKullbackLeiblerDivergence.excess(s) + mean * mean);
      gradient[j] = beta * mean;
      gradient[j + latent] = 0.5 * beta * Math.expm1(s);
    }
    return beta == 0 ? sum : sum + beta * divergence; // not 0 · ∞
  }

  @Override
  public Domain targets() {
    return reconstruction.targets();
  }

  @Override
  public int targetWidth(int width) {
    Require.that(
        width > 2 * latent,
        "the width of predictions",
        width,
        "more than " + 2 * latent + ": a reconstruction, means and logarithms of variances");
    return width - 2 * latent;
  }
}
