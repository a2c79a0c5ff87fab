package descent.clustering;

import descent.engine.Require;
import descent.engine.Transfer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A copy of n points of d coordinates, row by row. */
record Points(double[] x, int rows, int columns) {

  static Points of(INDArray points) {
    Require.floating("points", points);
    String shape = "of shape " + Arrays.toString(points.shape());
    Require.that(points.rank() == 2, "points", shape, "a matrix [rows, columns]");
    double[] x = new double[(int) points.length()];
    Transfer.read(points, x);
    return new Points(Require.finite("points", x), points.rows(), points.columns());
  }

  /** Returns a number of clusters that there are points for. */
  int clusters(int clusters) {
    Require.that(
        clusters >= 1 && clusters <= rows, "clusters", clusters, "1 to " + rows + ", the points");
    return clusters;
  }

  /** Returns ‖xᵢ − c‖², where c stands in an array from some place on. */
  double squaredDistance(int i, double[] c, int at) {
    double sum = 0;
    for (int q = 0; q < columns; q++) {
      double difference = x[i * columns + q] - c[at + q];
      sum += difference * difference;
    }
    return sum;
  }
}
