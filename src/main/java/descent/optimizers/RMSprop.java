package descent.optimizers;

import descent.engine.Require;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import java.util.List;

/**
 * RMSprop: Adagrad with a memory that fades.
 *
 * <pre>
 * s ← ρ s + (1 − ρ) g²
 * θ ← θ − η g / (√s + ε)
 *
 * centered:   m ← ρ m + (1 − ρ) g,   and √(s − m²) in place of √s
 * </pre>
 *
 * <p>Centered, it divides by the standard deviation instead of the root mean square. As {@code
 * torch.optim.RMSprop}, with its defaults ρ = 0.99 and ε = 10⁻⁸ outside of the root; Keras and
 * optax have ρ = 0.9 and ε inside.
 *
 * <p>Source: Tieleman and Hinton 2012, lecture 6.5 of "Neural Networks for Machine Learning";
 * centered: Graves 2013, arXiv 1308.0850.
 *
 * @param learningRate η
 * @param decay ρ, how much of the average is kept, at least 0 and below 1
 * @param epsilon ε, above 0
 * @param centered whether the mean is taken away
 */
public record RMSprop(
    LearningRateSchedule learningRate, double decay, double epsilon, boolean centered)
    implements ElementwiseOptimizer {

  /**
   * Checks the parameters.
   *
   * @param learningRate η
   * @param decay ρ, how much of the average is kept, at least 0 and below 1
   * @param epsilon ε, above 0
   * @param centered whether the mean is taken away
   * @throws IllegalArgumentException if the schedule is null or a number out of range
   */
  public RMSprop {
    Require.nonNull("learning rate", learningRate);
    Decay.checked("decay", decay);
    Require.positive("epsilon", epsilon);
  }

  /**
   * Creates RMSprop with ε = 10⁻⁸, not centered.
   *
   * @param learningRate η, finite and above 0
   * @param decay ρ, how much of the average is kept, at least 0 and below 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public RMSprop(double learningRate, double decay) {
    this(new Constant(learningRate), decay, 1e-8, false);
  }

  /**
   * Creates RMSprop with ρ = 0.99 and ε = 10⁻⁸, not centered.
   *
   * @param learningRate η, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  public RMSprop(double learningRate) {
    this(new Constant(learningRate), 0.99, 1e-8, false);
  }

  @Override
  public List<String> slots() {
    return List.of("s", "m");
  }

  @Override
  public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
    double[] square = slot[0];
    double[] mean = slot[1];
    for (int i = from; i < to; i++) {
      square[i] = decay * square[i] + (1 - decay) * g[i] * g[i];
      mean[i] = centered ? decay * mean[i] + (1 - decay) * g[i] : 0;
      theta[i] -= s.rate() * g[i] / scale(square[i], mean[i]);
    }
  }

  private double scale(double square, double mean) {
    return Math.sqrt(Math.max(0, square - mean * mean)) + epsilon; // rounding may go below 0
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return s.rate() / scale(slot[0][i], slot[1][i]);
  }
}
