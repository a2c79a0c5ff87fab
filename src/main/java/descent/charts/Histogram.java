package descent.charts;

import descent.engine.Require;
import java.awt.Color;
import java.util.Arrays;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How many values fall into each of equally wide bins:
 *
 * <pre>{@code
 * new Histogram("Residuals of the fit", "residual", residuals, 30)
 * }</pre>
 *
 * <p>The bins reach from the smallest value to the largest, which falls into the last.
 */
public final class Histogram extends Plot {

  private static final double HEADROOM = 1.05;
  private static final double GAP = 0.03;

  /**
   * Creates the chart.
   *
   * @param title what the picture shows
   * @param xTitle what the values are, with their unit
   * @param values the values
   * @param bins the number of bins
   * @throws IllegalArgumentException if a title is blank, there are no values, one is not finite,
   *     all are equal, or bins is not above 0
   */
  public Histogram(String title, String xTitle, double[] values, int bins) {
    super(title, xTitle, "count");
    Require.finite("values", values);
    Require.that(bins > 0, "bins", bins, "a number above 0");
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    Require.that(low < high, "values", "all " + low, "values that differ");
    int[] counts = counts(values, bins, low, high);
    bars(counts, low, (high - low) / bins);
    getStyler().setYAxisMin(0.0).setPlotContentSize(1).setLegendVisible(false);
    getStyler().setYAxisMax(HEADROOM * Arrays.stream(counts).max().orElseThrow());
    getStyler().setPlotGridVerticalLinesVisible(false);
    double margin = 0.02 * (high - low);
    getStyler().setXAxisMin(low - margin).setXAxisMax(high + margin);
  }

  static int[] counts(double[] values, int bins, double low, double high) {
    int[] counts = new int[bins];
    for (double value : values) {
      counts[Math.min(bins - 1, (int) ((value - low) / (high - low) * bins))]++;
    }
    return counts;
  }

  private void bars(int[] counts, double low, double width) {
    double[] x = new double[5 * counts.length];
    double[] y = new double[x.length];
    for (int bin = 0; bin < counts.length; bin++) {
      double left = low + (bin + GAP) * width;
      double right = low + (bin + 1 - GAP) * width;
      double[] corners = {left, left, right, right, Double.NaN};
      double[] heights = {0, counts[bin], counts[bin], 0, Double.NaN};
      System.arraycopy(corners, 0, x, 5 * bin, 5);
      System.arraycopy(heights, 0, y, 5 * bin, 5);
    }
    XYSeries bars = add("count", x, y);
    bars.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    bars.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
    bars.setFillColor(softer(Theme.color(0)));
  }

  private static Color softer(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 190);
  }
}
