package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryTest {

  private static final List<String> NONE = List.of("");
  private static final Color GREY = new Color(128, 128, 128);

  private static Gallery one(double... picture) {
    return new Gallery("T", 2, 0, 4, NONE, new double[][] {picture});
  }

  @Test
  void pixelsLieRowByRowAndTheHighestIsBlack() throws Exception {
    BufferedImage image = Pictures.drawn(one(0, 4, 2, 0, 0, 0, 9, -9)); // 2 wide, 4 high
    int top = 46;
    int side = 16; // of a pixel: 64 for the 4 rows
    int left = 400 - side;
    assertEquals(Color.WHITE.getRGB(), image.getRGB(left + 8, top + 8));
    assertEquals(Color.BLACK.getRGB(), image.getRGB(left + side + 8, top + 8));
    assertEquals(GREY.getRGB(), image.getRGB(left + 8, top + side + 8));
    assertEquals(Color.BLACK.getRGB(), image.getRGB(left + 8, top + 3 * side + 8), "clipped");
    assertEquals(Color.WHITE.getRGB(), image.getRGB(left + side + 8, top + 3 * side + 8));
    long grey = Pictures.count(image, GREY, 0, image.getHeight());
    assertTrue(grey > 200 && grey <= 256, grey + " pixels are grey");
  }

  @Test
  void tenStandSideBySideUnlessACaptionIsWide() {
    double[][] many = new double[20][4];
    int two = new Gallery("T", 2, 0, 1, Collections.nCopies(20, "a"), many).getHeight();
    int one = new Gallery("T", 2, 0, 1, NONE, new double[1][4]).getHeight();
    int line = two - one;
    assertEquals(94, line);
    List<String> wide = Collections.nCopies(20, "a long caption indeed");
    int lines = (new Gallery("T", 2, 0, 1, wide, many).getHeight() - one) / line + 1;
    assertTrue(lines >= 4 && lines <= 7, lines + " lines");
  }

  @Test
  void captionsShow() throws Exception {
    double[][] white = new double[1][4];
    BufferedImage with = Pictures.drawn(new Gallery("T", 2, 0, 1, List.of("MMM"), white));
    BufferedImage without = Pictures.drawn(new Gallery("T", 2, 0, 1, NONE, white));
    int below = 46 + 64 + 2;
    int all = 800 * (with.getHeight() - below);
    assertNotEquals(all, Pictures.count(with, Color.WHITE, below, with.getHeight()));
    assertEquals(all, Pictures.count(without, Color.WHITE, below, with.getHeight()));
  }

  @Test
  void thePicturesAreCopied() throws Exception {
    double[] picture = {0, 1, 2, 3};
    Gallery gallery = one(picture);
    int[] before = pixels(gallery);
    picture[3] = 0;
    assertArrayEquals(before, pixels(gallery));
  }

  private static int[] pixels(Gallery chart) throws Exception {
    BufferedImage image = Pictures.drawn(chart);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void badInputIsRefused() {
    double[][] some = new double[1][4];
    assertRefused("title", () -> new Gallery(" ", 2, 0, 1, NONE, some));
    assertRefused("width is 0", () -> new Gallery("T", 0, 0, 1, NONE, some));
    assertRefused("high is 1.0", () -> new Gallery("T", 2, 1, 1, NONE, some));
    assertRefused("high is NaN", () -> new Gallery("T", 2, 0, Double.NaN, NONE, some));
    assertRefused("captions is null", () -> new Gallery("T", 2, 0, 1, null, some));
    assertRefused("captions is empty", () -> new Gallery("T", 2, 0, 1, List.of(), some));
    assertRefused("pictures is null", () -> new Gallery("T", 2, 0, 1, NONE, null));
    assertRefused(
        "pictures is 2 of them; expected one for each of the 1 captions",
        () -> new Gallery("T", 2, 0, 1, NONE, new double[2][4]));
    assertRefused(
        "pictures[0] is of 4; expected full rows of 3",
        () -> new Gallery("T", 3, 0, 1, NONE, some));
    assertRefused("pictures[0] is null", () -> new Gallery("T", 2, 0, 1, NONE, new double[1][]));
    assertRefused("pictures[0][1]", () -> one(0, Double.NaN));
  }
}
