package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Momentum, the heavy ball: a velocity remembers past gradients.
 *
 * <pre>
 * v ← β v + g
 * θ ← θ − η v
 * </pre>
 *
 * <p>Under a constant gradient the step grows to η g / (1 − β). As {@code torch.optim.SGD} with
 * {@code momentum} and no dampening, and {@code optax.sgd}; Keras keeps η inside the velocity,
 * which is the same as long as η does not change. With β = 0 it is {@link GradientDescent}.
 *
 * <p>Source: Polyak 1964, doi 10.1016/0041-5553(64)90137-5.
 *
 * @param learningRate η
 * @param beta β, how much of the velocity is kept, at least 0 and below 1
 */
public record Momentum(LearningRateSchedule learningRate, double beta)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta β, how much of the velocity is kept, at least 0 and below 1
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Momentum {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta", beta);
  }

  /**
   * Creates momentum with the same rate at every step.
   *
   * @param learningRate η, finite and above 0
   * @param beta β, how much of the velocity is kept, at least 0 and below 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public Momentum(double learningRate, double beta) {
    this(new Constant(learningRate), beta);
  }

  /**
   * Creates momentum with β = 0.9.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Momentum(double learningRate) {
    this(new Constant(learningRate), 0.9);
  }

  @Override
  public List<String> slots() {
    return List.of("v");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] v = slot[0];
    double rate = s.rate();
    for (int i = from; i < to; i++) {
      v[i] = beta * v[i] + g[i];
      theta[i] -= rate * v[i];
    }
  }

  @Override
  public void block(Step s, float[] theta, float[] g, float[][] slot, int from, int to) {
    float[] v = slot[0];
    float b = (float) beta;
    float rate = (float) s.rate();
    for (int i = from; i < to; i++) {
      v[i] = b * v[i] + g[i];
      theta[i] -= rate * v[i];
    }
  }
}
