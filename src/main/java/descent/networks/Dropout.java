package descent.networks;

import descent.engine.Require;

/**
 * Dropout: in training each number is set to 0 with probability p, and those that stay are divided
 * by 1 − p, so that their mean does not change. After training nothing is done.
 *
 * <pre>
 * y = x k / (1 − p)          k = 0 with probability p, otherwise 1
 * </pre>
 *
 * <p>Which units drop out depends on the learner's seed and step alone, so that a gradient can be
 * checked. As {@code torch.nn.Dropout}.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, <i>Journal of
 * Machine Learning Research</i> 15:1929–1958.
 *
 * @param rate p, at least 0 and below 1
 */
public record Dropout(double rate) implements Layer {

  /**
   * Checks the rate.
   *
   * @param rate p
   * @throws IllegalArgumentException if it is not at least 0 and below 1
   */
  public Dropout {
    Require.that(rate >= 0 && rate < 1, "rate", rate, "at least 0 and below 1");
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * inputs; // the factors
  }

  @Override
  public void forward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.notes[i] = !p.training ? 1 : uniform(p.seed, i) < rate ? 0 : 1 / (1 - rate);
      p.y[i] = p.x[i] * p.notes[i];
    }
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] = p.dy[i] * p.notes[i];
    }
  }

  /** Returns a number of chance in [0, 1). Seeds that lie near each other give unlike ones. */
  private static double uniform(long seed, int i) {
    return (mix(mix(seed) + i) >>> 11) * 0x1p-53;
  }

  /** The step and the mixing function of SplitMix64. */
  private static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
