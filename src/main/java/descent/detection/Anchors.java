package descent.detection;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boxes that lie fixed on every picture, from which the network's predictions are read: for each
 * anchor C + 1 logits, of the background and of C classes, and four {@link Offsets}.
 *
 * @param boxes the boxes, in the order of the predictions
 */
public record Anchors(List<Box> boxes) {

  /** The label of an anchor that takes no part in the loss. */
  public static final int IGNORED = -1;

  /**
   * Checks and copies the list.
   *
   * @param boxes the boxes
   * @throws IllegalArgumentException if the list is null or empty, or holds null
   */
  public Anchors {
    Require.nonNull("boxes", boxes);
    Require.that(!boxes.isEmpty(), "boxes", "empty", "at least one box");
    boxes.forEach(box -> Require.nonNull("a box", box));
    boxes = List.copyOf(boxes);
  }

  /**
   * Creates squares of some sizes around the center of each cell of a grid: row by row, cell by
   * cell, size by size, as the channels of a convolution lie.
   *
   * @param rows the rows of cells
   * @param columns the cells in a row
   * @param stride the side of a cell, in pixels
   * @param sizes the sides of the squares, in pixels
   * @return rows × columns × sizes anchors
   * @throws IllegalArgumentException if there is no cell or size, or a length is not above 0
   */
  public static Anchors grid(int rows, int columns, double stride, double... sizes) {
    Require.that(rows >= 1, "rows", rows, "1 or more");
    Require.that(columns >= 1, "columns", columns, "1 or more");
    Require.positive("stride", stride);
    Require.finite("sizes", sizes);
    List<Box> boxes = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (double size : sizes) {
          boxes.add(Box.around((c + 0.5) * stride, (r + 0.5) * stride, size, size));
        }
      }
    }
    return new Anchors(boxes);
  }

  /**
   * Returns what the network should say of a picture. An anchor is positive, with the label of the
   * object that it overlaps most, if the overlap (IoU) is at least {@code positive}; so is the
   * anchor that overlaps an object most, if any does. Below {@code negative} it is background, 0;
   * in between it is {@link #IGNORED}. The offsets of anchors that are not positive are 0.
   *
   * @param things the objects in the picture; may be empty
   * @param positive the overlap from which on an anchor is positive; 0.7 in Faster R-CNN
   * @param negative the overlap below which it is background, at most as much; 0.3 there
   * @return for each anchor a label and four offsets, one anchor behind the other
   * @throws IllegalArgumentException if the list is null or holds null, or not 0 ≤ negative ≤
   *     positive ≤ 1
   */
  public double[] targets(List<Thing> things, double positive, double negative) {
    Require.nonNull("things", things);
    Require.that(positive >= 0 && positive <= 1, "positive", positive, "a number from 0 to 1");
    Require.that(
        negative >= 0 && negative <= positive, "negative", negative, "from 0 to " + positive);
    int n = boxes.size();
    double[] most = new double[n];
    Thing[] match = new Thing[n];
    int[] best = new int[things.size()]; // of each thing
    for (int k = 0; k < best.length; k++) {
      Thing thing = Require.nonNull("a thing", things.get(k));
      double[] overlaps = new double[n];
      for (int a = 0; a < n; a++) {
        overlaps[a] = boxes.get(a).overlap(thing.box());
        best[k] = overlaps[a] > overlaps[best[k]] ? a : best[k];
        if (overlaps[a] > most[a]) {
          most[a] = overlaps[a];
          match[a] = thing;
        }
      }
      best[k] = overlaps[best[k]] > 0 ? best[k] : -1;
    }
    for (int k = 0; k < best.length; k++) {
      if (best[k] >= 0) {
        most[best[k]] = 1;
        match[best[k]] = things.get(k);
      }
    }
    double[] targets = new double[5 * n];
    for (int a = 0; a < n; a++) {
      if (most[a] >= positive && match[a] != null) {
        Offsets t = Offsets.of(match[a].box(), boxes.get(a));
        double[] five = {match[a].label(), t.x(), t.y(), t.w(), t.h()};
        System.arraycopy(five, 0, targets, 5 * a, 5);
      } else {
        targets[5 * a] = most[a] < negative || match[a] == null ? 0 : IGNORED;
      }
    }
    return targets;
  }

  /**
   * Returns what a network's predictions say: at each anchor one detection for each class whose
   * probability, by softmax, is large enough. They are many for one object: see {@link
   * Detection#suppressed}.
   *
   * @param predictions for each anchor C + 1 logits and four offsets
   * @param least the smallest probability that counts
   * @return the detections, anchor by anchor
   * @throws IllegalArgumentException if the predictions are null, not finite, or do not go evenly
   *     over the anchors, or if there is no class
   */
  public List<Detection> detections(double[] predictions, double least) {
    Require.finite("predictions", predictions);
    int width = predictions.length / boxes.size();
    Require.that(
        width * boxes.size() == predictions.length && width >= 6,
        "the length of predictions",
        predictions.length,
        "C + 5 numbers, C ≥ 1, for each of " + boxes.size() + " anchors");
    List<Detection> all = new ArrayList<>();
    for (int a = 0; a < boxes.size(); a++) {
      double[] p = Arrays.copyOfRange(predictions, a * width, (a + 1) * width);
      int offsets = width - 4;
      double largest = Arrays.stream(p, 0, offsets).max().orElseThrow();
      double sum = Arrays.stream(p, 0, offsets).map(z -> Math.exp(z - largest)).sum();
      for (int k = 1; k < offsets; k++) {
        double score = Math.exp(p[k] - largest) / sum;
        if (score >= least) {
          Offsets t = new Offsets(p[offsets], p[offsets + 1], p[offsets + 2], p[offsets + 3]);
          all.add(new Detection(t.from(boxes.get(a)), k, score));
        }
      }
    }
    return all;
  }
}
