package descent.losses;

import descent.engine.Domain;

/**
 * Cross-entropy of distributions.
 *
 * <pre>
 * H(p, q)   = −Σₖ pₖ log qₖ        p the target, q the prediction
 * ∂H/∂qₖ    = −pₖ / qₖ
 * </pre>
 *
 * <p>Predictions and targets: [rows, classes], each row probabilities that sum to 1. Class numbers
 * may stand for targets. Natural logarithm: the unit is the nat, 1/log 2 bits. Terms with pₖ = 0
 * are 0. It is the entropy of p plus {@link KullbackLeiblerDivergence}(p‖q); as a function of q
 * both have the same gradient. For a model that gives logits, {@link SoftmaxCrossEntropy} is more
 * accurate and takes what softmax does into its gradient: here the qₖ are free numbers.
 *
 * <p>Where qₖ is 0 and pₖ is not, the loss would be infinite: numbers below 2⁻¹⁰²² count as 2⁻¹⁰²².
 *
 * <p>Source: Shannon 1948, doi 10.1002/j.1538-7305.1948.tb01338.x; Good 1952, doi
 * 10.1111/j.2517-6161.1952.tb00104.x.
 */
public record CrossEntropy() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double sum = 0;
    for (int k = 0; k < prediction.length; k++) {
      sum -= target[k] * Probability.log(prediction[k]);
      gradient[k] = -target[k] / Probability.above0(prediction[k]);
    }
    return sum;
  }

  @Override
  public Domain predictions() {
    return Domain.DISTRIBUTION;
  }

  @Override
  public Domain targets() {
    return Domain.DISTRIBUTION;
  }
}
