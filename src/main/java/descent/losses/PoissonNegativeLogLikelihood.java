package descent.losses;

import descent.engine.Domain;

/**
 * Negative log-likelihood of counts under Poisson distributions, of which a model predicts the
 * logarithm of the rate.
 *
 * <pre>
 * z = log λ is the prediction
 * ℓ(z, y)  = e^z − y z = λ − y log λ
 * ∂ℓ/∂z    = e^z − y
 * </pre>
 *
 * <p>Predictions: any finite number. Targets: counts, 0 or above (averages of counts need not be
 * whole). The term log y!, which no prediction can change, is left out, as in PyTorch's {@code
 * poisson_nll_loss} with its defaults; so the loss may be negative. Above z = 709.8 it is infinite.
 *
 * <p>Source: Nelder and Wedderburn 1972, doi 10.2307/2344614.
 */
public record PoissonNegativeLogLikelihood() implements ElementwiseLoss {

  @Override
  public double loss(double prediction, double target) {
    return Math.exp(prediction) - target * prediction;
  }

  @Override
  public double slope(double prediction, double target) {
    return Math.exp(prediction) - target;
  }

  @Override
  public Domain targets() {
    return Domain.NON_NEGATIVE;
  }
}
