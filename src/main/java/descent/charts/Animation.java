package descent.charts;

import descent.engine.Require;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A moving picture, as the bytes of a GIF that repeats for ever and rests on its last frame:
 *
 * <pre>{@code
 * Animation.of(new Contour("A narrow bowl", bowl, -11, 3, -3, 3).path("rate 0.1", history))
 * Animation.of(20, k -> new Plot("Step " + k, "x", "q(x)").line("q", x, q[k]).yRange(0, 1))
 * }</pre>
 *
 * <p>Charts are drawn as they are. Give all frames the same {@link Plot#xRange} and {@link
 * Plot#yRange}, or the axes jump from frame to frame and what stands still seems to move. Without a
 * time of its own a frame takes 120 milliseconds, longer if there are fewer than 30.
 */
public final class Animation {

  private static final int MOMENTS = 30;
  private static final int MOST_FRAMES = 60; // a notebook carries them all, a kernel holds them
  private static final int MILLISECONDS = 3600;
  private static final int SHORTEST = 120;
  private static final int LONGEST = 700;
  private static final int LAST = 2000;

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
    return of(steps.length, k -> contour.upTo(steps[k]));
  }

  /**
   * Returns the moving picture whose frames a function draws.
   *
   * @param frames the number of frames
   * @param frame the chart of frame 0, 1, … frames − 1; its title may carry the number
   * @return the moving picture
   * @throws IllegalArgumentException if there are not 2 to 60 frames, or they are not of one size
   */
  public static Animation of(int frames, IntFunction<? extends Chart<?, ?>> frame) {
    int milliseconds = Math.max(SHORTEST, Math.min(LONGEST, MILLISECONDS / Math.max(1, frames)));
    return of(frames, milliseconds, frame);
  }

  /**
   * Returns the moving picture whose frames a function draws, each shown for a given time.
   *
   * @param frames the number of frames
   * @param milliseconds how long each is shown; the last one for two seconds
   * @param frame the chart of frame 0, 1, … frames − 1; its title may carry the number
   * @return the moving picture
   * @throws IllegalArgumentException if there are not 2 to 60 frames, milliseconds is not above 0,
   *     or a frame is null or of another size than the first
   */
  public static Animation of(
      int frames, int milliseconds, IntFunction<? extends Chart<?, ?>> frame) {
    Require.that(
        frames >= 2 && frames <= MOST_FRAMES, "frames", frames, "2 to " + MOST_FRAMES + " frames");
    Require.that(milliseconds > 0, "milliseconds", milliseconds, "a number above 0");
    Require.nonNull("frame", frame);
    List<BufferedImage> images =
        IntStream.range(0, frames).mapToObj(k -> drawn(k, frame.apply(k))).toList();
    int width = images.get(0).getWidth();
    int height = images.get(0).getHeight();
    for (BufferedImage image : images) {
      Require.that(
          image.getWidth() == width && image.getHeight() == height,
          "frame " + images.indexOf(image),
          image.getWidth() + " × " + image.getHeight() + " pixels",
          width + " × " + height + ", the size of the first");
    }
    return new Animation(encoded(images, milliseconds), width, height, frames);
  }

  private static BufferedImage drawn(int frame, Chart<?, ?> chart) {
    return BitmapEncoder.getBufferedImage(Require.nonNull("frame " + frame, chart));
  }

  /** At most {@link #MOMENTS} steps from 0 to the last, their distances growing evenly. */
  static int[] moments(int last) {
    int frames = Math.min(MOMENTS, last + 1);
    int[] steps = new int[frames];
    for (int k = 0; k < frames; k++) {
      double share = (double) k / (frames - 1);
      steps[k] = Math.max(k, (int) Math.round(last * share * share));
    }
    return steps;
  }

  private static byte[] encoded(List<BufferedImage> images, int milliseconds) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage last = images.get(images.size() - 1);
    Film film = new Film(images);
    film.start(bytes);
    film.setRepeat(0); // for ever
    for (BufferedImage image : images) {
      film.setDelay(image == last ? LAST : milliseconds);
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
   * @return 2 to 60
   */
  public int frames() {
    return frames;
  }

  @Override
  public String toString() {
    return "Animation of " + frames + " frames, " + width + " × " + height + " pixels";
  }
}
