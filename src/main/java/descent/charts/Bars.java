package descent.charts;

import descent.engine.Require;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

/**
 * Bars in groups, one group for each category and in it one bar for each series:
 *
 * <pre>{@code
 * new Bars("One flower", "class", "probability", List.of("setosa", "versicolor", "virginica"))
 *     .bars("T = 1", 0.7, 0.2, 0.1)
 *     .bars("T = 5", 0.4, 0.3, 0.3)
 * }</pre>
 *
 * <p>The bars of a group stand in the order of the legend. Each has its value written at its end,
 * in three digits (whole numbers in all), as long as the bars are wide enough for that.
 */
public final class Bars extends CategoryChart {

  private static final double FILL = 0.8;
  private static final double ROOM = 48; // for numbers above the highest bar and below the lowest
  private static final double MAY_STICK_OUT = 4;
  private static final double OFF = 8;
  private static final Font FONT = Theme.font(Font.PLAIN, 12);

  private final List<String> categories;

  /**
   * Creates a chart of 800 × 500 pixels without bars.
   *
   * @param title what the picture shows
   * @param xTitle what the categories are
   * @param yTitle what the bars' length shows, with its unit
   * @param categories the names of the categories, from left to right
   * @throws IllegalArgumentException if a title or name is null or blank, or there is no category,
   *     or the same one twice
   */
  @SuppressWarnings("this-escape") // XChart is set up through its own methods
  public Bars(String title, String xTitle, String yTitle, List<String> categories) {
    super(Theme.WIDTH, Theme.HEIGHT);
    setTitle(Plot.text("title", title));
    setXAxisTitle(Plot.text("xTitle", xTitle));
    setYAxisTitle(Plot.text("yTitle", yTitle));
    this.categories = names("categories", categories);
    Theme.apply(getStyler());
    getStyler().setAvailableSpaceFill(FILL).setPlotGridVerticalLinesVisible(false);
    legend = new Legend<>(this);
  }

  /** A copy of a list of names, none of them blank and none twice. */
  static List<String> names(String argument, List<String> names) {
    Require.nonNull(argument, names);
    Require.that(!names.isEmpty(), argument, "empty", "at least one name");
    names.forEach(name -> Plot.text("a name of " + argument, name));
    Require.that(new HashSet<>(names).size() == names.size(), argument, names, "names that differ");
    return List.copyOf(names);
  }

  /**
   * Adds a bar to each group.
   *
   * @param name the bars' name in the legend
   * @param values the bars' lengths, one for each category
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, or there are not as many values
   *     as categories, or one is not finite
   */
  public Bars bars(String name, double... values) {
    Plot.text("name", name);
    Require.that(!seriesMap.containsKey(name), "name", name, "a name that is not taken yet");
    Require.finite("values", values);
    Require.that(
        values.length == categories.size(),
        "values",
        "of length " + values.length,
        "one for each of " + categories.size() + " categories");
    addSeries(name, categories, Arrays.stream(values).boxed().toList());
    return this;
  }

  /**
   * Shows this part of the vertical axis, whatever the data: for charts that are compared, and for
   * the frames of an {@link Animation}.
   *
   * @param from the lower end, 0 or below, as bars begin at 0
   * @param to the upper end, 0 or above
   * @return this chart
   * @throws IllegalArgumentException if from is not below to, or 0 is not within them
   */
  public Bars yRange(double from, double to) {
    Plot.range(from, to, false);
    Require.that(from <= 0, "from", from, "0 or below");
    Require.that(to >= 0, "to", to, "0 or above");
    getStyler().setYAxisMin(from).setYAxisMax(to);
    return this;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    double content = 1 - ROOM / height;
    getStyler().setPlotContentSize(content);
    super.paint(g, width, height);
    Rectangle2D area = plot.getBounds();
    double group = content * area.getWidth() / categories.size();
    double bar = FILL * group / Math.max(1, seriesMap.size());
    boolean fits =
        seriesMap.values().stream()
            .flatMapToDouble(series -> Arrays.stream(series.getYData()))
            .allMatch(value -> Theme.width(LogTicks.number(value), FONT) <= bar + MAY_STICK_OUT);
    if (fits) {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(getStyler().getChartFontColor());
      double x = area.getX() + area.getWidth() * (1 - content) / 2 + group * (1 - FILL) / 2;
      for (CategorySeries series : seriesMap.values()) {
        write(g, series.getYData(), x + bar / 2, group);
        x += bar;
      }
    }
  }

  private void write(Graphics2D g, double[] values, double first, double group) {
    for (int k = 0; k < values.length; k++) {
      String text = LogTicks.number(values[k]);
      double x = first + k * group - Theme.width(text, FONT) / 2;
      double off = values[k] < 0 ? OFF : -OFF;
      Theme.write(g, text, FONT, x, getScreenYFromChart(values[k]) + off);
    }
  }
}
