package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;

/**
 * Gradient descent: a step against the gradient, as long as the learning rate times its length.
 *
 * <pre>
 * θ ← θ − η g
 * </pre>
 *
 * <p>On a function whose gradient changes by at most L for each unit of way, a rate below 2/L makes
 * every step go down. With the gradient of a batch it is stochastic gradient descent; there is no
 * difference in the rule. As {@code torch.optim.SGD} without momentum.
 *
 * <p>Source: Cauchy 1847, <i>Comptes rendus</i> 25:536–538; for stochastic gradients Robbins and
 * Monro 1951, doi 10.1214/aoms/1177729586.
 *
 * @param learningRate η
 */
public record GradientDescent(LearningRateSchedule learningRate) implements ElementwiseOptimizer {

  /**
   * Checks that there is a rate.
   *
   * @param learningRate η
   * @throws IllegalArgumentException if the schedule is null
   */
  public GradientDescent {
    Require.nonNull("learning rate", learningRate);
  }

  /**
   * Creates gradient descent with the same rate at every step.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public GradientDescent(double learningRate) {
    this(new Constant(learningRate));
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double rate = s.rate();
    for (int i = from; i < to; i++) {
      theta[i] -= rate * g[i];
    }
  }

  @Override
  public void block(Step s, float[] theta, float[] g, float[][] slot, int from, int to) {
    float rate = (float) s.rate();
    for (int i = from; i < to; i++) {
      theta[i] -= rate * g[i];
    }
  }
}
