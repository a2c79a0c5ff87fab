package descent.detection;

import static descent.detection.BoxTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of scenes with boxes. */
class GalleryTest {

  private final Scene scene = Scene.draw(24, 90); // a bright triangle from (1, 0) to (11, 12)
  private final Box box = new Box(12, 3, 20, 13);

  private static int pixel(BufferedImage image, int picture, double x, double y) {
    int left = 16 + picture * (240 + 16); // ten for each pixel of the scene, below the title
    return image.getRGB(left + (int) (10 * x), 28 + (int) (10 * y)) & 0xFFFFFF;
  }

  @Test
  void drawsEachPixelAsTenByTen() {
    BufferedImage image = new SceneGallery().scene("one", scene).image();
    assertEquals(272, image.getWidth());
    for (int i = 0; i < 24 * 24; i++) {
      int gray = (int) (255 * Math.max(0, Math.min(1, scene.pixels()[i])));
      assertEquals(gray * 0x010101, pixel(image, 0, i % 24 + 0.5, i / 24 + 0.5));
    }
  }

  @Test
  void drawsBoxesOnTheLastScene() {
    int green = Color.GREEN.getRGB() & 0xFFFFFF;
    BufferedImage image =
        new SceneGallery()
            .scene("one", scene)
            .scene("two", scene)
            .box(box, "", Color.GREEN)
            .image();
    assertNotEquals(green, pixel(image, 0, 12, 8));
    assertAll(
        () -> assertEquals(green, pixel(image, 1, 12, 8)),
        () -> assertEquals(green, pixel(image, 1, 20, 8)),
        () -> assertEquals(green, pixel(image, 1, 16, 3)),
        () -> assertEquals(green, pixel(image, 1, 16, 13)),
        () -> assertNotEquals(green, pixel(image, 1, 16, 8)));
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    Box outside = new Box(-3, -3, 30, 5);
    BufferedImage plain = new SceneGallery().scene("one", scene).image();
    BufferedImage cut =
        new SceneGallery().scene("one", scene).box(outside, "", Color.GREEN).image();
    for (int x = 0; x < plain.getWidth(); x++) {
      for (int y = 0; y < 28; y++) {
        assertEquals(plain.getRGB(x, y), cut.getRGB(x, y), "the title");
      }
    }
  }

  @Test
  void classesHaveColorsAndNames() {
    Detection detection = new Detection(box, 2, 0.5);
    BufferedImage plain = new SceneGallery().scene("one", scene).image();
    BufferedImage boxes = new SceneGallery().scene("one", scene).boxes(List.of(detection)).image();
    BufferedImage names =
        new SceneGallery().scene("one", scene).detections(List.of(detection)).image();
    BufferedImage things = new SceneGallery().scene("one", scene).things().image();
    int blue = 0x56B4E9;
    assertAll(
        () -> assertEquals(blue, pixel(boxes, 0, 12, 8)),
        () -> assertEquals(blue, pixel(names, 0, 12, 8)),
        () -> assertEquals(0, count(plain, blue)),
        () -> assertNotEquals(count(boxes, blue), count(names, blue)),
        () -> assertNotEquals(0, count(things, blue)), // the scene's rectangle
        () -> assertNotEquals(0, count(things, 0xF07BC0))); // and its triangle
  }

  private static long count(BufferedImage image, int color) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(rgb -> (rgb & 0xFFFFFF) == color).count();
  }

  @Test
  void refusesWhatIsMissing() {
    SceneGallery gallery = new SceneGallery().scene("one", scene);
    assertAll(
        () -> assertRefused("title is null", () -> gallery.scene(null, scene)),
        () -> assertRefused("scene is null", () -> gallery.scene("two", null)),
        () -> assertRefused("scenes is none", () -> new SceneGallery().image()),
        () -> assertRefused("scenes is none", () -> new SceneGallery().things()),
        () -> assertRefused("box is null", () -> gallery.box(null, "", Color.RED)),
        () -> assertRefused("text is null", () -> gallery.box(box, null, Color.RED)),
        () -> assertRefused("color is null", () -> gallery.box(box, "", null)));
  }
}
