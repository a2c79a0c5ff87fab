package descent.losses;

import descent.engine.Blockwise;
import descent.engine.Domain;
import descent.engine.Require;
import descent.math.Logistic;

/**
 * Binary cross-entropy of logits: sigmoid and cross-entropy in one, exact for any logit.
 *
 * <pre>
 * p = σ(z) = 1 / (1 + e⁻ᶻ) for the logit z
 * ℓ(z, y)  = −w y log p − (1 − y) log(1 − p)
 *          = w y log(1 + e⁻ᶻ) + (1 − y) log(1 + eᶻ)
 * ∂ℓ/∂z    = (1 − y) p − w y (1 − p),   which is p − y for w = 1
 * </pre>
 *
 * <p>Predictions: logits, any finite number. Targets: 0 or 1, or a probability in between. Natural
 * logarithm. Means are taken over all elements, whatever w is, as {@code
 * binary_cross_entropy_with_logits} does in PyTorch.
 *
 * <p>Source: Cox 1958, doi 10.1111/j.2517-6161.1958.tb00292.x.
 *
 * @param positiveWeight w, how much a positive target counts, above 0; 1 by default
 */
public record BinaryCrossEntropyWithLogits(double positiveWeight)
    implements ElementwiseLoss, Blockwise {

  /** Creates the loss with w = 1. */
  public BinaryCrossEntropyWithLogits() {
    this(1);
  }

  /**
   * Checks the parameter.
   *
   * @param positiveWeight w, how much a positive target counts
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public BinaryCrossEntropyWithLogits {
    Require.positive("positiveWeight", positiveWeight);
  }

  @Override
  public double loss(double prediction, double target) {
    return positiveWeight * target * Logistic.softplus(-prediction)
        + (1 - target) * Logistic.softplus(prediction);
  }

  @Override
  public double slope(double prediction, double target) {
    return (1 - target) * Logistic.sigmoid(prediction)
        - positiveWeight * target * Logistic.sigmoid(-prediction);
  }

  @Override
  public void block(double[] prediction, double[] target, double[] loss, double[] slope, int n) {
    Logistic.parts(prediction, slope, loss, n);
    for (int i = 0; i < n; i++) {
      double z = prediction[i];
      double e = slope[i]; // e^(−|z|)
      double l = loss[i]; // log(1 + e)
      double one = positiveWeight * target[i];
      double zero = 1 - target[i];
      double half = 0.5 * z; // |half| + half is max(z, 0), which takes several instructions
      double a = Math.abs(half);
      loss[i] = (one + zero) * l + one * (a - half) + zero * (a + half);
      double positive = Logistic.step(z); // σ(z) = 1 / (1 + e) if z is, else e / (1 + e)
      double p = e + positive * (1 - e);
      double q = e + (1 - positive) * (1 - e);
      slope[i] = (zero * p - one * q) / (1 + e);
    }
  }

  @Override
  public Domain targets() {
    return Domain.PROBABILITY;
  }
}
