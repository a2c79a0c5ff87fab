package descent.detection;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good a detector is at one class, over all of its thresholds. All detections, the surest
 * first, are right or wrong: right is one that overlaps an object of its class by at least the
 * threshold, which no surer one has taken. After k of them, r being right, of n objects:
 *
 * <pre>
 * precision = r / k      how many of the detections are right
 * recall    = r / n      how many of the objects are found
 * AP        = Σ (1/n) · the best precision at this recall or a larger one, over the recalls 1/n … 1
 * </pre>
 *
 * <p>AP, the average precision, is the area under the curve after its dents are filled, as Pascal
 * VOC has it since 2010. pycocotools takes the heights at 101 recalls instead, which is the same to
 * about 0.01; its name for the mean over classes is AP, too.
 *
 * <p>Source: Everingham et al. 2015, doi 10.1007/s11263-014-0733-5.
 *
 * @param recall after each detection
 * @param precision after each detection
 */
public record PrecisionRecall(double[] recall, double[] precision) {

  private record Trial(double score, boolean right) {}

  /**
   * Holds detections against what is there.
   *
   * @param detections for each picture what was detected, in any order
   * @param things for each picture what is there, in the same order of pictures
   * @param label the class
   * @param overlap the overlap (IoU) from which on a detection is right, above 0, at most 1
   * @return the curve, of as many points as there are detections of this class
   * @throws IllegalArgumentException if an argument is null or out of range, the numbers of
   *     pictures differ, or no picture has an object of this class
   */
  public static PrecisionRecall of(
      List<List<Detection>> detections, List<List<Thing>> things, int label, double overlap) {
    Require.nonNull("detections", detections);
    Require.nonNull("things", things);
    Require.that(
        detections.size() == things.size(),
        "the pictures of detections",
        detections.size(),
        things.size() + " as of things");
    Require.that(overlap > 0 && overlap <= 1, "overlap", overlap, "a number above 0, at most 1");
    List<Trial> trials = new ArrayList<>();
    int n = 0;
    for (int picture = 0; picture < things.size(); picture++) {
      List<Thing> left =
          new ArrayList<>(things.get(picture).stream().filter(t -> t.label() == label).toList());
      n += left.size();
      for (Detection d : detections.get(picture).stream().sorted(Detection.SUREST).toList()) {
        if (d.label() == label) {
          trials.add(new Trial(d.score(), take(left, d.box(), overlap)));
        }
      }
    }
    Require.that(n > 0, "label", label, "a class of which there is an object");
    trials.sort(Comparator.comparingDouble(Trial::score).reversed());
    double[] recall = new double[trials.size()];
    double[] precision = new double[trials.size()];
    int right = 0;
    for (int k = 0; k < trials.size(); k++) {
      right += trials.get(k).right() ? 1 : 0;
      recall[k] = (double) right / n;
      precision[k] = (double) right / (k + 1);
    }
    return new PrecisionRecall(recall, precision);
  }

  /** Removes the thing that the box overlaps most, if that is enough. */
  private static boolean take(List<Thing> left, Box box, double overlap) {
    Thing most = null;
    for (Thing thing : left) {
      boolean more = most == null || thing.box().overlap(box) > most.box().overlap(box);
      most = more ? thing : most;
    }
    return most != null && most.box().overlap(box) >= overlap && left.remove(most);
  }

  /**
   * Returns the average precision, AP.
   *
   * @return from 0, nothing right, to 1, all found before anything wrong
   */
  public double average() {
    double area = 0;
    double best = 0;
    for (int k = recall.length - 1; k >= 0; k--) {
      best = Math.max(best, precision[k]);
      area += best * (recall[k] - (k == 0 ? 0 : recall[k - 1]));
    }
    return area;
  }

  /**
   * Returns the mean of the average precisions of several classes (mAP).
   *
   * @param detections for each picture what was detected
   * @param things for each picture what is there
   * @param classes how many classes there are, from 1 on
   * @param overlap the overlap (IoU) from which on a detection is right
   * @return the mean over the classes 1 … classes
   * @throws IllegalArgumentException as {@link #of}, or if there is no class
   */
  public static double mean(
      List<List<Detection>> detections, List<List<Thing>> things, int classes, double overlap) {
    Require.that(classes >= 1, "classes", classes, "1 or more");
    double sum = 0;
    for (int label = 1; label <= classes; label++) {
      sum += of(detections, things, label, overlap).average();
    }
    return sum / classes;
  }
}
