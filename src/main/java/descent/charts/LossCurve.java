package descent.charts;

import descent.engine.Require;
import descent.training.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The value after each step, for one or more runs:
 *
 * <pre>{@code
 * new LossCurve("Three learning rates").run("0.01", slow).run("0.1", good).run("1.1", wild).logY()
 * }</pre>
 *
 * <p>A run that ends higher than it began leaves the picture at the top, so that the others stay
 * visible; infinite values are left out. Runs longer than some thousand steps are thinned to their
 * smallest and largest values, which looks the same.
 */
public final class LossCurve extends Plot {

  private static final int BUCKETS = 1000;
  private static final double HEADROOM = 1.2;
  private static final double HEADROOM_ON_LOG_AXIS = 5;
  private static final double GROWTH_SHOWN = 10;

  private final List<double[]> runs = new ArrayList<>();

  /**
   * Creates a chart without a run.
   *
   * @param title what the picture shows
   * @throws IllegalArgumentException if it is null or blank
   */
  public LossCurve(String title) {
    super(title, "step", "loss");
  }

  /**
   * Adds a run.
   *
   * @param name its name in the legend
   * @param history what happened in it
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or the history has no finite
   *     value
   */
  public LossCurve run(String name, History history) {
    double[] values = Require.nonNull("history", history).values();
    Require.that(values.length > 0, "history", "empty", "one with at least one value");
    int[] steps = extremes(values);
    line(
        name,
        Arrays.stream(steps).asDoubleStream().toArray(),
        Arrays.stream(steps).mapToDouble(i -> values[i]).toArray());
    runs.add(Arrays.stream(values).filter(Double::isFinite).toArray());
    getStyler().setYAxisMax(ceiling());
    return this;
  }

  @Override
  public LossCurve logY() {
    super.logY();
    getStyler().setYAxisMax(ceiling());
    return this;
  }

  /** The steps with the smallest and the largest value of each bucket, in order. */
  static int[] extremes(double[] values) {
    int n = values.length;
    int width = Math.max(1, n / BUCKETS);
    int[] steps = new int[2 * (n / width + 1)];
    int count = 0;
    for (int from = 0; from < n; from += width) {
      int low = from;
      int high = from;
      for (int i = from; i < Math.min(n, from + width); i++) {
        low = values[i] < values[low] ? i : low;
        high = values[i] > values[high] ? i : high;
      }
      steps[count++] = Math.min(low, high);
      if (low != high) {
        steps[count++] = Math.max(low, high);
      }
    }
    return Arrays.copyOf(steps, count);
  }

  /** The top of the picture: above every run that went down, some way up those that did not. */
  private Double ceiling() {
    double floor = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    double start = Double.NEGATIVE_INFINITY;
    double settled = Double.NEGATIVE_INFINITY;
    for (double[] run : runs) {
      double highest = Arrays.stream(run).max().orElseThrow();
      floor = Math.min(floor, Arrays.stream(run).min().orElseThrow());
      top = Math.max(top, highest);
      start = Math.max(start, run[0]);
      settled = run[run.length - 1] <= run[0] ? Math.max(settled, highest) : settled;
    }
    double headroom = getStyler().isYAxisLogarithmic() ? HEADROOM_ON_LOG_AXIS : HEADROOM;
    double shown =
        settled > floor
            ? headroom * (Math.max(settled, start) - floor)
            : GROWTH_SHOWN * Math.max(start - floor, Math.abs(start));
    return shown > 0 && floor + shown < top ? floor + shown : null;
  }
}
