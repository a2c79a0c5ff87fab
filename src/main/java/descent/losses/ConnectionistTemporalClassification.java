package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;
import java.util.Arrays;

/**
 * Connectionist temporal classification (CTC): the loss of a sequence of labels of which nobody
 * says at which step they are. It adds up the probabilities of all ways to say them.
 *
 * <pre>
 * pₜ        = softmax(zₜ)                            z the logits of step t
 * B(π)      = π with repetitions merged, then without blanks:  B(–aa–ab) = aab
 * P(y)      = Σ Πₜ pₜ(πₜ)                            over all paths π with B(π) = y
 * ℓ(z, y)   = −log P(y) / max(1, U)                  U the number of labels
 * ∂ℓ/∂zₜₖ   = (pₜ(k) − γₜ(k)) / max(1, U)            γₜ(k) the probability that πₜ = k, given y
 * </pre>
 *
 * <p>Predictions: logits, [rows, steps · classes], step after step, any finite numbers. Class 0 is
 * the blank, "nothing new". Targets: [rows, 1 + labels]: first how many of the row's steps count,
 * at least 1, then the labels, from 1 to classes − 1, then zeros for what is left of the row.
 * Logits behind the steps that count have slope 0.
 *
 * <p>A row's loss is that of one label on average, so that the mean over rows is that of {@code
 * ctc_loss} in PyTorch; its "sum" and "none" are not divided by U. The gradient is with respect to
 * the logits: PyTorch's with respect to log-probabilities holds only behind a log-softmax.
 *
 * <p>U labels, r of them like the one before, need U + r steps. If there are fewer, P = 0: the loss
 * is +∞ and its gradient 0; with {@code zeroInfinity} the loss is 0, too, and the row still counts
 * in the mean.
 *
 * <p>Source: Graves, Fernández, Gomez and Schmidhuber 2006, doi 10.1145/1143844.1143891.
 *
 * @param classes the number of classes with the blank, at least 2
 * @param labels how many labels a target has at most, at least 1
 * @param zeroInfinity whether an impossible target counts as 0
 */
public record ConnectionistTemporalClassification(int classes, int labels, boolean zeroInfinity)
    implements RowwiseLoss {

  /**
   * Checks the numbers.
   *
   * @param classes the number of classes with the blank
   * @param labels how many labels a target has at most
   * @param zeroInfinity whether an impossible target counts as 0
   * @throws IllegalArgumentException if there are fewer than 2 classes or no labels
   */
  public ConnectionistTemporalClassification {
    Require.that(classes >= 2, "classes", classes, "2 or more, with the blank");
    Require.that(labels >= 1, "labels", labels, "1 or more");
  }

  /**
   * Creates the loss that is +∞ for a target that does not fit.
   *
   * @param classes the number of classes with the blank
   * @param labels how many labels a target has at most
   * @throws IllegalArgumentException if there are fewer than 2 classes or no labels
   */
  public ConnectionistTemporalClassification(int classes, int labels) {
    this(classes, labels, false);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    int most = prediction.length / classes;
    Require.that(
        target[0] >= 1 && target[0] <= most && target[0] == Math.rint(target[0]),
        "a target's number of steps",
        target[0],
        "a whole number from 1 to " + most);
    int steps = (int) target[0];
    int[] y = labels(target);
    double[] logP = new double[steps * classes];
    double[] log = new double[classes];
    for (int t = 0; t < logP.length; t += classes) {
      LogSoftmax.of(Arrays.copyOfRange(prediction, t, t + classes), log);
      System.arraycopy(log, 0, logP, t, classes);
    }
    AlignmentLattice lattice = new AlignmentLattice(logP, steps, classes, y);
    Arrays.fill(gradient, 0);
    int share = Math.max(1, y.length);
    double loss = (0 - lattice.logLikelihood()) / share;
    if (loss == Double.POSITIVE_INFINITY) {
      return zeroInfinity ? 0 : loss;
    }
    for (int i = 0; i < logP.length; i++) {
      gradient[i] = Math.exp(logP[i]);
    }
    lattice.subtractOccupancies(gradient);
    for (int i = 0; i < logP.length; i++) {
      gradient[i] /= share;
    }
    return loss;
  }

  private int[] labels(double[] target) {
    int count = labels;
    while (count > 0 && target[count] == 0) {
      count--;
    }
    int[] y = new int[count];
    for (int i = 0; i < count; i++) {
      double label = target[i + 1];
      Require.that(
          label >= 1 && label < classes && label == Math.rint(label),
          "a target's label " + (i + 1) + " of " + count,
          label,
          "a whole number from 1 to " + (classes - 1) + ", and 0 only behind the last");
      y[i] = (int) label;
    }
    return y;
  }

  @Override
  public Domain targets() {
    return Domain.NON_NEGATIVE;
  }

  @Override
  public int targetWidth(int width) {
    Require.that(
        width % classes == 0,
        "the width of predictions",
        width,
        "steps times " + classes + " classes");
    return 1 + labels;
  }
}
