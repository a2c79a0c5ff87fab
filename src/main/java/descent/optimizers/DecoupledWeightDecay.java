package descent.optimizers;

import descent.engine.Require;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Weight decay beside the step of any optimizer, instead of inside of its gradient.
 *
 * <pre>
 * θ ← θ − η λ θ, and then the optimizer's step
 * </pre>
 *
 * <p>With {@link Adam} it is {@link AdamW}. For {@link GradientDescent} it is the same as a penalty
 * ½ λ ‖θ‖² in the objective; for others it is not.
 *
 * <p>Source: Loshchilov and Hutter 2019, arXiv 1711.05101.
 *
 * @param weightDecay λ, 0 or above
 * @param optimizer what takes the step
 */
public record DecoupledWeightDecay(double weightDecay, FirstOrderOptimizer optimizer)
    implements FirstOrderOptimizer {

  /**
   * Checks the parameters.
   *
   * @param weightDecay λ
   * @param optimizer what takes the step
   * @throws IllegalArgumentException if λ is negative or not finite, or there is no optimizer
   */
  public DecoupledWeightDecay {
    Require.nonNegative("weightDecay", weightDecay);
    Require.nonNull("optimizer", optimizer);
  }

  @Override
  public LearningRateSchedule learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public List<String> slots() {
    return optimizer.slots();
  }

  @Override
  public void update(Step s, double[] theta, double[] g, double[][] slot) {
    double keep = 1 - s.rate() * weightDecay;
    for (int i = 0; i < theta.length; i++) {
      theta[i] *= keep;
    }
    optimizer.update(s, theta, g, slot);
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return optimizer.effectiveRate(s, slot, i);
  }
}
