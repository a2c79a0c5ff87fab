package descent.charts;

import descent.engine.Require;
import descent.objectives.Objective;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The values of an objective of two parameters on an even grid: values[j][i] at (x[i], y[j]). */
record Grid(double[] x, double[] y, double[][] values) {

  private static final int POINTS = 141;

  /** How much of the area lies below each level: closer where the values are small. */
  private static final double[] SHARES = {
    0.02, 0.04, 0.07, 0.11, 0.18, 0.26, 0.35, 0.45, 0.56, 0.67, 0.78, 0.88, 0.96
  };

  private static final double[] ROUND = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  static Grid of(Objective objective, Rectangle r) {
    Grid grid =
        new Grid(
            between(r.x0(), r.x1(), POINTS),
            between(r.y0(), r.y1(), POINTS),
            new double[POINTS][POINTS]);
    for (int j = 0; j < POINTS; j++) {
      for (int i = 0; i < POINTS; i++) {
        grid.values[j][i] = objective.value(new double[] {grid.x[i], grid.y[j]});
      }
    }
    return grid;
  }

  private static double[] between(double from, double to, int points) {
    double[] numbers = new double[points];
    for (int i = 0; i < points; i++) {
      numbers[i] = from + (to - from) * i / (points - 1);
    }
    return numbers;
  }

  /** The same with a ring of −1 around it, so that the lines of level 0 are all closed. */
  Grid fenced() {
    double[][] fenced = new double[y.length + 2][x.length + 2];
    for (double[] row : fenced) {
      Arrays.fill(row, -1);
    }
    for (int j = 0; j < y.length; j++) {
      System.arraycopy(values[j], 0, fenced[j + 1], 1, x.length);
    }
    return new Grid(longer(x), longer(y), fenced);
  }

  private static double[] longer(double[] axis) {
    int n = axis.length;
    double step = (axis[n - 1] - axis[0]) / (n - 1);
    return between(axis[0] - step, axis[n - 1] + step, n + 2);
  }

  /** Round levels that part the area into similar shares, so that valley and slopes both show. */
  double[] levels() {
    double[] sorted =
        Arrays.stream(values)
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    Require.that(
        sorted.length > 0 && sorted[0] < sorted[sorted.length - 1],
        "objective",
        sorted.length == 0 ? "nowhere finite" : "constant",
        "one with finite, differing values on the rectangle");
    double[] levels =
        Arrays.stream(SHARES)
            .map(share -> round(sorted[(int) (share * sorted.length)]))
            .filter(level -> level > sorted[0] && level < sorted[sorted.length - 1])
            .distinct()
            .sorted()
            .toArray();
    // values so close together that rounding loses them
    return levels.length >= SHARES.length / 2
        ? levels
        : Arrays.stream(SHARES).map(q -> sorted[(int) (q * sorted.length)]).distinct().toArray();
  }

  private static double round(double value) {
    if (value == 0) {
      return 0;
    }
    double size = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
    double digits = Math.abs(value) / size;
    double nearest = ROUND[0];
    for (double candidate : ROUND) {
      nearest = Math.abs(candidate - digits) < Math.abs(nearest - digits) ? candidate : nearest;
    }
    return new BigDecimal(Math.signum(value) * nearest * size)
        .round(new MathContext(2))
        .doubleValue();
  }
}
