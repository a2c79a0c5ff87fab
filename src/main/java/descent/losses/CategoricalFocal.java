package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;

/**
 * Focal loss of logits for many classes: a cross-entropy in which easy examples count less.
 *
 * <pre>
 * pₖ = e^(zₖ) / Σⱼ e^(zⱼ)                      z the row of logits
 * ℓ(z, t)  = −Σₖ tₖ (1 − pₖ)^γ log pₖ          t the target
 * hₖ       = (1 − pₖ)^γ (γ pₖ log pₖ / (1 − pₖ) − 1)
 * ∂ℓ/∂zⱼ   = tⱼ hⱼ − pⱼ Σₖ tₖ hₖ
 * </pre>
 *
 * <p>Predictions: logits, [rows, classes], any finite numbers. Targets: class numbers, [rows] or
 * [rows, 1], or distributions, [rows, classes]. With γ = 0 it is the {@link SoftmaxCrossEntropy}.
 * As Keras's {@code CategoricalFocalCrossentropy}, but without its factor α = 0.25. To let classes
 * count differently, give each row a weight.
 *
 * <p>Source: Lin et al. 2017, arXiv 1708.02002.
 *
 * @param gamma γ, how much easy examples are played down, 0 or above
 */
public record CategoricalFocal(double gamma) implements RowwiseLoss {

  /**
   * Checks the parameter.
   *
   * @param gamma γ, how much easy examples are played down
   * @throws IllegalArgumentException if it is not a finite number, 0 or above
   */
  public CategoricalFocal {
    Require.nonNegative("gamma", gamma);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double[] logP = gradient; // first log p, then the gradient
    LogSoftmax.of(prediction, logP);
    double loss = 0;
    double total = 0;
    for (int k = 0; k < prediction.length; k++) {
      loss -= target[k] * Math.pow(-Math.expm1(logP[k]), gamma) * logP[k];
      total += target[k] * h(logP[k]);
    }
    for (int j = 0; j < prediction.length; j++) {
      double own = target[j] * h(logP[j]);
      // own − p·total, without the cancellation where p is nearly 1
      gradient[j] = -own * Math.expm1(logP[j]) - Math.exp(logP[j]) * (total - own);
    }
    return loss;
  }

  private double h(double logP) {
    double p = Math.exp(logP);
    double rest = -Math.expm1(logP); // 1 − p, exact also for p near 1
    double ratio = rest == 0 ? -1 : logP / rest; // its limit for p → 1
    return Math.pow(rest, gamma) * (gamma * p * ratio - 1);
  }

  @Override
  public Domain targets() {
    return Domain.DISTRIBUTION;
  }
}
