package descent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes down a run while it goes on. */
final class Recorder {

  private static final int PATH_LIMIT = 1 << 20; // numbers of a path that are kept: 8 MB

  private final boolean keepsPath;
  private final double[] values;
  private final List<double[]> path = new ArrayList<>();
  private double[] theta;
  private int size;

  Recorder(int steps, int parameters) {
    this.values = new double[steps + 1];
    this.keepsPath = (steps + 1L) * parameters <= PATH_LIMIT;
  }

  void add(double[] theta, double value) {
    values[size++] = value;
    this.theta = theta;
    if (keepsPath) {
      path.add(theta);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  History history(History.Outcome outcome) {
    return new History(Arrays.copyOf(values, size), path.toArray(double[][]::new), theta, outcome);
  }
}
