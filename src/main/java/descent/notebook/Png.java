package descent.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

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

    byte[] rows = new byte[height * (width + 1)]; // each begins with 0: not filtered
    for (int i = 0; i < pixels.length; i++) {
      rows[i + i / width + 1] = index.get(pixels[i]).byteValue();
    }
    return file(width, height, Arrays.copyOf(palette, size), rows);
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

  /** Java's own writer filters the rows of a palette as well, which costs a quarter more. */
  private static byte[] file(int width, int height, int[] palette, byte[] rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 3, 0, 0, 0}); // bits, palette, deflate, adaptive, not interlaced
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
    for (int colour : palette) {
      colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk("IHDR", header.array(), bytes);
    chunk("PLTE", colours.array(), bytes);
    chunk("IDAT", compress(rows), bytes);
    chunk("IEND", new byte[0], bytes);
    return bytes.toByteArray();
  }

  private static void chunk(String type, byte[] data, ByteArrayOutputStream bytes) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 check = new CRC32();
    check.update(body);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    bytes.writeBytes(body);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  private static byte[] compress(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      compressed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return compressed.toByteArray();
  }
}
