package descent.charts;

import descent.engine.Require;
import descent.objectives.Objective;
import descent.training.History;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;

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
  private static final int STEP_SPACING = 9;

  /** The names of the marks, which no path's name is likely to be: legends show them stripped. */
  private static final String START = "start ";

  private static final String MINIMUM = "minimum ";

  private final Grid grid;
  private final Rectangle rectangle;
  private final LevelLabels labels = new LevelLabels();
  private final Map<String, double[][]> paths = new LinkedHashMap<>();
  private final List<double[]> starts = new ArrayList<>();
  private final List<double[]> minima = new ArrayList<>();

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
    this(title, Grid.of(objective, rectangle), rectangle);
  }

  private Contour(String title, Grid grid, Rectangle rectangle) {
    super(title, "θ₁", "θ₂", rectangle.chartWidth(), rectangle.chartHeight());
    this.grid = grid;
    this.rectangle = rectangle;
    getStyler().setXAxisMin(rectangle.x0()).setXAxisMax(rectangle.x1());
    getStyler().setYAxisMin(rectangle.y0()).setYAxisMax(rectangle.y1());
    getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1);
    double[] levels = grid.levels();
    for (int k = 0; k < levels.length; k++) {
      List<double[][]> lines = IsoLines.at(levels[k], grid.x(), grid.y(), grid.values());
      if (!lines.isEmpty()) {
        Color color = between(LOW, HIGH, (double) k / levels.length);
        String level = LogTicks.plain(levels[k]);
        double[][] line = IsoLines.joined(lines);
        XYSeries isoLine = silent("level " + level, line[0], line[1], ISO_LINE, color);
        isoLine.setLabel("equal f(θ)").setShowInLegend(k == 0);
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
    draw(name, path, line);
    fit();
    return this;
  }

  private void draw(String name, double[][] path, double[][] line) {
    Color color = Theme.color(paths.size());
    XYSeries series = add(name, line[0], line[1]);
    series.setMarker(SpacedMarker.onlyInLegend(Marks.END)).setLineStyle(Theme.LINE);
    colour(series, color);
    seriesMap.remove(name); // so that its halo comes first
    silent(name + ", halo", line[0], line[1], HALO, Color.WHITE);
    seriesMap.put(name, series);
    mark(name + ", steps", List.of(path), new SpacedMarker(Marks.DOT, 0, STEP_SPACING), color);
    mark(name + ", end", List.of(path[path.length - 1]), Marks.END, color);
    paths.put(name, path);
    starts.add(path[0]);
    labels.avoid(line);
    marksOnTop();
  }

  /**
   * Marks a minimiser with a cross.
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
    minima.add(point);
    marksOnTop();
    fit();
    return this;
  }

  /** The number of steps of the longest path. */
  int steps() {
    return paths.values().stream().mapToInt(path -> path.length - 1).max().orElse(0);
  }

  /** The same chart when no path has got farther than a step. */
  Contour upTo(int step) {
    Contour then = new Contour(getTitle(), grid, rectangle);
    then.setXAxisTitle(getXAxisTitle());
    then.setYAxisTitle(getYAxisTitle());
    then.minima.addAll(minima);
    for (double[][] path : paths.values()) {
      then.labels.avoid(rectangle.cut(path)); // so that the labels do not move later
    }
    paths.forEach(
        (name, path) -> {
          double[][] part = Arrays.copyOf(path, Math.min(step + 1, path.length));
          then.draw(name, part, rectangle.cut(part));
        });
    then.setHeight(getHeight());
    return then;
  }

  /** Draws starts and minimisers anew, each kind as one series, so that no path hides them. */
  private void marksOnTop() {
    seriesMap.remove(START);
    seriesMap.remove(MINIMUM);
    mark(START, starts, Marks.RING, Color.BLACK);
    mark(MINIMUM, minima, Marks.CROSS, Color.BLACK);
  }

  /** Marks the points that lie inside the rectangle, if any. */
  private void mark(String name, List<double[]> points, Marker marker, Color color) {
    double[][] inside = rectangle.inside(points);
    if (inside[0].length > 0) {
      XYSeries marks = add(name, inside[0], inside[1]);
      marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(marker);
      marks.setShowInLegend(name.equals(START) || name.equals(MINIMUM));
      marks.setLabel(name.strip());
      colour(marks, color);
    }
  }

  /** Makes room for the legend, so that the plot keeps its shape. */
  private void fit() {
    setHeight(rectangle.chartHeight() + (int) legend.getBounds().getHeight());
  }

  private static Color between(Color from, Color to, double t) {
    return new Color(
        (int) (from.getRed() + t * (to.getRed() - from.getRed())),
        (int) (from.getGreen() + t * (to.getGreen() - from.getGreen())),
        (int) (from.getBlue() + t * (to.getBlue() - from.getBlue())));
  }
}
