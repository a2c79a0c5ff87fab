package descent.clustering;

import descent.engine.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How much nearer points are to their own cluster than to the next one, on average: 1 for tight
 * clusters far apart, 0 for none. It looks at the points and the clusters alone.
 *
 * <pre>
 * sᵢ = (b − a) / max(a, b)        s = 1/n Σᵢ sᵢ
 * </pre>
 *
 * <p>a is the mean distance (not squared) from i to the other points of its cluster, b the smallest
 * mean distance to the points of another one. A point alone in its cluster has sᵢ = 0.
 *
 * <p>Source: Rousseeuw 1987, doi 10.1016/0377-0427(87)90125-7.
 */
public final class Silhouette {

  private Silhouette() {}

  /**
   * Returns the mean silhouette.
   *
   * @param array the points, float or double, shape [n, d]
   * @param clusters for each point the number of its cluster, 0 or above
   * @return between −1 and 1
   * @throws IllegalArgumentException if the points are not such a matrix, there are not n numbers,
   *     one is negative, or there are less than two clusters
   */
  public static double of(INDArray array, int[] clusters) {
    Points points = Points.of(array);
    Require.nonNull("clusters", clusters);
    int n = points.rows();
    Require.that(clusters.length == n, "the length of clusters", clusters.length, n + " points");
    int least = Arrays.stream(clusters).min().orElseThrow();
    Require.that(least >= 0, "a number in clusters", least, "0 or above");
    long count = Arrays.stream(clusters).distinct().count();
    Require.that(count >= 2, "the number of clusters", count, "2 or more");
    int[] sizes = new int[Arrays.stream(clusters).max().orElseThrow() + 1];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += sizes[clusters[i]] == 1 ? 0 : silhouette(points, i, clusters, sizes);
    }
    return sum / n;
  }

  private static double silhouette(Points points, int i, int[] clusters, int[] sizes) {
    double[] distances = new double[sizes.length];
    for (int l = 0; l < clusters.length; l++) {
      double squared = points.squaredDistance(l, points.x(), i * points.columns());
      distances[clusters[l]] += Math.sqrt(squared);
    }
    double a = distances[clusters[i]] / (sizes[clusters[i]] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < sizes.length; j++) {
      if (j != clusters[i] && sizes[j] > 0) {
        b = Math.min(b, distances[j] / sizes[j]);
      }
    }
    double larger = Math.max(a, b);
    return larger == 0 ? 0 : (b - a) / larger; // all in one place
  }
}
