package descent.charts;

import descent.engine.Require;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;

/**
 * A table of numbers whose cells are the darker the larger the number is, such as a confusion
 * matrix or the logits of some rows:
 *
 * <pre>{@code
 * new Heatmap("50 cats, 50 dogs", "predicted", "true", animals, animals, new double[][] {{48, 2}, {5, 45}})
 * }</pre>
 *
 * <p>Rows stand from top to bottom, as in a table. The numbers are written into the cells, in three
 * digits, whole ones in all, unless other texts are; the colour is one hue, from white for the
 * smallest to a blue on which they are readable.
 */
public final class Heatmap extends HeatMapChart {

  private static final Color SMALLEST = new Color(0xF4F8FC);
  private static final Color LARGEST = new Color(0x3D97CC);

  private static final BasicStroke BORDER = new BasicStroke(2);
  private static final Font FONT = Theme.font(Font.PLAIN, 15);
  private static final Font NAMES = Theme.font(Font.PLAIN, 14);
  private static final int CELL_WIDTH = 100;
  private static final int CELL_HEIGHT = 64;
  private static final int GAP = 24;
  private static final int BESIDE = 64;
  private static final int ABOVE_AND_BELOW = 95;

  private final double[][] values;
  private final String[][] texts;

  /**
   * Creates the chart, as large as its cells need.
   *
   * @param title what the picture shows
   * @param xTitle what the columns are
   * @param yTitle what the rows are
   * @param rowNames the names of the rows, from top to bottom
   * @param columnNames the names of the columns, from left to right
   * @param values the numbers: values[row][column]
   * @throws IllegalArgumentException if a title or name is null or blank, a name is there twice, a
   *     number is not finite, or there are not as many numbers as names
   */
  @SuppressWarnings("this-escape") // XChart is set up through its own methods
  public Heatmap(
      String title,
      String xTitle,
      String yTitle,
      List<String> rowNames,
      List<String> columnNames,
      double[][] values) {
    super(
        width(Bars.names("rowNames", rowNames), Bars.names("columnNames", columnNames)),
        ABOVE_AND_BELOW + CELL_HEIGHT * rowNames.size(),
        ChartTheme.XChart);
    setTitle(Plot.text("title", title));
    setXAxisTitle(Plot.text("xTitle", xTitle));
    setYAxisTitle(Plot.text("yTitle", yTitle));
    Theme.apply(getStyler());
    getStyler().setRangeColors(new Color[] {SMALLEST, LARGEST});
    getStyler().setPlotGridLinesVisible(false).setYAxisLabelAlignment(TextAlignment.Right);
    getStyler().setXAxisTickMarkSpacingHint(1).setYAxisTickMarkSpacingHint(1); // every name
    getStyler().setPlotContentSize(1).setLegendVisible(false);
    List<String> upwards = new ArrayList<>(rowNames);
    Collections.reverse(upwards); // XChart's rows begin at the bottom
    addSeries("values", columnNames, upwards, cells(rowNames.size(), columnNames.size(), values));
    this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    this.texts =
        Arrays.stream(values)
            .map(row -> Arrays.stream(row).mapToObj(LogTicks::number).toArray(String[]::new))
            .toArray(String[][]::new);
  }

  /**
   * Writes something else into the cells than their numbers, such as the direction of an arrow.
   *
   * @param texts what to write: texts[row][column]
   * @return this chart
   * @throws IllegalArgumentException if there are not as many texts as numbers, or one is null
   */
  public Heatmap write(String[][] texts) {
    Require.nonNull("texts", texts);
    Require.that(
        texts.length == values.length, "texts", "of " + texts.length + " rows", "" + values.length);
    for (int row = 0; row < texts.length; row++) {
      String name = "texts[" + row + "]";
      int length = Require.nonNull(name, texts[row]).length;
      Require.that(
          length == values[row].length, name, "of length " + length, "" + values[row].length);
      for (int column = 0; column < length; column++) {
        this.texts[row][column] = Require.nonNull(name + "[" + column + "]", texts[row][column]);
      }
    }
    return this;
  }

  private static int width(List<String> rowNames, List<String> columnNames) {
    return BESIDE
        + widest(rowNames)
        + columnNames.size() * Math.max(CELL_WIDTH, GAP + widest(columnNames));
  }

  private static int widest(List<String> names) {
    return (int) names.stream().mapToDouble(name -> Theme.width(name, NAMES)).max().orElseThrow();
  }

  private static List<Number[]> cells(int rows, int columns, double[][] values) {
    Require.nonNull("values", values);
    Require.that(values.length == rows, "values", "of " + values.length + " rows", "" + rows);
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String name = "values[" + row + "]";
      double[] numbers = Require.finite(name, values[row]);
      Require.that(numbers.length == columns, name, "of length " + numbers.length, "" + columns);
      for (int column = 0; column < columns; column++) {
        cells.add(new Number[] {column, rows - 1 - row, numbers[column]});
      }
    }
    return cells;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Rectangle2D area = plot.getBounds();
    double cellHeight = area.getHeight() / values.length;
    double cellWidth = area.getWidth() / values[0].length;
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        double x = area.getX() + column * cellWidth;
        double y = area.getY() + row * cellHeight;
        g.setColor(Color.WHITE);
        g.setStroke(BORDER);
        g.draw(new Rectangle2D.Double(x, y, cellWidth, cellHeight));
        g.setColor(Color.BLACK);
        String text = texts[row][column];
        if (!text.isBlank()) {
          double left = x + (cellWidth - Theme.width(text, FONT)) / 2;
          Theme.write(g, text, FONT, left, y + cellHeight / 2);
        }
      }
    }
  }
}
