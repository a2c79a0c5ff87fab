package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapTest {

  private static final Color SMALLEST = new Color(0xF4F8FC);
  private static final Color LARGEST = new Color(0x3D97CC);

  private static Heatmap chart(double[]... values) {
    return new Heatmap("T", "column", "row", List.of("1", "2"), List.of("a", "b", "c"), values);
  }

  @Test
  void theFirstRowIsAtTheTopAndTheLargestNumberDark() throws Exception {
    Heatmap chart = chart(new double[] {0, 9, 0}, new double[] {0, 0, 4});

    BufferedImage image = Pictures.drawn(chart);

    assertEquals("column", chart.getXAxisTitle());
    assertEquals("row", chart.getYAxisTitle());
    int middle = 45 + 64; // the border between the rows
    long cell = Pictures.count(image, LARGEST, 0, middle);
    assertTrue(cell > 4000, cell + " pixels are dark");
    assertEquals(0, Pictures.count(image, LARGEST, middle, image.getHeight()));
    assertEquals(2.0, (double) Pictures.count(image, SMALLEST, 0, middle) / cell, 0.1);
    assertEquals(
        2.0, (double) Pictures.count(image, SMALLEST, middle, image.getHeight()) / cell, 0.1);
  }

  @Test
  void everyRowHasItsName() throws Exception {
    List<String> names = List.of("one", "two", "three", "four", "five", "six", "seven");
    BufferedImage image =
        Pictures.drawn(new Heatmap("T", "x", "y", names, List.of("v"), new double[7][1]));
    for (int row = 0; row < 7; row++) {
      int top = 50 + row * 64; // of the name, more or less
      assertTrue(dark(image, 30, top, 50, 44) > 20, "the name of row " + row);
    }
  }

  private static long dark(BufferedImage image, int x, int y, int width, int height) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
        .filter(rgb -> (rgb & 0xff) < 100)
        .count();
  }

  @Test
  void longNamesTakeNothingFromTheCells() throws Exception {
    List<String> names = List.of("a quite remarkably long name of a class", "b");
    double[][] values = {{1, 0}, {0, 1}};
    BufferedImage image = Pictures.drawn(new Heatmap("T", "x", "y", names, names, values));
    assertTrue(Pictures.count(image, LARGEST, 0, image.getHeight()) > 2 * 280 * 60);
  }

  @Test
  void theNumbersAreCopied() throws Exception {
    double[] row = {1, 2, 3};
    Heatmap chart = chart(row, new double[] {4, 5, 6});
    int[] before = pixels(chart);
    row[0] = 77;
    assertArrayEquals(before, pixels(chart));
  }

  private static int[] pixels(Heatmap chart) throws Exception {
    BufferedImage image = Pictures.drawn(chart);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void textsMayTakeTheNumbersPlace() throws Exception {
    int[] numbers = pixels(chart(new double[] {1, 1, 1}, new double[] {1, 1, 1}));
    String[][] same = {{"1", "1", "1"}, {"1", "1", "1"}};
    assertArrayEquals(numbers, pixels(ones().write(same)));
    String[][] none = {{"", " ", ""}, {"", "", ""}};
    BufferedImage empty = Pictures.drawn(ones().write(none));
    assertEquals(0, dark(empty, 100, 50, 250, 120), "blank cells");
    String[][] arrows = {{"", "", ""}, {"", "→ 0.5", ""}};
    assertTrue(dark(Pictures.drawn(ones().write(arrows)), 100, 50, 250, 120) > 20);
    assertRefused("texts is null", () -> ones().write(null));
    assertRefused("texts is of 1 rows; expected 2", () -> ones().write(new String[1][3]));
    assertRefused("texts[0][0] is null", () -> ones().write(new String[2][3]));
    assertRefused("texts[0] is of length 2; expected 3", () -> ones().write(new String[2][2]));
    assertRefused("texts[1] is null", () -> ones().write(new String[][] {none[0], null}));
  }

  private static Heatmap ones() {
    return chart(new double[] {1, 1, 1}, new double[] {1, 1, 1});
  }

  @Test
  void badInputIsRefused() {
    double[] row = {1, 2, 3};
    List<String> names = List.of("a", "b");
    assertRefused("values is null", () -> chart((double[][]) null));
    assertRefused("values is of 1 rows; expected 2", () -> chart(row));
    assertRefused("values[1] is of length 1; expected 3", () -> chart(row, new double[1]));
    assertRefused("values[0][2]", () -> chart(new double[] {1, 2, Double.NaN}, row));
    assertRefused("values[1] is null", () -> chart(row, null));
    assertRefused("title", () -> new Heatmap(" ", "x", "y", names, names, new double[2][2]));
    assertRefused("xTitle", () -> new Heatmap("t", "", "y", names, names, new double[2][2]));
    List<String> same = List.of("a", "a");
    assertRefused("rowNames", () -> new Heatmap("t", "x", "y", same, names, new double[2][2]));
    assertRefused("columnNames", () -> new Heatmap("t", "x", "y", names, null, new double[2][2]));
  }
}
