package descent.losses;

import descent.engine.Domain;

/**
 * Jensen–Shannon divergence of distributions: symmetric, and finite also where one of them is 0.
 *
 * <pre>
 * m = ½ (p + q)                        p the target, q the prediction
 * JS(p, q)  = ½ KL(p‖m) + ½ KL(q‖m)
 * ∂JS/∂qₖ   = ½ log(qₖ / mₖ)
 * </pre>
 *
 * <p>Predictions and targets: [rows, classes], each row probabilities that sum to 1. Class numbers
 * may stand for targets. Natural logarithm; from 0 for equal to log 2 for disjoint distributions.
 * Its square root is a distance; that is what {@code scipy.spatial.distance.jensenshannon} returns.
 *
 * <p>Where qₖ is 0 and pₖ is not, the slope would be infinite: in it, numbers below 2⁻¹⁰²² count as
 * 2⁻¹⁰²².
 *
 * <p>Source: Lin 1991, doi 10.1109/18.61115.
 */
public record JensenShannonDivergence() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double sum = 0;
    for (int k = 0; k < prediction.length; k++) {
      double p = target[k];
      double q = prediction[k];
      double logM = Probability.log(0.5 * (p + q));
      sum += 0.5 * p * (Probability.log(p) - logM) + 0.5 * q * (Probability.log(q) - logM);
      double above0 = Probability.above0(q);
      gradient[k] = 0.5 * Math.log(above0 / (0.5 * (p + above0)));
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
