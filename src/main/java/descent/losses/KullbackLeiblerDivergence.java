package descent.losses;

import descent.engine.Domain;

/**
 * Kullback–Leibler divergence of distributions, KL(p‖q).
 *
 * <pre>
 * KL(p‖q)   = Σₖ pₖ log(pₖ / qₖ)        p the target, q the prediction
 * ∂KL/∂qₖ   = −pₖ / qₖ
 * </pre>
 *
 * <p>Predictions and targets: [rows, classes], each row probabilities that sum to 1. Class numbers
 * may stand for targets. Natural logarithm: the unit is the nat, 1/log 2 bits. Terms with pₖ = 0
 * are 0. Not symmetric: the target comes first in KL(p‖q), and second in the arguments, as
 * everywhere. The mean is over rows: {@code kl_div} in PyTorch with {@code reduction="batchmean"},
 * which takes log q.
 *
 * <p>Where qₖ is 0 and pₖ is not, the divergence would be infinite: numbers below 2⁻¹⁰²² count as
 * 2⁻¹⁰²².
 *
 * <p>Source: Kullback and Leibler 1951, doi 10.1214/aoms/1177729694.
 */
public record KullbackLeiblerDivergence() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double sum = 0;
    for (int k = 0; k < prediction.length; k++) {
      sum += target[k] * (Probability.log(target[k]) - Probability.log(prediction[k]));
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
