package descent.notebooks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * What can be said of a picture whatever machine drew it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param frames 1, or more where it moves
 * @param blank whether its first frame has only one colour
 */
record Picture(int width, int height, int frames, boolean blank) {
  private static final Set<String> TYPES = Set.of("image/png", "image/gif", "image/jpeg");

  static boolean isPicture(String mime) {
    return TYPES.contains(mime);
  }

  /** Decodes a picture as notebooks keep it: in base 64. */
  static Picture decode(String mime, String base64) {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(mime).next();
    try (var in =
        ImageIO.createImageInputStream(
            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)))) {
      reader.setInput(in);
      int frames = reader.getNumImages(true);
      return new Picture(reader.getWidth(0), reader.getHeight(0), frames, isBlank(reader.read(0)));
    } catch (IOException e) {
      throw new AssertionError("not a picture of type " + mime + ": " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static boolean isBlank(BufferedImage image) {
    int first = image.getRGB(0, 0);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) != first) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return width
        + "×"
        + height
        + (frames == 1 ? "" : ", " + frames + " frames")
        + (blank ? ", blank" : "");
  }
}
