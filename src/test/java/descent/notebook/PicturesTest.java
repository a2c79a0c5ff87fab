package descent.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class PicturesTest {

  @Test
  void hasTwiceThePixelsOfItsSizeOnTheScreen() throws IOException {
    Shown shown = Pictures.of(chart(300, 200));
    assertEquals(Map.of("width", 300, "height", 200), shown.metadata());
    BufferedImage image = decode(shown);
    assertEquals(600, image.getWidth());
    assertEquals(400, image.getHeight());
  }

  @Test
  void chartsStandSideBySide() throws IOException {
    Shown shown = Pictures.row(List.of(chart(300, 200), chart(100, 150)));
    assertEquals(Map.of("width", 400, "height", 200), shown.metadata());
    BufferedImage image = decode(shown);
    assertEquals(800, image.getWidth());
    BufferedImage left = decode(Pictures.of(chart(300, 200)));
    assertEquals(left.getRGB(0, 0), image.getRGB(599, 0), "background of the left one");
    assertEquals(Color.WHITE.getRGB(), image.getRGB(700, 399), "below the smaller one");
  }

  @Test
  void aRowThatIsTooWideIsDrawnSmallerAndTheChartsStayAsTheyAre() {
    XYChart left = chart(800, 500);
    XYChart right = chart(800, 400);
    Shown shown = Pictures.row(List.of(left, right));
    assertEquals(Map.of("width", 1080, "height", 337), shown.metadata());
    assertEquals(Pictures.of(chart(800, 500)), Pictures.of(left));
    assertEquals(400, right.getHeight());
  }

  @Test
  void theSameChartGivesTheSameBytes() {
    assertEquals(Pictures.of(chart(300, 200)), Pictures.of(chart(300, 200)));
  }

  @Test
  void anOrdinaryChartStaysBelow60Kilobytes() {
    int size = Base64.getDecoder().decode(Pictures.of(chart(640, 400)).data()).length;
    assertTrue(size < 60_000, size + " bytes");
  }

  @Test
  void coloursAreKeptOrReplacedByOnesThatLookTheSame() throws IOException {
    BufferedImage drawn = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        drawn.setRGB(x, y, new Color(6 * x, 6 * y, 40).getRGB()); // 1600 colours
      }
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(drawn)));
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        Color before = new Color(drawn.getRGB(x, y));
        Color after = new Color(read.getRGB(x, y));
        assertTrue(Math.abs(before.getRed() - after.getRed()) <= 40, x + ", " + y);
        assertTrue(Math.abs(before.getGreen() - after.getGreen()) <= 40, x + ", " + y);
      }
    }
  }

  @Test
  void aPaleAreaIsNotTakenForTheWhiteBesideIt() throws IOException {
    BufferedImage drawn = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[100];
    for (int i = 0; i < 100; i++) {
      pixels[i] = i < 10 ? 0xfafafa : 0xffffff;
    }
    drawn.setRGB(0, 0, 10, 10, pixels, 0, 10);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(drawn)));
    assertArrayEquals(
        drawn.getRGB(0, 0, 10, 10, null, 0, 10), read.getRGB(0, 0, 10, 10, null, 0, 10));
  }

  private static BufferedImage decode(Shown shown) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(shown.data())));
  }

  private static XYChart chart(int width, int height) {
    XYChart chart = new XYChartBuilder().width(width).height(height).title("Points").build();
    Random random = new Random(1);
    chart.addSeries("y", random.doubles(50).sorted().toArray(), random.doubles(50).toArray());
    return chart;
  }
}
