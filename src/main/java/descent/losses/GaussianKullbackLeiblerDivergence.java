package descent.losses;

import descent.engine.Require;

/**
 * Kullback–Leibler divergence of Gaussian distributions with independent coordinates: how far what
 * a model says, q, is from another, p.
 *
 * <pre>
 * q = N(μ, σ²) is the row of predictions (μ, s), s = log σ²;  p = N(m, τ²) that of targets (m, t)
 * KL(q‖p)    = ½ Σⱼ (eᵈ − 1 − d + (μⱼ − mⱼ)² e^(−tⱼ)),   d = sⱼ − tⱼ
 * ∂KL/∂μⱼ    = (μⱼ − mⱼ) e^(−tⱼ)
 * ∂KL/∂sⱼ    = ½ (eᵈ − 1)
 * </pre>
 *
 * <p>Predictions and targets: [rows, 2k], any finite numbers; in a row all k means first, then the
 * logarithms of the variances. Targets of zeros are the standard normal distribution, for which
 * this is −½ Σⱼ (1 + log σⱼ² − μⱼ² − σⱼ²). Natural logarithm. The prediction comes first in
 * KL(q‖p), other than in {@link KullbackLeiblerDivergence}. As {@code
 * torch.distributions.kl_divergence} of two {@code Normal}, added up over coordinates; the mean is
 * over rows.
 *
 * <p>Source: Kullback and Leibler 1951, doi 10.1214/aoms/1177729694; Kingma and Welling 2014, arXiv
 * 1312.6114, appendix B.
 */
public record GaussianKullbackLeiblerDivergence() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int k = prediction.length / 2;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      double e = prediction[j] - target[j];
      double scaled = e == 0 ? 0 : e * Math.exp(-target[k + j]); // not 0 · ∞
      double d = prediction[k + j] - target[k + j];
      gradient[j] = scaled;
      gradient[k + j] = 0.5 * Math.expm1(d);
      sum += excess(d) + e * scaled;
    }
    return 0.5 * sum;
  }

  /** Returns eᵈ − 1 − d, never below 0, without cancellation. */
  static double excess(double d) {
    if (Math.abs(d) > 0.1) {
      return Math.expm1(d) - d;
    }
    double series = 1; // 1 + d/3 (1 + d/4 (1 + …
    for (int n = 12; n >= 3; n--) {
      series = 1 + series * d / n;
    }
    return 0.5 * d * d * series;
  }

  @Override
  public int targetWidth(int width) {
    Require.that(
        width % 2 == 0,
        "the width of predictions",
        width,
        "an even number: means, then logarithms of variances");
    return width;
  }
}
