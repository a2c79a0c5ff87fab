package descent.adversarial;

import descent.engine.Require;
import descent.engine.Transfer;
import descent.networks.Network;
import descent.objectives.Objective;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a critic pays for slopes in its input that are not of length 1, as a function of its
 * parameters.
 *
 * <pre>
 * f(φ)  = λ/n Σ (‖gᵢ‖ − 1)²,   gᵢ = ∂D/∂x at x̂ᵢ
 * ∂f/∂φ = λ/n Σ 2 (‖gᵢ‖ − 1) · ∂/∂φ (uᵢ · gᵢ),   uᵢ = gᵢ / ‖gᵢ‖ held fixed
 *       u · g  is the slope of D along u: (D(x̂ + h u) − D(x̂ − h u)) / 2h
 * </pre>
 *
 * <p>The value is exact. The gradient needs second derivatives, which a {@link Network} does not
 * have; the difference in the last line replaces one of the two, with h = ∛ε · max(1, ‖x̂‖) and an
 * error of some 10⁻⁹ for smooth layers; for ReLU, whose slope in x is constant in pieces, only
 * where the step crosses a border. Where g is 0 its length has a kink; the slope taken there is 0.
 *
 * <p>Source: Gulrajani et al. 2017, arXiv 1704.00028, with points x̂ between real and made samples.
 *
 * @param critic D, with one output
 * @param points x̂, [n, features]
 * @param weight λ, above 0; 10 in the paper
 */
public record GradientPenalty(Network critic, INDArray points, double weight) implements Objective {

  private static final double STEP = Math.cbrt(Math.ulp(1.0));

  /**
   * Checks the arguments.
   *
   * @param critic D, with one output
   * @param points x̂, [n, features]
   * @param weight λ, above 0
   * @throws IllegalArgumentException if the critic or the points are null, the points are no
   *     matrix, or the weight is not a finite number above 0
   */
  public GradientPenalty {
    Require.nonNull("critic", critic);
    Require.floating("points", points);
    Require.that(points.rank() == 2, "points", "of rank " + points.rank(), "[n, features]");
    Require.positive("weight", weight);
    points = points.castTo(DataType.DOUBLE); // a difference of floats is mostly rounding
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    int n = (int) points.size(0);
    int width = (int) points.size(1);
    double[] x = new double[n * width];
    Transfer.read(points, x);
    double[] g = slopes(theta);
    double[] both = new double[2 * n * width]; // in turns, so that they cancel before they add up
    double[] share = new double[2 * n];
    double value = 0;
    for (int i = 0; i < n; i++) {
      double length = norm(g, i * width, width);
      double h = STEP * Math.max(1, norm(x, i * width, width));
      for (int j = 0; j < width; j++) {
        double at = x[i * width + j];
        double step = length == 0 ? 0 : h * g[i * width + j] / length;
        both[2 * i * width + j] = at + step;
        both[(2 * i + 1) * width + j] = at - step;
      }
      value += (length - 1) * (length - 1);
      share[2 * i] = weight / n * 2 * (length - 1) / (2 * h);
      share[2 * i + 1] = -share[2 * i];
    }
    try (INDArray at = Nd4j.create(both, new long[] {2 * n, width}, 'c');
        INDArray slopes = Nd4j.create(share, new long[] {2 * n, 1}, 'c')) {
      critic.pullback(theta, at, slopes, gradient);
    }
    return weight / n * value;
  }

  /** Returns ∂D/∂x at every point. */
  private double[] slopes(double[] theta) {
    double[] ones = new double[(int) points.size(0)];
    Arrays.fill(ones, 1);
    double[] g = new double[(int) points.length()];
    try (INDArray one = Nd4j.create(ones, new long[] {ones.length, 1}, 'c');
        INDArray slopes = critic.inputGradient(theta, points, one)) {
      Transfer.read(slopes, g);
    }
    return g;
  }

  private static double norm(double[] values, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
