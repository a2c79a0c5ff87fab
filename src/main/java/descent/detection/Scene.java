package descent.detection;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A small gray picture of shapes, and where they are: ellipses, rectangles and triangles of any
 * proportion and brightness, among scratches and noise. The same seed draws the same scene.
 *
 * @param size the picture's height and width, in pixels
 * @param pixels the brightness of the pixels, about 0 to 1, row by row
 * @param things the shapes: 1 an ellipse, 2 a rectangle, 3 a triangle that stands on its base
 */
public record Scene(int size, double[] pixels, List<Thing> things) {

  /** The names of the classes; 0 is none of them. */
  public static final List<String> NAMES =
      List.of("background", "ellipse", "rectangle", "triangle");

  private static final int SMALLEST = 6;
  private static final int LARGEST = 12;
  private static final int SCRATCHES = 4;
  private static final double NOISE = 0.1;
  private static final double MOST_OVERLAP = 0.05;

  /**
   * Draws one to three shapes, 6 to 12 pixels wide and high, that hide hardly anything of each
   * other.
   *
   * @param size the picture's height and width, in pixels, at least 16
   * @param seed any number
   * @return the scene
   * @throws IllegalArgumentException if the size is below 16
   */
  public static Scene draw(int size, long seed) {
    Require.that(size >= 16, "size", size, "16 or more");
    Random random = new Random(seed);
    double[] pixels = new double[size * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = NOISE * random.nextGaussian();
    }
    for (int i = 0; i < SCRATCHES; i++) {
      scratch(pixels, size, random);
    }
    List<Thing> things = new ArrayList<>();
    int wanted = 1 + random.nextInt(3);
    for (int trial = 0; trial < 20 && things.size() < wanted; trial++) {
      int width = SMALLEST + random.nextInt(LARGEST - SMALLEST + 1);
      int height = SMALLEST + random.nextInt(LARGEST - SMALLEST + 1);
      int left = random.nextInt(size - width + 1);
      int top = random.nextInt(size - height + 1);
      Box box = new Box(left, top, left + width, top + height);
      Thing thing = new Thing(box, 1 + random.nextInt(NAMES.size() - 1));
      double brightness = 0.5 + 0.5 * random.nextDouble();
      if (things.stream().allMatch(other -> other.box().overlap(box) <= MOST_OVERLAP)) {
        things.add(thing);
        fill(pixels, size, thing, brightness);
      }
    }
    return new Scene(size, pixels, things);
  }

  /** Draws a line of a few pixels. */
  private static void scratch(double[] pixels, int size, Random random) {
    int x = random.nextInt(size);
    int y = random.nextInt(size);
    int dx = random.nextInt(3) - 1;
    int dy = random.nextInt(3) - 1;
    for (int i = 0; i < 8 && x >= 0 && x < size && y >= 0 && y < size; i++, x += dx, y += dy) {
      pixels[y * size + x] = 0.8;
    }
  }

  private static void fill(double[] pixels, int size, Thing thing, double brightness) {
    Box box = thing.box();
    for (int i = 0; i < pixels.length; i++) {
      double u = (i % size + 0.5 - box.x()) / box.width(); // −½ … ½ within the box
      double v = (i / size + 0.5 - box.y()) / box.height();
      boolean inside =
          switch (thing.label()) {
            case 1 -> u * u + v * v <= 0.25;
            case 2 -> Math.abs(u) < 0.5 && Math.abs(v) < 0.5;
            default -> Math.abs(v) < 0.5 && 2 * Math.abs(u) < v + 0.5;
          };
      pixels[i] = inside ? brightness + pixels[i] / 4 : pixels[i];
    }
  }

  /**
   * Compares by content, arrays included.
   *
   * @param other anything
   * @return whether it is the same scene
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scene s
        && s.size == size
        && Arrays.equals(s.pixels, pixels)
        && s.things.equals(things);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }
}
