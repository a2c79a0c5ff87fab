package descent.losses;

import descent.engine.Require;
import java.util.Arrays;

/**
 * The two-part loss of object detection: which class an anchor holds, and how its box lies.
 *
 * <pre>
 * ℓ     = Σ_(a ∈ P ∪ N) −log softmax(zₐ)[cₐ]  +  λ Σ_(a ∈ P) b(tₐ, tₐ*)
 * mean  = Σ ℓ / Σ |P|                              |P| counts as 1 where there is no object
 * P     = the anchors with an object, cₐ = 1 … C
 * N     = the hardest r |P| anchors of the background, cₐ = 0: those with the largest loss
 * b     = a loss of the four offsets; by default the sum of smooth L1
 * ∂ℓ/∂zₐ = softmax(zₐ) − onehot(cₐ) in P ∪ N,   ∂ℓ/∂tₐ = λ ∂b/∂tₐ in P,   0 elsewhere
 * </pre>
 *
 * <p>A row is a picture. Predictions: for each anchor C + 1 logits z and four offsets t, [pictures,
 * anchors · (C + 5)], any finite numbers. Targets: for each anchor its class c and four offsets t*,
 * [pictures, anchors · 5]; class −1 leaves an anchor out. Where losses are equal, the first are the
 * hardest.
 *
 * <p>This is Faster R-CNN's loss, which takes as many anchors of the background by chance as make
 * 256 with the others, and divides the parts by 256 and by the number of cells, with λ = 10: nearly
 * the same weight for both. Hard negatives, r = 3 and the division by |P| are SSD's.
 *
 * <p>Sources: Ren et al. 2015, arXiv 1506.01497; Liu et al. 2016, arXiv 1512.02325.
 *
 * @param classes C, without the background, at least 1
 * @param boxLoss b, a loss of rows of four predictions and four targets
 * @param boxWeight λ, 0 or above
 * @param negatives r, how many anchors of the background for each with an object, 0 or above;
 *     infinite for all
 */
public record DetectionLoss(int classes, RowwiseLoss boxLoss, double boxWeight, double negatives)
    implements RowwiseLoss {

  /**
   * Checks the parameters.
   *
   * @param classes C, at least 1
   * @param boxLoss b, a loss of rows of four predictions and four targets
   * @param boxWeight λ, 0 or above
   * @param negatives r, 0 or above; infinite for all
   * @throws IllegalArgumentException if one is null or out of range
   */
  public DetectionLoss {
    Require.that(classes >= 1, "classes", classes, "1 or more");
    Require.nonNull("boxLoss", boxLoss);
    Require.that(
        boxLoss.targetWidth(4) == 4, "boxLoss", boxLoss, "a loss of four and four numbers");
    Require.nonNegative("boxWeight", boxWeight);
    Require.that(negatives >= 0, "negatives", negatives, "a number, 0 or above");
  }

  /**
   * Creates the loss with smooth L1, λ = 1 and r = 3.
   *
   * @param classes C, at least 1
   * @throws IllegalArgumentException if it is below 1
   */
  public DetectionLoss(int classes) {
    this(classes, new RowSum(new SmoothL1()), 1, 3);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int anchors = target.length / 5;
    int width = classes + 5;
    double[] z = new double[classes + 1];
    double[] logP = new double[classes + 1];
    double[] t = new double[4];
    double[] box = new double[4];
    double[] slopes = new double[4];
    double[] losses = new double[anchors];
    double sum = 0;
    Arrays.fill(gradient, 0);
    for (int a = 0; a < anchors; a++) {
      int c = label(target, a);
      if (c >= 0) {
        System.arraycopy(prediction, a * width, z, 0, z.length);
        LogSoftmax.of(z, logP);
        losses[a] = -logP[c];
        for (int k = 0; k < z.length; k++) { // p − 1 at c, without cancellation
          gradient[a * width + k] = k == c ? Math.expm1(logP[k]) : Math.exp(logP[k]);
        }
      }
      if (c > 0) {
        System.arraycopy(prediction, a * width + z.length, t, 0, 4);
        System.arraycopy(target, a * 5 + 1, box, 0, 4);
        sum += boxWeight * boxLoss.row(t, box, slopes);
        for (int j = 0; j < 4; j++) {
          gradient[a * width + z.length + j] = boxWeight * slopes[j];
        }
      }
    }
    boolean[] hard = HardNegatives.of(losses, target, negatives * weight(target));
    for (int a = 0; a < anchors; a++) {
      if (hard[a] || target[5 * a] > 0) {
        sum += losses[a];
      } else {
        Arrays.fill(gradient, a * width, a * width + z.length, 0);
      }
    }
    return sum;
  }

  private int label(double[] target, int anchor) {
    double label = target[5 * anchor];
    Require.that(
        label >= -1 && label <= classes && label == Math.rint(label),
        "the class of anchor " + anchor,
        label,
        "a whole number from -1, left out, and 0, background, to " + classes);
    return (int) label;
  }

  /**
   * Returns what a picture counts in the mean.
   *
   * @param target the classes and offsets of its anchors
   * @return the number of anchors with an object, but 1 if there is only background, and 0 if all
   *     are left out
   */
  @Override
  public double weight(double[] target) {
    int objects = 0;
    boolean background = false;
    for (int i = 0; i < target.length; i += 5) {
      objects += target[i] > 0 ? 1 : 0;
      background |= target[i] == 0;
    }
    return objects == 0 && background ? 1 : objects;
  }

  @Override
  public int targetWidth(int width) {
    int each = classes + 5;
    Require.that(
        width % each == 0,
        "the width of predictions",
        width,
        "a multiple of " + each + ": " + (classes + 1) + " logits and 4 offsets for each anchor");
    return width / each * 5;
  }
}
