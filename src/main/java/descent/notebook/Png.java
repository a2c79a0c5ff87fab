package descent.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Small PNG files of charts. A chart has few colours and, where edges are smoothed, thousands of
 * blends of them; a palette with a blend every few shades looks the same and takes a third of the
 * bytes. The same picture gives the same bytes.
 */
final class Png {

  private static final int PALETTE = 256;
  private static final int TOLERANCE = 40 * 40; // squared distance of colours that may become one
  private static final double AREA = 0.005; // a colour that fills this much is kept as it is

  private Png() {}

  static byte[] encode(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Map.Entry<Integer, Integer>> commonFirst =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();

    int[] palette = new int[PALETTE];
    int size = 0;
    Map<Integer, Integer> index = new HashMap<>();
    for (Map.Entry<Integer, Integer> colour : commonFirst) {
      int nearest = nearest(colour.getKey(), palette, size);
      boolean own =
          size == 0
              || colour.getValue() > AREA * pixels.length
              || distance(colour.getKey(), palette[nearest]) > TOLERANCE;
      if (own && size < PALETTE) {
        palette[size] = colour.getKey();
        nearest = size++;
      }
      index.put(colour.getKey(), nearest);
    }

    byte[] indexes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indexes[i] = index.get(pixels[i]).byteValue();
    }
    IndexColorModel colours =
        new IndexColorModel(8, size, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
    indexed.getRaster().setDataElements(0, 0, width, height, indexes);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(indexed, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory cannot fail
    }
    return bytes.toByteArray();
  }

  private static int nearest(int colour, int[] palette, int size) {
    int nearest = 0;
    for (int i = 1; i < size; i++) {
      if (distance(colour, palette[i]) < distance(colour, palette[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
