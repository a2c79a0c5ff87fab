package descent.clustering;

import descent.engine.Require;
import descent.objectives.TwiceDifferentiable;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The objective of k-means: how far points are from the nearest of k centers, squared, on average.
 * θ holds the centers, one behind the other.
 *
 * <pre>
 * f(c)     = 1/n Σᵢ minⱼ ‖xᵢ − cⱼ‖²
 * ∂f/∂cⱼ   = 2 nⱼ/n (cⱼ − x̄ⱼ)              nⱼ points are nearest to cⱼ, x̄ⱼ is their mean
 * ∂²f/∂cⱼ² = 2 nⱼ/n I
 * </pre>
 *
 * <p>It is smooth as long as no point changes its nearest center, and has a kink where one does;
 * there the gradient is that of the side on which the center with the lower number keeps the point.
 * A center without points has gradient 0. scikit-learn's {@code inertia_} is n f.
 *
 * <p>Source: Lloyd 1982, doi 10.1109/TIT.1982.1056489.
 */
public final class KMeans implements TwiceDifferentiable {

  private final Points points;
  private final int clusters;

  /**
   * Creates the objective.
   *
   * @param points float or double, shape [n, d]; copied
   * @param clusters k, from 1 to n
   * @throws IllegalArgumentException if the points are not such a matrix, one is not finite, or
   *     there are fewer points than clusters
   */
  public KMeans(INDArray points, int clusters) {
    this.points = Points.of(points);
    this.clusters = this.points.clusters(clusters);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    Require.length("theta", theta, length(), this);
    Require.length("gradient", gradient, length(), this);
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < points.rows(); i++) {
      int at = nearest(i, theta) * points.columns();
      sum += points.squaredDistance(i, theta, at);
      for (int q = 0; q < points.columns(); q++) {
        gradient[at + q] +=
            2 * (theta[at + q] - points.x()[i * points.columns() + q]) / points.rows();
      }
    }
    return sum / points.rows();
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    int[] sizes = sizes(assign(theta));
    for (int i = 0; i < length(); i++) {
      Arrays.fill(hessian[i], 0);
      hessian[i][i] = 2.0 * sizes[i / points.columns()] / points.rows();
    }
  }

  /**
   * Returns which center is nearest to each point; of several, the first.
   *
   * @param theta the centers
   * @return for each point a number from 0 to k − 1
   * @throws IllegalArgumentException if θ is null or of another length
   */
  public int[] assign(double[] theta) {
    Require.length("theta", theta, length(), this);
    int[] nearest = new int[points.rows()];
    Arrays.setAll(nearest, i -> nearest(i, theta));
    return nearest;
  }

  /** Returns the mean of each center's points; a center without points stays. */
  double[] means(double[] theta) {
    int[] nearest = assign(theta);
    int[] sizes = sizes(nearest);
    double[] means = new double[length()];
    for (int i = 0; i < points.rows(); i++) {
      for (int q = 0; q < points.columns(); q++) {
        means[nearest[i] * points.columns() + q] += points.x()[i * points.columns() + q];
      }
    }
    for (int i = 0; i < means.length; i++) {
      int size = sizes[i / points.columns()];
      means[i] = size == 0 ? theta[i] : means[i] / size;
    }
    return means;
  }

  private int[] sizes(int[] nearest) {
    int[] sizes = new int[clusters];
    for (int j : nearest) {
      sizes[j]++;
    }
    return sizes;
  }

  private int nearest(int i, double[] theta) {
    int nearest = 0;
    double least = points.squaredDistance(i, theta, 0);
    for (int j = 1; j < clusters; j++) {
      double distance = points.squaredDistance(i, theta, j * points.columns());
      if (distance < least) {
        least = distance;
        nearest = j;
      }
    }
    return nearest;
  }

  private int length() {
    return clusters * points.columns();
  }

  @Override
  public String toString() {
    return "KMeans[" + clusters + " centers, " + points.rows() + " points]";
  }
}
