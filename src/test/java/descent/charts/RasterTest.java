package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RasterTest {

  private static final Color LARGEST = new Color(0x0B2A4A);

  private static Raster chart(double[]... values) {
    return new Raster("T", "time", "frequency", 0, 3, 600, 1600, values);
  }

  @Test
  void theFirstRowIsAtTheBottomAndTheLargestNumberDark() throws Exception {
    BufferedImage image = Pictures.drawn(chart(new double[] {0, 9, 0}, new double[] {0, 4, 0}));
    int middle = 150; // the border between the rows, more or less
    assertEquals(0, Pictures.count(image, LARGEST, 0, middle - 20));
    long tile = Pictures.count(image, LARGEST, middle - 20, image.getHeight());
    double area = 800 * 330 / 6.0;
    assertTrue(tile > 0.6 * area && tile < area, tile + " pixels are dark");
  }

  @Test
  void linesLieOverTheTiles() throws Exception {
    double[][] dark = {{0, 9, 9}, {9, 9, 9}};
    BufferedImage plain = Pictures.drawn(chart(dark));
    BufferedImage crossed =
        Pictures.drawn(chart(dark).line("a line", new double[] {0, 3}, new double[] {700, 1500}));
    Color blue = Theme.color(0);
    assertTrue(Pictures.count(crossed, blue, 0, 330) > Pictures.count(plain, blue, 0, 330));
  }

  @Test
  void equalNumbersAreDrawnToo() throws Exception {
    assertEquals(0, Pictures.count(Pictures.drawn(chart(new double[] {5, 5})), LARGEST, 0, 330));
  }

  @Test
  void badInputIsRefused() {
    assertRefused("values is null", () -> chart((double[][]) null));
    assertRefused("values is empty", () -> chart());
    assertRefused(
        "values[1] is of length 1; expected 2", () -> chart(new double[2], new double[1]));
    assertRefused("values[0][1]", () -> chart(new double[] {1, Double.NaN}));
    assertRefused("from is 3.0", () -> new Raster("T", "x", "y", 3, 3, 0, 1, new double[][] {{1}}));
    assertRefused("title", () -> new Raster(" ", "x", "y", 0, 1, 0, 1, new double[][] {{1}}));
  }
}
