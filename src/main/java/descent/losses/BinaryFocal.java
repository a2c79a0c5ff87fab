package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;
import descent.math.Logistic;

/**
 * Focal loss of logits: a cross-entropy in which easy examples count less.
 *
 * <pre>
 * u = z for y = 1 and −z for y = 0;   p = σ(u), the probability given to the true label
 * ℓ(z, y)  = −a (1 − p)^γ log p,   a = α for y = 1 and 1 − α for y = 0, or 1 without an α
 * ∂ℓ/∂u    = a (1 − p)^γ (γ p log p − (1 − p))
 * </pre>
 *
 * <p>Predictions: logits, any finite number. Targets: 0 or 1. With γ = 0 and without α it is the
 * {@link BinaryCrossEntropyWithLogits}. As {@code sigmoid_focal_loss} in torchvision and optax.
 *
 * <p>Source: Lin et al. 2017, arXiv 1708.02002, with γ = 2 and α = 0.25.
 *
 * @param gamma γ, how much easy examples are played down, 0 or above
 * @param positiveWeight a for the label 1, above 0
 * @param negativeWeight a for the label 0, above 0
 */
public record BinaryFocal(double gamma, double positiveWeight, double negativeWeight)
    implements ElementwiseLoss {

  /**
   * Checks the parameters.
   *
   * @param gamma γ
   * @param positiveWeight a for the label 1
   * @param negativeWeight a for the label 0
   * @throws IllegalArgumentException if γ is not a finite number, 0 or above, or a weight not a
   *     finite number above 0
   */
  public BinaryFocal {
    Require.nonNegative("gamma", gamma);
    Require.positive("positiveWeight", positiveWeight);
    Require.positive("negativeWeight", negativeWeight);
  }

  /**
   * Creates a loss in which both labels count the same: a = 1.
   *
   * @param gamma γ, how much easy examples are played down, 0 or above
   */
  public BinaryFocal(double gamma) {
    this(gamma, 1, 1);
  }

  /**
   * Creates a loss that weighs the labels with α and 1 − α.
   *
   * @param gamma γ, how much easy examples are played down, 0 or above
   * @param alpha α, the weight of the label 1, above 0 and below 1
   */
  public BinaryFocal(double gamma, double alpha) {
    this(gamma, alpha, 1 - alpha);
  }

  @Override
  public double loss(double prediction, double target) {
    double u = (2 * target - 1) * prediction;
    return weight(target) * Math.pow(Logistic.sigmoid(-u), gamma) * Logistic.softplus(-u);
  }

  @Override
  public double slope(double prediction, double target) {
    double sign = 2 * target - 1;
    double u = sign * prediction;
    double p = Logistic.sigmoid(u);
    double q = Logistic.sigmoid(-u);
    return -sign * weight(target) * Math.pow(q, gamma) * (gamma * p * Logistic.softplus(-u) + q);
  }

  private double weight(double target) {
    return target * positiveWeight + (1 - target) * negativeWeight;
  }

  @Override
  public Domain targets() {
    return Domain.BINARY;
  }
}
