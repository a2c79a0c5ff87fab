package descent.losses;

import descent.engine.Require;

/**
 * Barron's general and adaptive robust loss: one family from the squared error to losses that
 * ignore outliers altogether.
 *
 * <pre>
 * x = (ŷ − y) / c,   b = |α − 2|
 * ℓ(ŷ, y)  = b/α ((x²/b + 1)^(α/2) − 1)
 *            and its limits   ½ x² for α = 2,   log(½ x² + 1) for α = 0,   1 − e^(−x²/2) for α = −∞
 * ∂ℓ/∂ŷ    = x/c (x²/b + 1)^(α/2 − 1)
 *            and its limits   x/c for α = 2,   x/c · e^(−x²/2) for α = −∞
 * </pre>
 *
 * <p>Predictions and targets: any finite numbers. α = 2 is half the squared error, α = 1 a smooth
 * absolute error (Charbonnier, pseudo-Huber), α = 0 Cauchy's, α = −2 Geman and McClure's, α = −∞
 * Welsch's loss. For α &lt; 1 the slope falls back towards 0 for large errors, and the loss is no
 * longer convex.
 *
 * <p>Source: Barron 2019, arXiv 1701.03077.
 *
 * @param alpha α, the shape: any number, −∞ included, +∞ not
 * @param scale c, the width of the parabola around 0, above 0, in the unit of the target
 */
public record GeneralRobust(double alpha, double scale) implements ElementwiseLoss {

  /**
   * Checks the parameters.
   *
   * @param alpha α, the shape
   * @param scale c, the width of the parabola around 0
   * @throws IllegalArgumentException if α is NaN or +∞, or c is not a finite number above 0
   */
  public GeneralRobust {
    Require.that(alpha < Double.POSITIVE_INFINITY, "alpha", alpha, "a finite number or -Infinity");
    Require.positive("scale", scale);
  }

  @Override
  public double loss(double prediction, double target) {
    double x = (prediction - target) / scale;
    if (alpha == 2) {
      return 0.5 * x * x;
    }
    if (alpha == 0) {
      return Math.log1p(0.5 * x * x);
    }
    if (alpha == Double.NEGATIVE_INFINITY) {
      return -Math.expm1(-0.5 * x * x);
    }
    double b = Math.abs(alpha - 2);
    double log = 0.5 * alpha * Math.log1p(x * x / b);
    if (Math.abs(log) < 1) {
      return b / alpha * Math.expm1(log); // keeps the digits where the power is near 1
    }
    double h = Math.hypot(x / Math.sqrt(b), 1); // h² = x²/b + 1, which might overflow
    return (Math.pow(h, alpha - 1) * (h * b) - b) / alpha;
  }

  @Override
  public double slope(double prediction, double target) {
    double x = (prediction - target) / scale;
    if (alpha == 2) {
      return x / scale;
    }
    if (alpha == Double.NEGATIVE_INFINITY) {
      return x / scale * Math.exp(-0.5 * x * x);
    }
    double b = Math.abs(alpha - 2);
    double log = (0.5 * alpha - 1) * Math.log1p(x * x / b);
    double power =
        Math.abs(log) < 1 ? Math.exp(log) : Math.pow(Math.hypot(x / Math.sqrt(b), 1), alpha - 2);
    return x / scale * power;
  }
}
