package descent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes down a run while it goes on. */
final class Recorder {

  private static final int PATH_LIMIT = 1 << 20; // numbers of a path that are kept: 8 MB

  private final List<double[]> path = new ArrayList<>();
  private double[] values = new double[64];
  private double[] theta;
  private int size;

  void add(double[] theta, double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    this.theta = theta;
    if ((long) size * theta.length <= PATH_LIMIT) {
      path.add(theta);
    } else {
      path.clear();
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  History history(History.Outcome outcome) {
    return new History(Arrays.copyOf(values, size), path.toArray(double[][]::new), theta, outcome);
  }
}
