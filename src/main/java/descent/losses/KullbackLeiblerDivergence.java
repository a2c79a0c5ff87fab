package descent.losses;

import descent.engine.Domain;
import descent.engine.RowBlockwise;
import descent.math.Log;
import descent.math.Range;

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
public record KullbackLeiblerDivergence() implements RowwiseLoss, RowBlockwise {

  @Override
  public void block(
      double[] prediction,
      double[] target,
      double[] gradient,
      double[] loss,
      double[] scratch,
      int rows,
      int width) {
    int n = rows * width;
    for (int i = 0; i < n; i++) {
      scratch[i] = Probability.above0(target[i] / Probability.above0(prediction[i]));
    }
    double[] terms = gradient;
    Log.of(scratch, terms, n);
    for (int i = 0; i < n; i++) {
      terms[i] *= target[i];
    }
    for (int r = 0; r < rows; r++) {
      loss[r] = Range.sum(terms, r * width, (r + 1) * width);
    }
    for (int i = 0; i < n; i++) {
      gradient[i] = -target[i] / Probability.above0(prediction[i]);
    }
  }

  @Override
  public boolean rowsCountTheSame() {
    return true;
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
