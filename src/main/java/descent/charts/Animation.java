package descent.charts;

import descent.engine.Require;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;

/**
 * A moving picture, as the bytes of a GIF that repeats for ever:
 *
 * <pre>{@code
 * Animation.of(new Contour("A narrow bowl", bowl, -11, 3, -3, 3).path("rate 0.1", history))
 * }</pre>
 */
public final class Animation {

  private static final int FRAMES = 30;
  private static final int FRAME_MILLISECONDS = 120;
  private static final int LAST_FRAME_MILLISECONDS = 2000;

  private final byte[] gif;
  private final int width;
  private final int height;
  private final int frames;

  private Animation(byte[] gif, int width, int height, int frames) {
    this.gif = gif;
    this.width = width;
    this.height = height;
    this.frames = frames;
  }

  /**
   * Returns a contour chart on which the paths grow, all at the same pace. Of more than 30 steps it
   * shows 30 moments: close together at first, when the paths move most, then farther apart.
   *
   * @param contour the chart with its paths
   * @return the moving picture
   * @throws IllegalArgumentException if the chart is null or has no path of at least two points
   */
  public static Animation of(Contour contour) {
    int last = Require.nonNull("contour", contour).steps();
    Require.that(last > 0, "contour", "without a path", "one with a path of at least two points");
    int[] steps = moments(last);
    List<BufferedImage> images =
        Arrays.stream(steps)
            .mapToObj(step -> BitmapEncoder.getBufferedImage(contour.upTo(step)))
            .toList();
    return new Animation(encoded(images), contour.getWidth(), contour.getHeight(), steps.length);
  }

  /** At most {@link #FRAMES} steps from 0 to the last, their distances growing evenly. */
  static int[] moments(int last) {
    int frames = Math.min(FRAMES, last + 1);
    int[] steps = new int[frames];
    for (int k = 0; k < frames; k++) {
      double share = (double) k / (frames - 1);
      steps[k] = Math.max(k, (int) Math.round(last * share * share));
    }
    return steps;
  }

  private static byte[] encoded(List<BufferedImage> images) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage last = images.get(images.size() - 1);
    Film film = new Film(List.of(images.get(0), last));
    film.start(bytes);
    film.setRepeat(0); // for ever
    for (BufferedImage image : images) {
      film.setDelay(image == last ? LAST_FRAME_MILLISECONDS : FRAME_MILLISECONDS);
      film.addFrame(image);
    }
    film.finish();
    return bytes.toByteArray();
  }

  /**
   * Returns the picture as a GIF file.
   *
   * @return a copy of the bytes
   */
  public byte[] gif() {
    return gif.clone();
  }

  /**
   * Returns the width.
   *
   * @return pixels
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return pixels
   */
  public int height() {
    return height;
  }

  /**
   * Returns the number of frames.
   *
   * @return at most 30
   */
  public int frames() {
    return frames;
  }

  @Override
  public String toString() {
    return "Animation of " + frames + " frames, " + width + " × " + height + " pixels";
  }
}
