package descent.charts;

import com.madgag.gif.fmsware.AnimatedGifEncoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An encoder of GIFs for drawings: all frames share one palette, and a frame holds only the pixels
 * that differ from those before. The encoder it builds on guesses a palette anew for every frame,
 * made for photographs, which takes long and lets the colours of a drawing shimmer.
 */
final class Film extends AnimatedGifEncoder {

  private static final int UNCHANGED = 255;
  private static final int KEYS = 1 << 15;

  /** Red, green and blue of each entry of the palette. */
  private final byte[] palette = new byte[3 * 256];

  /** The entry of the palette for each colour, rounded to five bits a channel. */
  private final byte[] entries = new byte[KEYS];

  private byte[] before;

  /** Creates an encoder whose palette holds the most frequent colours of all frames. */
  Film(List<BufferedImage> frames) {
    long[][] sums = new long[KEYS][4]; // red, green, blue, number
    for (BufferedImage image : frames) {
      int width = image.getWidth();
      for (int rgb : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
        Color color = new Color(rgb);
        long[] sum = sums[key(color.getRed(), color.getGreen(), color.getBlue())];
        sum[0] += color.getRed();
        sum[1] += color.getGreen();
        sum[2] += color.getBlue();
        sum[3]++;
      }
    }
    int[] frequent =
        IntStream.range(0, KEYS)
            .filter(key -> sums[key][3] > 0)
            .boxed()
            .sorted(Comparator.comparingLong(key -> -sums[key][3]))
            .limit(UNCHANGED)
            .mapToInt(key -> key)
            .toArray();
    for (int entry = 0; entry < frequent.length; entry++) {
      long[] sum = sums[frequent[entry]];
      for (int channel = 0; channel < 3; channel++) {
        palette[3 * entry + channel] = (byte) Math.round((double) sum[channel] / sum[3]);
      }
    }
    for (int key = 0; key < KEYS; key++) {
      entries[key] = (byte) nearest(key, frequent);
    }
    setDispose(1); // each frame is drawn over the one before
  }

  private static int key(int red, int green, int blue) {
    return red >> 3 << 10 | green >> 3 << 5 | blue >> 3;
  }

  private static int nearest(int key, int[] candidates) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int entry = 0; entry < candidates.length; entry++) {
      int red = (candidates[entry] >> 10) - (key >> 10);
      int green = (candidates[entry] >> 5 & 31) - (key >> 5 & 31);
      int blue = (candidates[entry] & 31) - (key & 31);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        nearest = entry;
      }
    }
    return nearest;
  }

  @Override
  protected void analyzePixels() {
    byte[] now = new byte[pixels.length / 3]; // blue, green, red
    for (int k = 0; k < now.length; k++) {
      now[k] = entries[key(pixels[3 * k + 2] & 255, pixels[3 * k + 1] & 255, pixels[3 * k] & 255)];
    }
    indexedPixels = now.clone();
    if (before != null) {
      for (int k = 0; k < now.length; k++) {
        indexedPixels[k] = now[k] == before[k] ? (byte) UNCHANGED : now[k];
      }
      transparent = Color.WHITE; // any colour says that the frame has such pixels
      transIndex = UNCHANGED;
    }
    before = now;
    colorTab = Arrays.copyOf(palette, palette.length);
    colorDepth = 8;
    palSize = 7; // 2⁷⁺¹ entries
  }
}
