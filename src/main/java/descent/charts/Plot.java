package descent.charts;

import descent.engine.Require;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.series.Series.DataType;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart of lines and points in the {@link Theme}:
 *
 * <pre>{@code
 * new Plot("Engel's households", "income", "food expenditure")
 *     .points("households", income, food)
 *     .line("fit", x, y)
 * }</pre>
 *
 * <p>It is one of XChart's {@link XYChart}s, and everything that these offer works on it. Series
 * appear in the order in which they are added and keep their colour and marker however many follow.
 */
public class Plot extends XYChart {

  private static final int FIRST_BAND = 60; // of 255: how dense its colour is
  private static final int NEXT_BAND = 45; // and how much denser the next

  /** Keeps XChart from setting its ticks on evenly spaced data (… 0.13, 0.28 …): see paint. */
  private static final XYSeries UNEVEN =
      new XYSeries(
          " ", new double[] {Double.NaN}, new double[] {Double.NaN}, null, DataType.Number);

  static {
    UNEVEN.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line).setEnabled(false);
  }

  private int series;
  private int bands; // since the last line or points

  /**
   * Creates an empty chart of 800 × 500 pixels.
   *
   * @param title what the picture shows
   * @param xTitle what the horizontal axis shows, with its unit
   * @param yTitle what the vertical axis shows, with its unit
   * @throws IllegalArgumentException if a title is null or blank
   */
  @SuppressWarnings("this-escape") // XChart is set up through its own methods
  public Plot(String title, String xTitle, String yTitle) {
    this(title, xTitle, yTitle, Theme.WIDTH, Theme.HEIGHT);
  }

  @SuppressWarnings("this-escape") // the legend draws this chart, later
  Plot(String title, String xTitle, String yTitle, int width, int height) {
    super(width, height);
    setTitle(text("title", title));
    setXAxisTitle(text("xTitle", xTitle));
    setYAxisTitle(text("yTitle", yTitle));
    Theme.apply(getStyler());
    legend = new Legend<>(this);
  }

  /**
   * Adds a line, with a marker now and then by which it is known without its colour.
   *
   * @param name its name in the legend
   * @param x the horizontal coordinates
   * @param y the vertical coordinates; a NaN or infinite one leaves a gap
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or the arrays are empty or of
   *     different lengths
   */
  public Plot line(String name, double[] x, double[] y) {
    XYSeries line = add(name, x, y);
    line.setMarker(SpacedMarker.ofLine(series)).setLineStyle(Theme.LINE);
    colour(line, Theme.color(next()));
    return this;
  }

  /**
   * Adds points.
   *
   * @param name their name in the legend
   * @param x the horizontal coordinates
   * @param y the vertical coordinates; a point with a NaN or infinite one is left out
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or the arrays are empty or of
   *     different lengths
   */
  public Plot points(String name, double[] x, double[] y) {
    XYSeries points = add(name, x, y);
    points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(Theme.marker(series));
    colour(points, Theme.color(next()));
    return this;
  }

  /**
   * Makes the horizontal axis logarithmic. Points at 0 and below, which it cannot show, are left
   * out.
   *
   * @return this chart
   * @throws IllegalArgumentException if a series has no point above 0, or the range does not begin
   *     above 0
   */
  public Plot logX() {
    return axes(true, getStyler().isYAxisLogarithmic());
  }

  /**
   * Makes the vertical axis logarithmic. Values of 0 and below, which it cannot show, leave a gap.
   *
   * @return this chart
   * @throws IllegalArgumentException if a series has no value above 0, or the range does not begin
   *     above 0
   */
  public Plot logY() {
    return axes(getStyler().isXAxisLogarithmic(), true);
  }

  /**
   * Shows this part of the horizontal axis, whatever the data: for charts that are compared, and
   * for the frames of an {@link Animation}.
   *
   * @param from the left end
   * @param to the right end
   * @return this chart
   * @throws IllegalArgumentException if a number is not finite, from is not below to, or the axis
   *     is logarithmic and from not above 0
   */
  public Plot xRange(double from, double to) {
    XYStyler styler = getStyler();
    range(from, to, styler.isXAxisLogarithmic());
    styler.setXAxisMin(from).setXAxisMax(to);
    return this;
  }

  /**
   * Shows this part of the vertical axis, whatever the data.
   *
   * @param from the lower end
   * @param to the upper end
   * @return this chart
   * @throws IllegalArgumentException if a number is not finite, from is not below to, or the axis
   *     is logarithmic and from not above 0
   */
  public Plot yRange(double from, double to) {
    XYStyler styler = getStyler();
    range(from, to, styler.isYAxisLogarithmic());
    styler.setYAxisMin(from).setYAxisMax(to);
    return this;
  }

  static void range(double from, double to, boolean log) {
    Require.finite("from, to", new double[] {from, to});
    Require.that(from < to, "from", from, "a number below to = " + to);
    Require.that(from > 0 || !log, "from", from, "a number above 0 on a logarithmic axis");
  }

  /**
   * Adds the area between two curves, such as two quantiles, in the colour of the next line or
   * points; the outer band first, as a second one is darker.
   *
   * @param name its name in the legend
   * @param x the horizontal coordinates, in order
   * @param low the vertical coordinates of one edge
   * @param high the vertical coordinates of the other
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, the arrays are empty or of
   *     different lengths, or a number is not finite
   */
  public Plot band(String name, double[] x, double[] low, double[] high) {
    Require.finite("x", x);
    Require.finite("low", low);
    Require.finite("high", high);
    sameLength("low", low, x);
    sameLength("high", high, x);
    int n = x.length;
    double[] around = Arrays.copyOf(x, 2 * n);
    double[] edge = Arrays.copyOf(high, 2 * n);
    for (int i = 0; i < n; i++) {
      around[n + i] = x[n - 1 - i];
      edge[n + i] = low[n - 1 - i];
    }
    Color color = Theme.color(series);
    XYSeries band = add(name, around, edge);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setMarker(SeriesMarkers.NONE).setLineStyle(SeriesLines.NONE);
    band.setFillColor(
        new Color(
            color.getRed(),
            color.getGreen(),
            color.getBlue(),
            Math.min(255, FIRST_BAND + NEXT_BAND * bands++)));
    return this;
  }

  /**
   * Puts black rings around points, such as outliers or support vectors.
   *
   * @param name the rings' name in the legend
   * @param x the horizontal coordinates
   * @param y the vertical coordinates; a point with a NaN or infinite one is left out
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or the arrays are empty or of
   *     different lengths
   */
  public Plot marked(String name, double[] x, double[] y) {
    XYSeries rings = add(name, x, y);
    rings.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(Marks.AROUND);
    colour(rings, Color.BLACK);
    return this;
  }

  /**
   * Draws a dashed line at one height, such as a known minimum, with its name written on it. Beyond
   * the vertical axis it does not show.
   *
   * @param name what it is
   * @param y the height
   * @return this chart
   * @throws IllegalArgumentException if the name is blank, or y is not finite
   */
  public Plot horizontal(String name, double y) {
    Require.finite("y", new double[] {y});
    addAnnotation(new ReferenceLine(text("name", name), y, true));
    return this;
  }

  /**
   * Draws a dashed upright line, with its name written on it. Beyond the horizontal axis it does
   * not show.
   *
   * @param name what it is
   * @param x where it stands
   * @return this chart
   * @throws IllegalArgumentException if the name is blank, or x is not finite
   */
  public Plot vertical(String name, double x) {
    Require.finite("x", new double[] {x});
    addAnnotation(new ReferenceLine(text("name", name), x, false));
    return this;
  }

  /** Adds a series that has no entry in the legend and no marker. */
  XYSeries silent(String name, double[] x, double[] y, BasicStroke stroke, Color color) {
    XYSeries line = add(name, x, y);
    line.setMarker(SeriesMarkers.NONE).setLineStyle(stroke).setShowInLegend(false);
    colour(line, color);
    return line;
  }

  private int next() {
    bands = 0;
    return series++;
  }

  final XYSeries add(String name, double[] x, double[] y) {
    text("name", name);
    Require.that(!seriesMap.containsKey(name), "name", name, "a name that is not taken yet");
    Require.nonNull("x", x);
    Require.nonNull("y", y);
    Require.that(x.length > 0, "x", "empty", "at least one point");
    sameLength("y", y, x);
    XYStyler styler = getStyler();
    double[][] shown = shown(name, x, y, styler.isXAxisLogarithmic(), styler.isYAxisLogarithmic());
    XYSeries added = addSeries(name, shown[0], shown[1]);
    added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    return added;
  }

  private static void sameLength(String name, double[] values, double[] x) {
    Require.that(
        values.length == x.length,
        name,
        "of length " + values.length,
        "the length of x, " + x.length);
  }

  static void colour(XYSeries series, Color color) {
    series.setLineColor(color);
    series.setMarkerColor(color);
  }

  static String text(String argument, String value) {
    Require.nonNull(argument, value);
    Require.that(!value.isBlank(), argument, "blank", "words");
    return value;
  }

  private Plot axes(boolean logX, boolean logY) {
    aboveZero("xRange", getStyler().getXAxisMin(), logX);
    aboveZero("yRange", getStyler().getYAxisMin(), logY);
    Map<XYSeries, double[][]> data = new LinkedHashMap<>();
    for (XYSeries each : seriesMap.values()) {
      data.put(each, shown(each.getName(), each.getXData(), each.getYData(), logX, logY));
    }
    data.forEach((each, rows) -> each.replaceData(rows[0], rows[1], each.getExtraValues()));
    getStyler().setXAxisLogarithmic(logX).setYAxisLogarithmic(logY);
    return this;
  }

  private static void aboveZero(String range, Double min, boolean log) {
    Require.that(min == null || min > 0 || !log, range, "from " + min, "one above 0");
  }

  /** Copies of x and y in which NaN, for which XChart leaves a gap, stands for what cannot show. */
  private static double[][] shown(String name, double[] x, double[] y, boolean logX, boolean logY) {
    double[][] shown = {x.clone(), y.clone()};
    boolean any = false;
    for (int i = 0; i < x.length; i++) {
      boolean shows =
          Double.isFinite(x[i])
              && Double.isFinite(y[i])
              && (x[i] > 0 || !logX)
              && (y[i] > 0 || !logY);
      any |= shows;
      if (!shows) {
        shown[0][i] = Double.NaN;
        shown[1][i] = Double.NaN;
      }
    }
    String expected = logX || logY ? "finite numbers above 0" : "finite numbers";
    Require.that(any, name, "without a point that can be shown", expected);
    return shown;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    LogTicks.label(getStyler(), seriesMap.values());
    for (XYSeries each : seriesMap.values()) {
      if (each.getMarker() instanceof SpacedMarker marker) {
        marker.startLine();
      }
    }
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    seriesMap.put(UNEVEN.getName(), UNEVEN);
    try {
      super.paint(g, width, height);
    } finally {
      seriesMap.remove(UNEVEN.getName());
    }
  }
}
