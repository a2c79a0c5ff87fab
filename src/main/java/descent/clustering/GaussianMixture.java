package descent.clustering;

import descent.engine.Require;
import descent.objectives.Objective;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The negative log-likelihood of a mixture of k Gaussians, on average over the points.
 *
 * <pre>
 * f(θ) = −1/n Σᵢ log Σⱼ exp sᵢⱼ
 * sᵢⱼ  = log πⱼ + log det Aⱼ − ½ ‖z‖² − d/2 log 2π       z = Aⱼ (xᵢ − μⱼ),   Σⱼ⁻¹ = Aⱼᵀ Aⱼ
 * rᵢⱼ  = exp(sᵢⱼ − log Σₗ exp sᵢₗ)                       how far j is responsible for i
 *
 * ∂f/∂αⱼ = πⱼ − 1/n Σᵢ rᵢⱼ                               π = softmax(α)
 * ∂f/∂μⱼ = −1/n Σᵢ rᵢⱼ Aⱼᵀ z
 * ∂f/∂Aⱼ = 1/n Σᵢ rᵢⱼ (z (xᵢ − μⱼ)ᵀ − diag 1/a)          a, the diagonal of Aⱼ
 * </pre>
 *
 * <p>θ is any vector of k + k d + k d (d + 1)/2 numbers: the k numbers α, then the means, then for
 * each component the lower triangle of A, row by row, with log a in place of a: so π is a
 * distribution and Σ a covariance whatever θ is. There is no smallest value: it falls without end
 * where a component shrinks to a single point.
 */
public final class GaussianMixture implements Objective {

  private final Points points;
  private final int components;
  private final int d;

  /**
   * Creates the objective.
   *
   * @param points float or double, shape [n, d]; copied
   * @param components k, from 1 to n
   * @throws IllegalArgumentException if the points are not such a matrix, one is not finite, or
   *     there are fewer points than components
   */
  public GaussianMixture(INDArray points, int components) {
    this.points = Points.of(points);
    this.components = this.points.clusters(components);
    this.d = this.points.columns();
  }

  /**
   * Returns the mixture that has its means at some centers, with equal shares and Σ = I.
   *
   * @param centers k centers of d numbers, such as those of {@link KMeans}
   * @return θ
   * @throws IllegalArgumentException if there are not k d numbers
   */
  public double[] start(double[] centers) {
    Require.length("centers", centers, components * d, this);
    double[] theta = new double[triangle(components)];
    System.arraycopy(centers, 0, theta, mean(0), centers.length);
    return theta;
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    Require.length("gradient", gradient, triangle(components), this);
    double[][] r = new double[points.rows()][components];
    double value = expect(theta, r);
    double[] w = unpack(theta);
    double[] pi = Arrays.copyOf(theta, components);
    normalize(pi);
    Arrays.fill(gradient, 0);
    System.arraycopy(pi, 0, gradient, 0, components);
    double[] difference = new double[d];
    double[] z = new double[d];
    for (int j = 0; j < components; j++) {
      for (int i = 0; i < points.rows(); i++) {
        double share = r[i][j] / points.rows();
        gradient[j] -= share;
        whiten(w, i, j, difference, z);
        for (int p = 0, at = triangle(j); p < d; p++) {
          for (int q = 0; q <= p; q++, at++) {
            gradient[at] += share * z[p] * difference[q];
            gradient[mean(j) + q] -= share * z[p] * w[at];
          }
          gradient[diagonal(j, p)] -= share / w[diagonal(j, p)];
        }
      }
      for (int p = 0; p < d; p++) {
        gradient[diagonal(j, p)] *= w[diagonal(j, p)]; // ∂/∂ log a = a ∂/∂a
      }
    }
    return value;
  }

  @Override
  public double value(double[] theta) {
    return expect(theta, new double[points.rows()][components]);
  }

  /**
   * Returns how far each component is responsible for each point.
   *
   * @param theta the parameters
   * @return rᵢⱼ as [point][component]; each row adds up to 1
   * @throws IllegalArgumentException if θ is null or of another length
   */
  public double[][] responsibilities(double[] theta) {
    double[][] r = new double[points.rows()][components];
    expect(theta, r);
    return r;
  }

  /**
   * Returns which component is the most responsible for each point; of several, the first.
   *
   * @param theta the parameters
   * @return for each point a number from 0 to k − 1
   * @throws IllegalArgumentException if θ is null or of another length
   */
  public int[] assign(double[] theta) {
    double[][] r = responsibilities(theta);
    int[] most = new int[r.length];
    for (int i = 0; i < r.length; i++) {
      for (int j = 1; j < components; j++) {
        most[i] = r[i][j] > r[i][most[i]] ? j : most[i];
      }
    }
    return most;
  }

  /** Fills in r and returns f(θ). */
  private double expect(double[] theta, double[][] r) {
    double[] w = unpack(theta);
    double[] difference = new double[d];
    double[] z = new double[d];
    double value = 0.5 * d * Math.log(2 * Math.PI);
    for (int i = 0; i < points.rows(); i++) {
      for (int j = 0; j < components; j++) {
        r[i][j] = w[j] - 0.5 * whiten(w, i, j, difference, z);
      }
      value -= normalize(r[i]) / points.rows();
    }
    return value;
  }

  /** Returns θ with log π + log det A in place of α, and a in place of log a. */
  private double[] unpack(double[] theta) {
    double[] w = Require.length("theta", theta, triangle(components), this).clone();
    double logSum = normalize(Arrays.copyOf(theta, components));
    for (int j = 0; j < components; j++) {
      w[j] -= logSum;
      for (int p = 0; p < d; p++) {
        w[j] += theta[diagonal(j, p)];
        w[diagonal(j, p)] = Math.exp(theta[diagonal(j, p)]);
      }
    }
    return w;
  }

  /** Fills in x − μ and z = A (x − μ), and returns ‖z‖². */
  private double whiten(double[] w, int i, int j, double[] difference, double[] z) {
    double squared = 0;
    for (int p = 0, at = triangle(j); p < d; p++) {
      difference[p] = points.x()[i * d + p] - w[mean(j) + p];
      z[p] = 0;
      for (int q = 0; q <= p; q++, at++) {
        z[p] += w[at] * difference[q];
      }
      squared += z[p] * z[p];
    }
    return squared;
  }

  /** Turns s into its softmax, and returns log Σ exp s; subtracting the largest, none overflows. */
  private static double normalize(double[] s) {
    double largest = Arrays.stream(s).max().orElseThrow();
    double sum = 0;
    for (int j = 0; j < s.length; j++) {
      s[j] = Math.exp(s[j] - largest);
      sum += s[j];
    }
    for (int j = 0; j < s.length; j++) {
      s[j] /= sum;
    }
    return largest + Math.log(sum);
  }

  /** Returns where the mean of a component begins in θ. */
  int mean(int j) {
    return components + j * d;
  }

  /** Returns where the triangle of a component begins in θ; of component k, the length of θ. */
  int triangle(int j) {
    return components + components * d + j * d * (d + 1) / 2;
  }

  /** Returns where an entry of the diagonal stands in θ. */
  private int diagonal(int j, int p) {
    return triangle(j) + p * (p + 3) / 2;
  }

  Points points() {
    return points;
  }

  @Override
  public String toString() {
    return "GaussianMixture[" + components + " components, " + points.rows() + " points]";
  }
}
