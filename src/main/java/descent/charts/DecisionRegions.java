package descent.charts;

import descent.engine.Require;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/**
 * What a classifier decides for each pair of two features, as the ground, and the data over it:
 *
 * <pre>{@code
 * new DecisionRegions("Linear SVM", "radius", "texture", 5, 30, 5, 40)
 *     .score((x1, x2) -> w1 * x1 + w2 * x2 + b, 0, -1, 1)
 *     .points("benign", radius0, texture0)
 *     .points("malignant", radius1, texture1)
 *     .marked("support vectors", radius2, texture2)
 * }</pre>
 *
 * <p>Regions and points have the same colours in the same order: first the class below the
 * boundary, or class 0, then the next. Points outside of the rectangle are not seen. One unit is as
 * long on both axes, unless one side is more than three times the other.
 */
public final class DecisionRegions extends Plot {

  private static final BasicStroke BOUNDARY = Theme.stroke(2.2f);
  private static final BasicStroke LEVEL = Theme.stroke(1.1f);
  private static final Color INK = new Color(0x333333);

  private final Rectangle rectangle;
  private final LevelLabels labels = new LevelLabels();

  /**
   * Creates a chart without regions.
   *
   * @param title what the picture shows
   * @param xTitle the first feature, with its unit
   * @param yTitle the second feature, with its unit
   * @param x0 the smallest value of the first feature
   * @param x1 the largest value of the first feature
   * @param y0 the smallest value of the second feature
   * @param y1 the largest value of the second feature
   * @throws IllegalArgumentException if a title is null or blank, a number is not finite, x0 is not
   *     below x1 or y0 not below y1
   */
  public DecisionRegions(
      String title, String xTitle, String yTitle, double x0, double x1, double y0, double y1) {
    this(title, xTitle, yTitle, new Rectangle(x0, x1, y0, y1));
  }

  private DecisionRegions(String title, String xTitle, String yTitle, Rectangle rectangle) {
    super(title, xTitle, yTitle, rectangle.chartWidth(), rectangle.chartHeight());
    this.rectangle = rectangle;
    getStyler().setXAxisMin(rectangle.x0()).setXAxisMax(rectangle.x1());
    getStyler().setYAxisMin(rectangle.y0()).setYAxisMax(rectangle.y1());
    getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1);
    addAnnotation(labels);
  }

  /**
   * Shows the two sides of a score, such as a logit, a margin or a probability, and the lines along
   * which it takes some values, with these written on them.
   *
   * @param score the score of a pair of features
   * @param boundary the score from which on it is the second class: a bold line
   * @param levels other scores that get a thin line
   * @return this chart
   * @throws IllegalArgumentException if the chart has its regions already, or the score or a level
   *     is not finite somewhere
   */
  public DecisionRegions score(DoubleBinaryOperator score, double boundary, double... levels) {
    Require.nonNull("score", score);
    Require.finite("boundary", new double[] {boundary});
    for (double level : Require.nonNull("levels", levels)) {
      Require.finite("levels", new double[] {level});
    }
    Grid grid = grid((x1, x2) -> score.applyAsDouble(x1, x2) - boundary);
    ground(List.of(grid));
    for (double level : levels) {
      labels.add(LogTicks.plain(level), line(grid, level - boundary, LEVEL), INK);
    }
    labels.add(LogTicks.plain(boundary), line(grid, 0, BOUNDARY), INK);
    return this;
  }

  /**
   * Shows for each class where its score is the largest.
   *
   * @param scores the scores of a pair of features, one for each class, such as logits
   * @return this chart
   * @throws IllegalArgumentException if the chart has its regions already, or a score is not finite
   *     somewhere
   */
  public DecisionRegions classes(BiFunction<Double, Double, double[]> scores) {
    Require.nonNull("scores", scores);
    int classes = scores.apply(rectangle.x0(), rectangle.y0()).length;
    Require.that(
        classes > 1, "scores", "of length " + classes, "one for each of 2 classes or more");
    Grid[] from = new Grid[classes - 1];
    for (int k = 1; k < classes; k++) {
      int first = k;
      from[k - 1] = grid((x1, x2) -> lead(scores.apply(x1, x2), first));
    }
    ground(List.of(from));
    for (Grid grid : from) {
      line(grid, 0, LEVEL);
    }
    return this;
  }

  /** By how much the best of the classes from one on is ahead of the best before it. */
  private static double lead(double[] scores, int first) {
    return Arrays.stream(scores, first, scores.length).max().orElseThrow()
        - Arrays.stream(scores, 0, first).max().orElseThrow();
  }

  @Override
  public DecisionRegions points(String name, double[] x, double[] y) {
    super.points(name, x, y);
    labels.avoid(new double[][] {x.clone(), y.clone()});
    fit();
    return this;
  }

  @Override
  public DecisionRegions marked(String name, double[] x, double[] y) {
    super.marked(name, x, y);
    fit();
    return this;
  }

  /** Makes room for the legend, so that the plot keeps its shape. */
  private void fit() {
    setHeight(rectangle.chartHeight() + (int) legend.getBounds().getHeight());
  }

  private Grid grid(DoubleBinaryOperator score) {
    Grid grid = Grid.of((p, gradient) -> score.applyAsDouble(p[0], p[1]), rectangle);
    for (double[] row : grid.values()) {
      Require.finite("score", row);
    }
    return grid;
  }

  /** Paints the ground: class 0 everywhere, over it class 1 and those after it, and so on. */
  private void ground(List<Grid> from) {
    double[] x = {rectangle.x0(), rectangle.x1()};
    double[] y = {rectangle.y0(), rectangle.y1()};
    XYSeries ground = add("regions", x, y);
    ground.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setShowInLegend(false);
    ground.setMarker(new Ground(rectangle, from));
  }

  /** Draws the line of one level, and returns it. */
  private double[][] line(Grid grid, double level, BasicStroke stroke) {
    List<double[][]> lines = IsoLines.at(level, grid.x(), grid.y(), grid.values());
    double[][] line = IsoLines.joined(lines);
    if (!lines.isEmpty()) {
      silent("line " + seriesMap.size(), line[0], line[1], stroke, INK);
    }
    return line;
  }
}
