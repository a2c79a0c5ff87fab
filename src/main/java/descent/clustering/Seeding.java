package descent.clustering;

import descent.engine.Require;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where centers may begin: at some of the points, drawn at random. */
public final class Seeding {

  private static final long FAR_APART = 0x9E3779B97F4A7C15L; // 2⁶⁴ divided by the golden ratio

  private Seeding() {}

  /**
   * Returns k of the points, each set of k rows being equally likely.
   *
   * @param points float or double, shape [n, d]
   * @param clusters k, from 1 to n
   * @param seed any number; the same one gives the same centers
   * @return the centers, one behind the other
   * @throws IllegalArgumentException as {@link KMeans#KMeans}
   */
  public static double[] uniform(INDArray points, int clusters, long seed) {
    return draw(Points.of(points), clusters, seed, false);
  }

  /**
   * Returns k of the points by k-means++: the first is any point, and each further one is point i
   * with a probability that is proportional to the squared distance from i to the nearest center so
   * far. scikit-learn draws several candidates each time and keeps the best.
   *
   * <p>Source: Arthur and Vassilvitskii 2007, <i>Proceedings of the 18th ACM-SIAM Symposium on
   * Discrete Algorithms</i>, 1027–1035.
   *
   * @param points float or double, shape [n, d]
   * @param clusters k, from 1 to the number of different points
   * @param seed any number; the same one gives the same centers
   * @return the centers, one behind the other
   * @throws IllegalArgumentException as {@link KMeans#KMeans}, or if there are fewer different
   *     points than clusters
   */
  public static double[] plusPlus(INDArray points, int clusters, long seed) {
    return draw(Points.of(points), clusters, seed, true);
  }

  private static double[] draw(Points points, int clusters, long seed, boolean far) {
    double[] centers = new double[points.clusters(clusters) * points.columns()];
    double[] weights = new double[points.rows()];
    Arrays.fill(weights, 1);
    // Its numbers are fixed by Java's specification, but the first are alike for seeds that are
    // near
    Random random = new Random(seed * FAR_APART);
    for (int j = 0; j < clusters; j++) {
      int drawn = draw(weights, random);
      String expected = "at most " + j + ", the different points";
      Require.that(drawn >= 0, "clusters", clusters, expected);
      int at = j * points.columns();
      System.arraycopy(points.x(), drawn * points.columns(), centers, at, points.columns());
      weights[drawn] = 0;
      for (int i = 0; far && i < weights.length; i++) {
        double distance = points.squaredDistance(i, centers, at);
        weights[i] = j == 0 ? distance : Math.min(weights[i], distance);
      }
    }
    return centers;
  }

  /** Returns an index with a probability proportional to its weight; −1 if all weights are 0. */
  private static int draw(double[] weights, Random random) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    int drawn = -1;
    for (int i = 0; i < weights.length && left >= 0; i++) {
      if (weights[i] > 0) {
        drawn = i;
        left -= weights[i];
      }
    }
    return drawn;
  }
}
