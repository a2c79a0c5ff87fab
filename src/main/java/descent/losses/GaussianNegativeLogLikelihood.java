package descent.losses;

import descent.engine.Require;

/**
 * Negative log-likelihood of numbers under Gaussian distributions, of which a model predicts mean
 * and variance: it learns how far off it is.
 *
 * <pre>
 * (μ, s) is the row of predictions, s = log σ²
 * ℓ((μ, s), y)  = ½ (log 2π + s + (y − μ)² e⁻ˢ)
 * ∂ℓ/∂μ         = (μ − y) e⁻ˢ
 * ∂ℓ/∂s         = ½ (1 − (y − μ)² e⁻ˢ)
 * </pre>
 *
 * <p>Predictions: [rows, 2], any finite numbers; the logarithm of the variance, so that none is out
 * of range. Targets: [rows, 1] or [rows], any finite numbers. The loss is the logarithm of a
 * density with its sign changed, and so below 0 where the density is above 1: at y = μ for σ &lt;
 * 0.4. As {@code gaussian_nll_loss} in PyTorch with {@code full=True}, which takes the variance
 * itself.
 *
 * <p>Source: Nix and Weigend 1994, doi 10.1109/ICNN.1994.374138.
 */
public record GaussianNegativeLogLikelihood() implements RowwiseLoss {

  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double e = prediction[0] - target[0];
    double scaled = e == 0 ? 0 : e * Math.exp(-prediction[1]); // not 0 · ∞
    gradient[0] = scaled;
    gradient[1] = 0.5 * (1 - e * scaled);
    return 0.5 * (LOG_2_PI + prediction[1] + e * scaled);
  }

  @Override
  public int targetWidth(int width) {
    Require.that(width == 2, "the width of predictions", width, "2: mean and log-variance");
    return 1;
  }
}
