package descent.losses;

import descent.engine.Domain;

/**
 * Binary cross-entropy of probabilities.
 *
 * <pre>
 * ℓ(p, y)  = −y log p − (1 − y) log(1 − p)
 * ∂ℓ/∂p    = −y / p + (1 − y) / (1 − p)
 * </pre>
 *
 * <p>Predictions: probabilities of the class 1, from 0 to 1. Targets: 0 or 1, or a probability in
 * between. Natural logarithm. For a model that gives logits, {@link BinaryCrossEntropyWithLogits}
 * is more accurate and has a gradient that does not overflow.
 *
 * <p>A p of exactly 0 or 1 costs nothing if it is right. If it is wrong, the loss would be
 * infinite: in log p and 1/p, numbers below 2⁻¹⁰²² count as 2⁻¹⁰²², and likewise 1 − p, so that the
 * loss is at most 708.4. (Stored as floats, slopes may still be infinite.) PyTorch limits the
 * logarithms to −100 and Keras p to [10⁻⁷, 1 − 10⁻⁷], where loss and gradient are wrong long before
 * 0.
 *
 * <p>Source: Good 1952, doi 10.1111/j.2517-6161.1952.tb00104.x.
 */
public record BinaryCrossEntropy() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    return -target * Probability.log(prediction) - (1 - target) * Probability.log1m(prediction);
  }

  @Override
  public double slope(double prediction, double target) {
    return (1 - target) / Probability.above0(1 - prediction)
        - target / Probability.above0(prediction);
  }

  @Override
  public Domain predictions() {
    return Domain.PROBABILITY;
  }

  @Override
  public Domain targets() {
    return Domain.PROBABILITY;
  }
}
