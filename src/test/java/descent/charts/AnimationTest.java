package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Element;

class AnimationTest {

  private static final double[] X = {0, 1};

  private static Contour chart(int steps) {
    double[][] path =
        IntStream.rangeClosed(0, steps)
            .mapToObj(k -> new double[] {-3 * Math.pow(0.9, k), Math.pow(-0.9, k)})
            .toArray(double[][]::new);
    return new Contour("A bowl", ContourTest.BOWL, -4, 4, -2, 2).path("descent", path);
  }

  @Test
  void theFramesEndWithTheWholeChart() throws Exception {
    Contour chart = chart(6);

    Animation animation = Animation.of(chart);

    assertEquals(7, animation.frames());
    BufferedImage last = last(animation);
    BufferedImage whole = Pictures.drawn(chart);
    assertLooksLike(whole, last);
  }

  private static void assertLooksLike(BufferedImage whole, BufferedImage last) {
    assertEquals(whole.getWidth(), last.getWidth());
    assertEquals(whole.getHeight(), last.getHeight());
    int differing = 0;
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int a = whole.getRGB(x, y) >> shift & 255;
          int b = last.getRGB(x, y) >> shift & 255;
          differing += Math.abs(a - b) > 24 ? 1 : 0;
        }
      }
    }
    assertTrue(differing < 100, differing + " pixels are of another colour");
  }

  /** Draws the frames over each other, as a browser does. */
  private static BufferedImage last(Animation animation) throws IOException {
    ImageReader reader = reader(animation);
    assertEquals(animation.frames(), reader.getNumImages(true));
    BufferedImage shown =
        new BufferedImage(animation.width(), animation.height(), BufferedImage.TYPE_INT_RGB);
    for (int k = 0; k < animation.frames(); k++) {
      shown.createGraphics().drawImage(reader.read(k), 0, 0, null);
    }
    return shown;
  }

  private static ImageReader reader(Animation animation) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(animation.gif())));
    return reader;
  }

  @Test
  void aLongPathStaysSmall() {
    Animation animation = Animation.of(chart(1000));
    assertEquals(30, animation.frames());
    assertTrue(animation.gif().length < 300_000, animation.gif().length + " bytes");
  }

  @Test
  void theMomentsReachFromTheStartToTheEnd() {
    assertArrayEquals(new int[] {0, 1, 2, 3}, Animation.moments(3));
    int[] moments = Animation.moments(500);
    assertEquals(30, moments.length);
    assertEquals(0, moments[0]);
    assertEquals(500, moments[29]);
    assertEquals(30, IntStream.of(moments).distinct().count());
    assertArrayEquals(IntStream.of(moments).sorted().toArray(), moments);
  }

  @Test
  void aFunctionDrawsTheFrames() throws Exception {
    IntFunction<Plot> frame =
        k -> new Plot("Step " + k, "x", "y").line("l", X, new double[] {k, 1}).yRange(0, 4);

    Animation animation = Animation.of(5, frame);

    assertEquals(5, animation.frames());
    assertEquals(List.of(700, 700, 700, 700, 2000), milliseconds(animation));
    assertLooksLike(Pictures.drawn(frame.apply(4)), last(animation));
  }

  @Test
  void framesMayBeOfAnyChartAndLastAsLongAsIsAsked() throws Exception {
    IntFunction<CategoryChart> frame =
        k -> {
          CategoryChart chart = new CategoryChart(300, 200);
          chart.addSeries("bars", X, new double[] {k, 1});
          return chart;
        };
    Animation animation = Animation.of(2, 250, frame);
    assertEquals(300, animation.width());
    assertEquals(List.of(250, 2000), milliseconds(animation));
  }

  private static List<Integer> milliseconds(Animation animation) throws IOException {
    ImageReader reader = reader(animation);
    List<Integer> times = new ArrayList<>();
    for (int k = 0; k < animation.frames(); k++) {
      IIOMetadata metadata = reader.getImageMetadata(k);
      Element tree = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
      Element control = (Element) tree.getElementsByTagName("GraphicControlExtension").item(0);
      times.add(10 * Integer.parseInt(control.getAttribute("delayTime")));
    }
    return times;
  }

  @Test
  void badInputIsRefused() {
    assertRefused("contour is null", () -> Animation.of(null));
    assertRefused("frames is 1", () -> Animation.of(1, k -> chart(1)));
    assertRefused("frames is 61", () -> Animation.of(61, k -> chart(1)));
    assertRefused("milliseconds is 0", () -> Animation.of(2, 0, k -> chart(1)));
    assertRefused("frame is null", () -> Animation.of(2, null));
    assertRefused("frame 1 is null", () -> Animation.of(2, k -> k == 0 ? chart(1) : null));
    assertRefused(
        "frame 1 is 300 × 200 pixels",
        () -> Animation.of(2, k -> new XYChart(300 + 100 * (1 - k), 200)));
    Contour empty = new Contour("A bowl", ContourTest.BOWL, -4, 4, -2, 2);
    assertRefused("without a path", () -> Animation.of(empty));
  }
}
