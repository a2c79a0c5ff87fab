package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * Nesterov momentum: the gradient is taken where the velocity is about to lead.
 *
 * <pre>
 * v ← β v + g
 * θ ← θ − η (g + β v)
 * </pre>
 *
 * <p>θ is the point ahead, x − η β v, of the method's own point x; so the gradient at θ is the one
 * that looks ahead, and the objective is evaluated once a step. As {@code torch.optim.SGD} with
 * {@code nesterov=True}, {@code optax.sgd} and Keras. {@link AcceleratedGradient} has the growing β
 * of the theorem.
 *
 * <p>Source: Nesterov 1983, Doklady AN SSSR 269:543–547; in this form Sutskever et al. 2013, PMLR
 * 28(3):1139–1147.
 *
 * @param learningRate η
 * @param beta β, how much of the velocity is kept, at least 0 and below 1
 */
public record Nesterov(LearningRateSchedule learningRate, double beta)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param beta β, how much of the velocity is kept, at least 0 and below 1
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public Nesterov {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("beta", beta);
  }

  /**
   * Creates Nesterov momentum with the same rate at every step.
   *
   * @param learningRate η, finite and above 0
   * @param beta β, how much of the velocity is kept, at least 0 and below 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public Nesterov(double learningRate, double beta) {
    this(new Constant(learningRate), beta);
  }

  /**
   * Creates Nesterov momentum with β = 0.9.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public Nesterov(double learningRate) {
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
      theta[i] -= rate * (g[i] + beta * v[i]);
    }
  }
}
