package descent.losses;

import descent.engine.Require;

/**
 * The loss of a policy that is a softmax of logits, for actions that were taken: a cross-entropy in
 * which each row counts as much as its action did better than expected, below 0 if worse.
 *
 * <pre>
 * pₖ = e^(zₖ) / Σⱼ e^(zⱼ)                   z the row of logits: how likely each action is
 * ℓ(z, t)  = −Σₖ tₖ log pₖ − β H(p)         H(p) = −Σₖ pₖ log pₖ, the entropy
 * ∂ℓ/∂zⱼ   = pⱼ Σₖ tₖ − tⱼ + β pⱼ (log pⱼ + H(p))
 * </pre>
 *
 * <p>Predictions: logits, [rows, actions], any finite numbers. Targets: [rows, actions], in each
 * row the advantage at the action that was taken and 0 elsewhere; any finite numbers. On actions
 * that were drawn from p itself and with β = 0, the mean gradient times the mean number of rows of
 * an episode estimates minus the gradient of the expected return (REINFORCE). The value measures
 * nothing: it has no lower bound, and falls or rises while the policy gets better.
 *
 * <p>Source: Williams 1992, doi 10.1007/BF00992696; the entropy: Williams and Peng 1991, doi
 * 10.1080/09540099108946587.
 *
 * @param entropyBonus β, 0 or above
 */
public record PolicyGradient(double entropyBonus) implements RowwiseLoss {

  /**
   * Checks the parameter.
   *
   * @param entropyBonus β
   * @throws IllegalArgumentException if it is not a finite number, 0 or above
   */
  public PolicyGradient {
    Require.nonNegative("entropyBonus", entropyBonus);
  }

  /** Creates the loss without a bonus for entropy. */
  public PolicyGradient() {
    this(0);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double[] logP = new double[prediction.length];
    LogSoftmax.of(prediction, logP);
    double loss = 0;
    for (int j = 0; j < logP.length; j++) {
      double p = Math.exp(logP[j]);
      double rest = -Math.expm1(logP[j]); // 1 − p, exact also for p near 1
      loss += (entropyBonus * p - target[j]) * logP[j];
      double slope = entropyBonus * rest * p * logP[j] - rest * target[j];
      for (int k = 0; k < logP.length; k++) {
        if (k != j) { // so that nothing cancels where p is nearly 1
          slope += p * (target[k] - entropyBonus * Math.exp(logP[k]) * logP[k]);
        }
      }
      gradient[j] = slope;
    }
    return loss;
  }
}
