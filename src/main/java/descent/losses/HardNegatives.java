package descent.losses;

import java.util.Arrays;

/** The anchors of the background that are the hardest to tell from objects. */
final class HardNegatives {

  private HardNegatives() {}

  /**
   * Returns which anchors they are; of equal ones the first.
   *
   * @param losses the loss of each anchor
   * @param target five numbers for each anchor, of which the first is 0 for background
   * @param most how many at most
   */
  static boolean[] of(double[] losses, double[] target, double most) {
    double[] background = new double[losses.length];
    int found = 0;
    for (int a = 0; a < losses.length; a++) {
      if (target[5 * a] == 0) {
        background[found++] = losses[a];
      }
    }
    int count = (int) Math.min(found, most);
    Arrays.sort(background, 0, found);
    double least = count == 0 ? Double.POSITIVE_INFINITY : background[found - count];
    int level = count; // how many of those that are just as hard as the least
    for (int i = 0; i < found; i++) {
      level -= background[i] > least ? 1 : 0;
    }
    boolean[] hard = new boolean[losses.length];
    for (int a = 0; a < losses.length; a++) {
      if (target[5 * a] == 0) {
        hard[a] = losses[a] > least || losses[a] == least && level-- > 0;
      }
    }
    return hard;
  }
}
