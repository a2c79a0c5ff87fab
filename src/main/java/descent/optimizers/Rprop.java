package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Rprop: each coordinate has a step of its own, which grows while the sign of its gradient stays
 * and shrinks when it changes. The gradient's size does not matter.
 *
 * <pre>
 * h ← min(1.2 h, 50)      if g · p &gt; 0         p the previous gradient
 *     max(0.5 h, 10⁻⁶)    if g · p &lt; 0, and then g ← 0
 * θ ← θ − h sign(g)
 * p ← g
 * </pre>
 *
 * <p>h starts at η; after the first step η does not matter. For whole data sets, not for batches:
 * on noise the signs mean little. As {@code torch.optim.Rprop}.
 *
 * <p>Source: Riedmiller and Braun 1993, doi 10.1109/ICNN.1993.298623.
 *
 * @param learningRate η, the size of the first step
 */
public record Rprop(LearningRateSchedule learningRate) implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η, the size of the first step
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Rprop {
    Require.nonNull("learning rate", learningRate);
  }

  /**
   * Creates Rprop with a size of the first step.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Rprop(double learningRate) {
    this(new Constant(learningRate));
  }

  @Override
  public List<String> slots() {
    return List.of("h", "p");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] h = slot[0];
    double[] previous = slot[1];
    for (int i = from; i < to; i++) {
      double agreement = Math.signum(g[i]) * Math.signum(previous[i]); // a product might underflow
      if (s.t() == 1) {
        h[i] = s.rate();
      } else if (agreement > 0) {
        h[i] = Math.min(1.2 * h[i], 50);
      } else if (agreement < 0) {
        h[i] = Math.max(0.5 * h[i], 1e-6);
      }
      previous[i] = agreement < 0 ? 0 : g[i];
      theta[i] -= h[i] * Math.signum(previous[i]);
    }
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return slot[0][i];
  }
}
