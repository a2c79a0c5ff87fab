package descent.detection;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An object that a detector believes to see.
 *
 * @param box where
 * @param label its class, from 1
 * @param score how sure it is; the larger, the surer
 */
public record Detection(Box box, int label, double score) {

  /** The surest first; of equals, the one that was first stays so. */
  static final Comparator<Detection> SUREST =
      Comparator.comparingDouble(Detection::score).reversed();

  /**
   * Checks the arguments.
   *
   * @param box where
   * @param label its class, from 1
   * @param score how sure it is
   * @throws IllegalArgumentException if the box is null, the label below 1, or the score not finite
   */
  public Detection {
    Require.nonNull("box", box);
    Require.that(label >= 1, "label", label, "1 or more");
    Require.finite("score", new double[] {score});
  }

  /**
   * Non-maximum suppression: leaves one detection of each object. The surest one stays, and all of
   * its class that overlap it by more than the threshold go; so on with the surest of those left.
   *
   * @param detections the detections in one picture
   * @param threshold the overlap (IoU) above which two are taken for the same object, from 0 to 1
   * @return those that stay, the surest first
   * @throws IllegalArgumentException if the list is null or holds null, or the threshold is out of
   *     range
   */
  public static List<Detection> suppressed(List<Detection> detections, double threshold) {
    Require.nonNull("detections", detections);
    Require.that(threshold >= 0 && threshold <= 1, "threshold", threshold, "a number from 0 to 1");
    detections.forEach(one -> Require.nonNull("a detection", one));
    List<Detection> kept = new ArrayList<>();
    for (Detection next : detections.stream().sorted(SUREST).toList()) {
      boolean seen =
          kept.stream().anyMatch(k -> k.label == next.label && k.box.overlap(next.box) > threshold);
      if (!seen) {
        kept.add(next);
      }
    }
    return kept;
  }
}
