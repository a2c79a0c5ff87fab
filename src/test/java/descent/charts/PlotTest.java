package descent.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

  private static final double[] X = {0, 1, 2, 3};
  private static final double[] Y = {1, 3, 2, 5};

  @Test
  void pointsAndLineAppearInOrderInTheirColours() throws Exception {
    Plot plot = new Plot("Households", "income", "food").points("data", X, Y).line("fit", X, X);

    BufferedImage image = Pictures.drawn(plot);

    assertEquals(800, image.getWidth());
    assertEquals(500, image.getHeight());
    assertEquals(List.of("data", "fit"), Pictures.legend(plot));
    assertEquals("Households", plot.getTitle());
    assertEquals("income", plot.getXAxisTitle());
    assertEquals("food", plot.getYAxisTitle());
    for (int series = 0; series < 2; series++) {
      assertTrue(Pictures.count(image, Theme.color(series), 0, 440) > 20, "in the plot");
      assertTrue(Pictures.count(image, Theme.color(series), 460, 500) > 20, "in the legend");
    }
  }

  @Test
  void theArraysAreCopied() {
    double[] y = {1, 2, Double.NaN, 4};
    Plot plot = new Plot("t", "x", "y").line("l", X, y);
    y[0] = 7;
    assertEquals(1, plot.getSeries("l").getYData()[0]);
  }

  @Test
  void whatALogarithmicAxisCannotShowLeavesAGap() throws Exception {
    Plot plot = new Plot("t", "x", "y").logY().line("l", X, new double[] {1, 0, -2, 1e-5}).logX();
    double nan = Double.NaN;
    assertArrayEquals(new double[] {nan, nan, nan, 1e-5}, plot.getSeries("l").getYData());
    Pictures.drawn(plot);
  }

  @Test
  void aLogarithmicAxisWithNothingToShowIsRefused() {
    Plot plot = new Plot("t", "x", "y").line("falling", X, new double[] {0, -1, -2, -3});
    assertTrue(
        assertThrows(IllegalArgumentException.class, plot::logY).getMessage().contains("falling"));
    assertArrayEquals(new double[] {0, -1, -2, -3}, plot.getSeries("falling").getYData());
  }

  @Test
  void aRangeIsShownWhateverTheData() throws Exception {
    Plot plot = new Plot("t", "x", "y").xRange(-10, 10).yRange(-1, 8).line("l", X, Y);
    Pictures.drawn(plot);
    assertBetween(40, plot.getScreenXFromChart(-10), 90);
    assertBetween(760, plot.getScreenXFromChart(10), 800);
    assertBetween(40, plot.getScreenYFromChart(8), 70);
    assertBetween(380, plot.getScreenYFromChart(-1), 440);
  }

  @Test
  void aBandHasTheColourOfItsLineAndAnEntryInTheLegend() throws Exception {
    double[] low = {0, 1, 1, 3};
    double[] high = {2, 4, 4, 6};
    Plot plot = new Plot("t", "x", "y").band("90 %", X, low, high).line("median", X, Y);

    BufferedImage image = Pictures.drawn(plot);

    assertEquals(List.of("90 %", "median"), Pictures.legend(plot));
    assertArrayEquals(new double[] {2, 4, 4, 6, 3, 1, 1, 0}, plot.getSeries("90 %").getYData());
    int x = (int) plot.getScreenXFromChart(1.5);
    Color inside = new Color(image.getRGB(x, (int) plot.getScreenYFromChart(3.7)));
    assertTrue(inside.getBlue() > inside.getRed() + 30, inside.toString());
    assertEquals(Color.WHITE.getRGB(), image.getRGB(x, (int) plot.getScreenYFromChart(4.7)));
    assertTrue(Pictures.count(image, Theme.color(0), 0, 440) > 300, "the median");
  }

  @Test
  void markedPointsHaveRingsAroundThem() throws Exception {
    Plot plot = new Plot("t", "x", "y").points("data", X, Y);
    BufferedImage without = Pictures.drawn(plot);
    BufferedImage with = Pictures.drawn(plot.marked("outlier", new double[] {1}, new double[] {3}));
    assertEquals(List.of("data", "outlier"), Pictures.legend(plot));
    int x = (int) plot.getScreenXFromChart(1);
    int y = (int) plot.getScreenYFromChart(3);
    assertEquals(Theme.color(0).getRGB(), with.getRGB(x, y), "the point shows");
    assertTrue(dark(with, x - 10, y - 10, 20, 20) > dark(without, x - 10, y - 10, 20, 20) + 30);
  }

  @Test
  void referenceLinesCrossThePlotUnlessTheyLieBeyondIt() throws Exception {
    Plot plot = new Plot("t", "x", "y").points("data", X, Y);
    BufferedImage without = Pictures.drawn(plot);
    BufferedImage with = Pictures.drawn(plot.horizontal("minimum", 4).vertical("mean", 0.5));
    int x = (int) plot.getScreenXFromChart(0.5);
    int y = (int) plot.getScreenYFromChart(4);
    assertTrue(dark(with, 80, y - 2, 700, 4) > dark(without, 80, y - 2, 700, 4) + 300);
    assertTrue(dark(with, x - 2, 50, 4, 350) > dark(without, x - 2, 50, 4, 350) + 150);
    plot = new Plot("t", "x", "y").points("data", X, Y).horizontal("high", 99).vertical("far", -9);
    assertArrayEquals(pixels(without), pixels(Pictures.drawn(plot)));
  }

  @Test
  void aReferenceLineStandsAtItsValueOnALogarithmicAxisToo() throws Exception {
    Plot plot = new Plot("t", "x", "y").points("data", X, Y).logY();
    BufferedImage without = Pictures.drawn(plot);
    BufferedImage with = Pictures.drawn(plot.horizontal("here", 2.5).horizontal("below", -1));
    int y = (int) plot.getScreenYFromChart(2.5);
    assertTrue(dark(with, 80, y - 2, 700, 4) > dark(without, 80, y - 2, 700, 4) + 300);
    assertEquals(dark(with, 80, y + 9, 700, 50), dark(without, 80, y + 9, 700, 50));
  }

  private static long dark(BufferedImage image, int x, int y, int width, int height) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
        .filter(rgb -> (rgb & 0xff) < 140 && (rgb >> 16 & 0xff) < 140)
        .count();
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static void assertBetween(double low, double value, double high) {
    assertTrue(low < value && value < high, low + " < " + value + " < " + high);
  }

  @Test
  void aLongLegendTakesMoreRowsAndHidesNothing() throws Exception {
    Plot plot = new Plot("t", "x", "y");
    for (int k = 0; k < 7; k++) {
      plot.line("a rather long name of the optimizer " + k, X, Y);
    }
    BufferedImage image = Pictures.drawn(plot);
    double plotBottom = plot.getScreenYFromChart(1);
    for (int k = 0; k < 7; k++) {
      assertTrue(Pictures.count(image, Theme.color(k), (int) plotBottom + 30, 500) > 20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 10⁰",
    "0.1, 5, 10⁻¹",
    "0.1, 3, 0.1",
    "10000, 8, 10⁴",
    "0.001, 8, 10⁻³",
    "3e-7, 0.5, 3·10⁻⁷",
    "2, 1, 2",
    "7, 1, ''",
    "7, 0.5, 7",
    "1e-6, 20, 10⁻⁶",
    "1e-7, 20, ''"
  })
  void logarithmicAxesHaveReadableLabels(double value, double decades, String label) {
    assertEquals(label, new LogTicks(decades).apply(value));
  }

  @ParameterizedTest
  @CsvSource({"12345, 12345", "-7, -7", "1e6, 1·10⁶", "12345.6, 12300", "0, 0", "-0.5, -0.5"})
  void numbersInChartsHaveThreeDigitsAndCountsAll(double value, String text) {
    assertEquals(text, LogTicks.number(value));
  }

  @Test
  void badInputIsRefused() {
    assertRefused("title", () -> new Plot(" ", "x", "y"));
    assertRefused("xTitle", () -> new Plot("t", null, "y"));
    assertRefused("yTitle", () -> new Plot("t", "x", ""));
    Plot plot = new Plot("t", "x", "y").line("l", X, Y);
    assertRefused("name is l", () -> plot.points("l", X, Y));
    assertRefused("name", () -> plot.line(" ", X, Y));
    assertRefused("x is null", () -> plot.line("m", null, Y));
    assertRefused("y is of length 1", () -> plot.line("m", X, new double[1]));
    assertRefused("x is empty", () -> plot.line("m", new double[0], new double[0]));
    assertEquals(List.of("l"), Pictures.legend(plot));
    assertRefused("from is 2.0", () -> plot.xRange(2, 2));
    assertRefused("NaN", () -> plot.yRange(0, Double.NaN));
    assertRefused("xRange is from -1.0", () -> plot.xRange(-1, 1).logX());
    assertRefused("low is of length 1", () -> plot.band("b", X, new double[1], Y));
    assertRefused("high[0]", () -> plot.band("b", X, Y, new double[] {Double.NaN, 1, 1, 1}));
    assertRefused("name", () -> plot.marked("l", X, Y));
    assertRefused("name is blank", () -> plot.horizontal(" ", 1));
    assertRefused("x[0]", () -> plot.vertical("v", Double.NaN));
    Plot log = new Plot("t", "x", "y").logY();
    assertRefused("from is 0.0", () -> log.yRange(0, 1));
  }

  static void assertRefused(String part, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(part), message);
  }
}
