package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;

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
public record BinaryCrossEntropyWithLogits(double positiveWeight) implements ElementwiseLoss {

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
  public Domain targets() {
    return Domain.PROBABILITY;
  }
}
