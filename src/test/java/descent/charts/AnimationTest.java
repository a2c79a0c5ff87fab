package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

class AnimationTest {

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
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(animation.gif())));
    assertEquals(animation.frames(), reader.getNumImages(true));
    BufferedImage shown =
        new BufferedImage(animation.width(), animation.height(), BufferedImage.TYPE_INT_RGB);
    for (int k = 0; k < animation.frames(); k++) {
      shown.createGraphics().drawImage(reader.read(k), 0, 0, null);
    }
    return shown;
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
  void badInputIsRefused() {
    assertRefused("contour is null", () -> Animation.of(null));
    Contour empty = new Contour("A bowl", ContourTest.BOWL, -4, 4, -2, 2);
    assertRefused("without a path", () -> Animation.of(empty));
  }
}
