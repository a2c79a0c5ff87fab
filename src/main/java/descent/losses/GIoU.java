package descent.losses;

import descent.engine.Require;

/**
 * The loss of boxes by their generalized overlap: 1 minus intersection over union, and what the
 * smallest box around both has more than the two, so that boxes that do not meet attract each
 * other.
 *
 * <pre>
 * I = |A ∩ B|    U = |A ∪ B|    C = the area of the smallest box around A and B
 * ℓ(A, B)  = 1 − I/U + (C − U)/C  =  2 − I/U − U/C
 * ∂ℓ/∂x    = −(I'U − I U') / U² − (U'C − U C') / C²,   ' the derivatives of the areas in x
 * </pre>
 *
 * <p>Predictions: boxes, [rows, 4], as left, top, right, bottom, any finite numbers; where right is
 * below left, the two change places, as in the article. Targets: boxes with left &lt; right and top
 * &lt; bottom. From 0 to 2; the same for both boxes larger, also in one direction only. Where two
 * edges are level, the slope is the mean of those on both sides, as PyTorch has it. As {@code
 * generalized_box_iou_loss} in torchvision, which adds 10⁻⁷ to U and C and does not order the
 * edges.
 *
 * <p>Source: Rezatofighi et al. 2019, arXiv 1902.09630.
 */
public record GIoU() implements RowwiseLoss {

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    Axis x = new Axis(prediction, target, 0);
    Axis y = new Axis(prediction, target, 1);
    double i = x.both * y.both; // all areas as parts of C
    double u = x.own * y.own + x.other * y.other - i;
    double overlap = i == 0 ? 0 : i / u;
    x.slopes(y, overlap, u, gradient, 0);
    y.slopes(x, overlap, u, gradient, 1);
    double apart = // (U − I) / U + (C − U) / C, without cancellation where the boxes are nearly the
        // same
        (x.more * y.own + x.both * y.more + x.less * y.other + x.both * y.less) / u
            + (x.more * y.less + x.less * y.more);
    return i == 0 ? 2 - u : apart;
  }

  @Override
  public int targetWidth(int width) {
    Require.that(width == 4, "the width of predictions", width, "4: left, top, right, bottom");
    return 4;
  }

  /** Both boxes along one axis: lengths as parts of the smallest length around both. */
  private static final class Axis {
    final double low; // of the prediction
    final double high;
    final double targetLow;
    final double targetHigh;
    final double around;
    final double own;
    final double other;
    final double both;
    final double more; // of the prediction beyond the target
    final double less; // of the target beyond the prediction
    final boolean swapped;

    Axis(double[] prediction, double[] target, int at) {
      swapped = prediction[at] > prediction[at + 2];
      low = Math.min(prediction[at], prediction[at + 2]);
      high = Math.max(prediction[at], prediction[at + 2]);
      targetLow = target[at];
      targetHigh = target[at + 2];
      Require.that(
          !(targetLow >= targetHigh),
          "targets",
          "a box from " + targetLow + " to " + targetHigh,
          "one whose first edge is below its second");
      around = Math.max(high, targetHigh) - Math.min(low, targetLow);
      own = (high - low) / around;
      other = (targetHigh - targetLow) / around;
      more = (Math.max(0, targetLow - low) + Math.max(0, high - targetHigh)) / around;
      less = (Math.max(0, low - targetLow) + Math.max(0, targetHigh - high)) / around;
      both = Math.max(0, (Math.min(high, targetHigh) - Math.max(low, targetLow)) / around);
    }

    /** Fills in the slopes for this axis' edges: ∂(2 − I/U − U/C). */
    void slopes(Axis across, double overlap, double u, double[] gradient, int at) {
      double first = slope(across, overlap, u, -1, above(low, targetLow), above(targetLow, low));
      double second =
          slope(across, overlap, u, 1, above(targetHigh, high), above(high, targetHigh));
      gradient[at] = swapped ? second : first;
      gradient[at + 2] = swapped ? first : second;
    }

    /** One edge: outwards is its direction, inner and outer say which part of it each box has. */
    private double slope(
        Axis across, double overlap, double u, int outwards, double inner, double outer) {
      double di = both > 0 ? inner * across.both : 0;
      double du = across.own - di;
      double dOverlap = across.both > 0 && both > 0 ? (di - overlap * du) / u : 0;
      return -outwards * (dOverlap + du - u * outer) / around;
    }

    /** Returns 1 if a is above b, ½ if they are level. */
    private static double above(double a, double b) {
      return a > b ? 1 : a == b ? 0.5 : 0;
    }
  }
}
