package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Nesterov's accelerated gradient with a momentum that grows from 0 towards 1.
 *
 * <pre>
 * β(t) = (t − 1) / (t + 2)
 * v ← β(t − 1) v + g
 * θ ← θ − η (g + β(t) v)
 * </pre>
 *
 * <p>On a convex function whose gradient changes by at most L for each unit of way, with η ≤ 1/L,
 * the error falls like 1/t², where that of gradient descent falls like 1/t. As in {@link Nesterov},
 * θ is the point ahead, at which the gradient is taken; the source calls it y and counts t as here,
 * so the first step is one of gradient descent. It is for exact gradients; noise adds up.
 *
 * <p>Source: Nesterov 1983, Doklady AN SSSR 269:543–547; this β(t): Su, Boyd and Candès 2016, JMLR
 * 17(153):1–43.
 *
 * @param learningRate η
 */
public record AcceleratedGradient(LearningRateSchedule learningRate)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public AcceleratedGradient {
    Require.nonNull("learning rate", learningRate);
  }

  /**
   * Creates the method with the same rate at every step.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public AcceleratedGradient(double learningRate) {
    this(new Constant(learningRate));
  }

  @Override
  public List<String> slots() {
    return List.of("v");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] v = slot[0];
    double rate = s.rate();
    double before = (s.t() - 2.0) / (s.t() + 1.0); // of the first step: meets v = 0
    double beta = (s.t() - 1.0) / (s.t() + 2.0);
    for (int i = from; i < to; i++) {
      v[i] = before * v[i] + g[i];
      theta[i] -= rate * (g[i] + beta * v[i]);
    }
  }
}
