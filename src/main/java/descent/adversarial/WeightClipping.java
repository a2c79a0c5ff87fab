package descent.adversarial;

import descent.engine.Require;
import descent.optimizers.FirstOrderOptimizer;
import descent.optimizers.Step;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * An optimizer that puts every parameter back into [−c, c] after each step, which bounds the slopes
 * of a network in its input, too: the critic of {@link Wasserstein} needs that.
 *
 * <pre>
 * θ ← max(−c, min(c, θ))   after the optimizer's own step
 * </pre>
 *
 * <p>Source: Arjovsky, Chintala and Bottou 2017, algorithm 1 (RMSprop, c = 0.01), arXiv 1701.07875.
 *
 * @param bound c, above 0
 * @param optimizer what takes the step
 */
public record WeightClipping(double bound, FirstOrderOptimizer optimizer)
    implements FirstOrderOptimizer {

  /**
   * Checks the arguments.
   *
   * @param bound c, above 0
   * @param optimizer what takes the step
   * @throws IllegalArgumentException if the bound is not a finite number above 0, or there is no
   *     optimizer
   */
  public WeightClipping {
    Require.positive("bound", bound);
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
    optimizer.update(s, theta, g, slot);
    for (int i = 0; i < theta.length; i++) {
      theta[i] = Math.max(-bound, Math.min(bound, theta[i]));
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return optimizer.effectiveRate(s, slot, i);
  }
}
