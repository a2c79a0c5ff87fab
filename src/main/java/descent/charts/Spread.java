package descent.charts;

import descent.engine.Require;
import descent.training.History;
import descent.training.History.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several runs of each optimizer, one per seed, on logarithmic axes: a line through the medians and
 * a band from the lower to the upper quartile.
 *
 * <pre>{@code
 * new Spread("Ten seeds each").runs("SGD", sgd).runs("Adam", adam)
 * }</pre>
 *
 * <p>A run that stopped early keeps its last value; one that diverged counts as infinite from then
 * on. The axis begins at step 1.
 */
public final class Spread extends Plot {

  private static final int POINTS = 300;

  /**
   * Creates a chart without runs.
   *
   * @param title what the picture shows
   * @throws IllegalArgumentException if it is null or blank
   */
  public Spread(String title) {
    super(title, "step", "loss: median and quartiles");
    logX();
    logY();
  }

  /**
   * Adds the runs of one optimizer.
   *
   * @param name its name in the legend
   * @param runs one history for each seed
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or there is no run, no step or
   *     no median that is finite and above 0
   */
  public Spread runs(String name, List<History> runs) {
    text("name", name);
    Require.nonNull("runs", runs);
    Require.that(!runs.isEmpty(), "runs", "empty", "at least one history");
    runs.forEach(run -> Require.nonNull("runs[" + runs.indexOf(run) + "]", run));
    int last = runs.stream().mapToInt(History::steps).max().orElseThrow();
    Require.that(last > 0, "runs", "without a step", "at least one step");
    double growth = Math.log(last) / POINTS;
    int[] steps =
        IntStream.rangeClosed(0, POINTS)
            .map(i -> (int) Math.round(Math.exp(growth * i)))
            .distinct()
            .toArray();
    double[][] quartiles = new double[3][steps.length];
    for (int i = 0; i < steps.length; i++) {
      int step = steps[i];
      double[] sorted = runs.stream().mapToDouble(run -> value(run, step)).sorted().toArray();
      for (int q = 0; q < 3; q++) {
        quartiles[q][i] = quantile(sorted, 0.25 * (q + 1));
      }
    }
    double[] x = Arrays.stream(steps).asDoubleStream().toArray();
    String quartileBand = name + ", quartiles";
    band(quartileBand, x, within(quartiles, 0), within(quartiles, 2));
    getSeries(quartileBand).setShowInLegend(false);
    line(name, x, quartiles[1]);
    return this;
  }

  private static double value(History run, int step) {
    double value = run.values()[Math.min(step, run.steps())];
    boolean lost = step > run.steps() && run.outcome() == Outcome.DIVERGED;
    return lost || Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** One edge of the band, infinite and non-positive values moved to the nearest that show. */
  private static double[] within(double[][] quartiles, int edge) {
    double[] shown =
        Arrays.stream(quartiles)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> value > 0 && Double.isFinite(value))
            .toArray();
    double low = Arrays.stream(shown).min().orElse(Double.NaN);
    double high = Arrays.stream(shown).max().orElse(Double.NaN);
    return Arrays.stream(quartiles[edge]).map(v -> Math.max(low, Math.min(high, v))).toArray();
  }

  /** The quantile of sorted numbers, linear between neighbours, of which some may be infinite. */
  static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int i = (int) at;
    return at == i || sorted[i] == sorted[i + 1]
        ? sorted[i]
        : sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
  }
}
