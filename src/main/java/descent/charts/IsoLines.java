package descent.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marching squares: the lines along which a function that is known on a grid takes one value.
 *
 * <p>A line crosses the edges of the grid's cells where the value at one end is below the level and
 * at the other not, at the place that linear interpolation gives. In a cell all four of whose edges
 * are crossed (a saddle) the mean of the corners says which crossings belong together. Cells with a
 * corner that is not finite are left out.
 */
final class IsoLines {

  private static final int NONE = -1;

  private final double[] x;
  private final double[] y;
  private final double[][] values;
  private final double level;

  /** The crossings that each crossing is joined to, two places for each edge of the grid. */
  private final int[] joined;

  private IsoLines(double[] x, double[] y, double[][] values, double level) {
    this.x = x;
    this.y = y;
    this.values = values;
    this.level = level;
    this.joined = new int[4 * x.length * y.length];
    Arrays.fill(joined, NONE);
  }

  /**
   * Returns the lines of one level, closed ones with their first point again at the end.
   *
   * @param values the function's values: values[j][i] at (x[i], y[j])
   * @return each line as its two rows of coordinates, x and y
   */
  static List<double[][]> at(double level, double[] x, double[] y, double[][] values) {
    IsoLines lines = new IsoLines(x, y, values, level);
    for (int j = 0; j + 1 < y.length; j++) {
      for (int i = 0; i + 1 < x.length; i++) {
        lines.cross(i, j);
      }
    }
    return lines.trace();
  }

  /** The number of the edge from (i, j) to the right. */
  private int right(int i, int j) {
    return 2 * (j * x.length + i);
  }

  /** The number of the edge from (i, j) upwards. */
  private int up(int i, int j) {
    return right(i, j) + 1;
  }

  private void cross(int i, int j) {
    double a = values[j][i];
    double b = values[j][i + 1];
    double c = values[j + 1][i + 1];
    double d = values[j + 1][i];
    double mean = 0.25 * (a + b + c + d);
    if (!Double.isFinite(mean)) {
      return;
    }
    int south = right(i, j);
    int east = up(i + 1, j);
    int north = right(i, j + 1);
    int west = up(i, j);
    int above =
        (a >= level ? 1 : 0) + (b >= level ? 2 : 0) + (c >= level ? 4 : 0) + (d >= level ? 8 : 0);
    switch (Math.min(above, 15 - above)) {
      case 1 -> join(south, west);
      case 2 -> join(south, east);
      case 3 -> join(west, east);
      case 4 -> join(east, north);
      case 6 -> join(south, north);
      case 7 -> join(west, north);
      case 5 -> {
        boolean cutsOffBandD = (above == 5) == (mean >= level);
        join(south, cutsOffBandD ? east : west);
        join(north, cutsOffBandD ? west : east);
      }
      default -> {} // all four on one side
    }
  }

  private void join(int p, int q) {
    joined[2 * p + (joined[2 * p] == NONE ? 0 : 1)] = q;
    joined[2 * q + (joined[2 * q] == NONE ? 0 : 1)] = p;
  }

  private List<double[][]> trace() {
    List<double[][]> lines = new ArrayList<>();
    for (int edge = 0; 2 * edge < joined.length; edge++) { // lines with two ends
      if (joined[2 * edge] != NONE && joined[2 * edge + 1] == NONE) {
        lines.add(follow(edge));
      }
    }
    for (int edge = 0; 2 * edge < joined.length; edge++) { // what is left is closed
      if (joined[2 * edge] != NONE) {
        lines.add(follow(edge));
      }
    }
    return lines;
  }

  /** Walks along a line from one of its crossings, taking away what joins them on the way. */
  private double[][] follow(int start) {
    List<Integer> edges = new ArrayList<>();
    int edge = start;
    while (edge != NONE) {
      edges.add(edge);
      int next = joined[2 * edge] != NONE ? joined[2 * edge] : joined[2 * edge + 1];
      if (next != NONE) {
        part(edge, next);
        part(next, edge);
      }
      edge = next;
    }
    double[][] line = new double[2][edges.size()];
    for (int k = 0; k < edges.size(); k++) {
      place(edges.get(k), line, k);
    }
    return line;
  }

  private void part(int p, int q) {
    joined[2 * p + (joined[2 * p] == q ? 0 : 1)] = NONE;
  }

  private void place(int edge, double[][] line, int k) {
    int i = edge / 2 % x.length;
    int j = edge / 2 / x.length;
    int across = edge % 2 == 0 ? 1 : 0;
    double a = values[j][i];
    double b = values[j + 1 - across][i + across];
    double t = (level - a) / (b - a);
    line[0][k] = x[i] + t * (x[i + across] - x[i]);
    line[1][k] = y[j] + t * (y[j + 1 - across] - y[j]);
  }

  /** Several lines as one, NaN between them. */
  static double[][] joined(List<double[][]> lines) {
    int length = lines.stream().mapToInt(line -> line[0].length + 1).sum();
    double[][] joined = new double[2][length];
    int at = 0;
    for (double[][] line : lines) {
      for (int row = 0; row < 2; row++) {
        System.arraycopy(line[row], 0, joined[row], at, line[row].length);
        joined[row][at + line[row].length] = Double.NaN;
      }
      at += line[0].length + 1;
    }
    return joined;
  }
}
