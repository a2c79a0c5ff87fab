package descent.charts;

import descent.engine.Require;
import descent.objectives.Objective;
import descent.training.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The iso-lines of an objective of two parameters, dark where it is small, and the paths that
 * optimizers take over them:
 *
 * <pre>{@code
 * new Contour("Rosenbrock's valley", rosenbrock, -2, 2, -1, 3)
 *     .minimum(1, 1)
 *     .path("rate 0.001", history)
 * }</pre>
 *
 * <p>The levels are round numbers that part the area into similar shares. A path is cut off where
 * it leaves the rectangle. One unit is as long on both axes, so that a gradient stands at right
 * angles to its iso-line, unless one side is more than three times the other.
 */
public final class Contour extends Plot {

  private static final Color LOW = new Color(0x3D3A36);
  private static final Color HIGH = new Color(0xCFCBC5);
  private static final BasicStroke ISO_LINE = Theme.stroke(1.1f);
  private static final BasicStroke HALO = Theme.stroke(5);

  private final Rectangle rectangle;
  private final List<Path> paths = new ArrayList<>();

  /** A path as it was given, and as it is drawn. */
  record Path(String name, double[][] points, double[][] line) {}

  /**
   * Creates a chart of the iso-lines alone.
   *
   * @param title what the picture shows
   * @param objective a function of two parameters; where it is not finite there are no lines
   * @param x0 the smallest θ₁
   * @param x1 the largest θ₁
   * @param y0 the smallest θ₂
   * @param y1 the largest θ₂
   * @throws IllegalArgumentException if an argument is null, blank or not finite, x0 is not below
   *     x1 or y0 not below y1, or the objective is constant or nowhere finite
   */
  public Contour(String title, Objective objective, double x0, double x1, double y0, double y1) {
    this(title, Require.nonNull("objective", objective), new Rectangle(x0, x1, y0, y1));
  }

  private Contour(String title, Objective objective, Rectangle rectangle) {
    super(title, "θ₁", "θ₂", rectangle.chartWidth(), rectangle.chartHeight());
    this.rectangle = rectangle;
    getStyler().setXAxisMin(rectangle.x0()).setXAxisMax(rectangle.x1());
    getStyler().setYAxisMin(rectangle.y0()).setYAxisMax(rectangle.y1());
    getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1);
    Grid grid = Grid.of(objective, rectangle);
    double[] levels = grid.levels();
    LevelLabels labels = new LevelLabels(paths);
    for (int k = 0; k < levels.length; k++) {
      List<double[][]> lines = IsoLines.at(levels[k], grid.x(), grid.y(), grid.values());
      if (!lines.isEmpty()) {
        Color color = between(LOW, HIGH, (double) k / levels.length);
        String level = LogTicks.plain(levels[k]);
        double[][] line = IsoLines.joined(lines);
        silent("level " + level, line[0], line[1], ISO_LINE, color);
        labels.add(level, line, color);
      }
    }
    addAnnotation(labels);
  }

  /**
   * Adds the path of a run.
   *
   * @param name its name in the legend
   * @param history what happened in it; it must have kept the path
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or the path is empty or not of
   *     two parameters
   */
  public Contour path(String name, History history) {
    return path(name, Require.nonNull("history", history).path());
  }

  /**
   * Adds a path: its points as dots where they lie apart, its start as a ring, its end as a
   * diamond.
   *
   * @param name its name in the legend
   * @param path the points θ₀, θ₁, … in order; what follows one that is not finite is left out
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, the path is empty or not of two
   *     parameters, or no part of it lies in the rectangle
   */
  public Contour path(String name, double[][] path) {
    Require.nonNull("path", path);
    Require.that(path.length > 0, "path", "empty", "at least one point (did the run keep it?)");
    for (double[] point : path) {
      Require.that(point.length == 2, "path", "of " + point.length + " parameters", "two");
    }
    double[][] line = rectangle.cut(path);
    Require.that(line[0].length > 0, "path", "outside of " + rectangle, "a path that enters it");
    Color color = Theme.color(paths.size());
    XYSeries series = add(name, line[0], line[1]);
    series.setMarker(SeriesMarkers.NONE).setLineStyle(Theme.LINE);
    colour(series, color);
    seriesMap.remove(name); // its halo comes first
    silent(name + ", halo", line[0], line[1], HALO, Color.WHITE);
    seriesMap.put(name, series);
    double[][] inside = rectangle.inside(path);
    if (inside[0].length > 0) {
      mark(name + ", steps", inside, new SpacedMarker(Marks.DOT, 0, 9), color, false);
    }
    ends(name, path, color);
    paths.add(new Path(name, path, line));
    fit();
    return this;
  }

  private void ends(String name, double[][] path, Color color) {
    double[] start = path[0];
    double[] end = path[path.length - 1];
    if (rectangle.contains(start)) {
      boolean first = !seriesMap.containsKey("start");
      mark(first ? "start" : name + ", start", column(start), Marks.RING, Color.BLACK, first);
    }
    if (rectangle.contains(end)) {
      boolean first = !seriesMap.containsKey("end");
      mark(first ? "end" : name + ", end", column(end), Marks.END, color, first);
    }
  }

  /**
   * Marks a minimiser with a star.
   *
   * @param theta1 its θ₁
   * @param theta2 its θ₂
   * @return this chart
   * @throws IllegalArgumentException if it lies outside of the rectangle
   */
  public Contour minimum(double theta1, double theta2) {
    double[] point = {theta1, theta2};
    String text = Arrays.toString(point);
    Require.that(rectangle.contains(point), "minimum", text, "a point inside " + rectangle);
    boolean first = !seriesMap.containsKey("minimum");
    mark(first ? "minimum" : "minimum " + text, column(point), Marks.STAR, Color.BLACK, first);
    fit();
    return this;
  }

  List<Path> paths() {
    return paths;
  }

  private void mark(String name, double[][] points, Marker marker, Color color, boolean legend) {
    XYSeries marks = add(name, points[0], points[1]);
    marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setShowInLegend(legend);
    marks.setMarker(marker);
    colour(marks, color);
  }

  /** Makes room for the legend, so that the plot keeps its shape. */
  private void fit() {
    setHeight(rectangle.chartHeight() + (int) legend.getBounds().getHeight());
  }

  private static double[][] column(double[] point) {
    return new double[][] {{point[0]}, {point[1]}};
  }

  private static Color between(Color from, Color to, double t) {
    return new Color(
        (int) (from.getRed() + t * (to.getRed() - from.getRed())),
        (int) (from.getGreen() + t * (to.getGreen() - from.getGreen())),
        (int) (from.getBlue() + t * (to.getBlue() - from.getBlue())));
  }
}
