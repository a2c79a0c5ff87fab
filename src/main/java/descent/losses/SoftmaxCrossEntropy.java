package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;
import descent.engine.RowBlockwise;
import descent.math.Exp;
import descent.math.Range;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cross-entropy of logits: softmax and cross-entropy in one, exact for any logits.
 *
 * <pre>
 * pₖ = e^(zₖ) / Σⱼ e^(zⱼ)                     z the row of logits
 * tₖ' = (1 − ε) tₖ + ε / C                    t the target, ε the label smoothing, C classes
 * ℓ(z, t)  = −Σₖ wₖ tₖ' log pₖ                w the class weights
 * ∂ℓ/∂zⱼ   = pⱼ Σₖ wₖ tₖ' − wⱼ tⱼ',          which is pⱼ − tⱼ without weights and smoothing
 * mean     = Σ ℓ / Σ Σₖ wₖ tₖ                 over the rows that are not ignored
 * </pre>
 *
 * <p>Predictions: logits, [rows, classes], any finite numbers. Targets: class numbers, [rows] or
 * [rows, 1], or distributions, [rows, classes]. Natural logarithm. A class number is the same as
 * the distribution that has a 1 there. As {@code cross_entropy} in PyTorch, except that its mean
 * divides weighted losses of distributions by the number of rows, so that there the two differ.
 *
 * <p>Source: Bridle 1990, doi 10.1007/978-3-642-76153-9_28; label smoothing: Szegedy et al. 2015,
 * arXiv 1512.00567.
 *
 * @param classWeights w, one for each class, 0 or above; empty for 1 everywhere
 * @param labelSmoothing ε, at least 0 and below 1
 * @param ignoredClass a class number of which rows are left out, in or out of the range of classes
 */
public record SoftmaxCrossEntropy(
    List<Double> classWeights, double labelSmoothing, OptionalInt ignoredClass)
    implements RowwiseLoss, RowBlockwise {

  /**
   * Checks and copies the parameters.
   *
   * @param classWeights w, one for each class
   * @param labelSmoothing ε
   * @param ignoredClass a class number of which rows are left out
   * @throws IllegalArgumentException if an argument is null, a weight is negative or not finite, or
   *     ε is not at least 0 and below 1
   */
  public SoftmaxCrossEntropy {
    classWeights = ClassWeights.checked(classWeights);
    Require.that(
        labelSmoothing >= 0 && labelSmoothing < 1,
        "labelSmoothing",
        labelSmoothing,
        "a number, at least 0 and below 1");
    Require.nonNull("ignoredClass", ignoredClass);
  }

  /** Creates the loss without weights and smoothing, and with nothing ignored. */
  public SoftmaxCrossEntropy() {
    this(List.of(), 0, OptionalInt.empty());
  }

  /**
   * Returns this loss with weights of the classes.
   *
   * @param weights one for each class, 0 or above
   * @return a new loss
   * @throws IllegalArgumentException if a weight is negative or not finite
   */
  public SoftmaxCrossEntropy withClassWeights(double... weights) {
    return new SoftmaxCrossEntropy(ClassWeights.of(weights), labelSmoothing, ignoredClass);
  }

  /**
   * Returns this loss with label smoothing.
   *
   * @param epsilon ε, the part of each target that is spread over all classes, at least 0, below 1
   * @return a new loss
   * @throws IllegalArgumentException if ε is out of range
   */
  public SoftmaxCrossEntropy withLabelSmoothing(double epsilon) {
    return new SoftmaxCrossEntropy(classWeights, epsilon, ignoredClass);
  }

  /**
   * Returns this loss without the rows of a class, such as the padding of sentences.
   *
   * @param classNumber the class number that is ignored
   * @return a new loss
   */
  public SoftmaxCrossEntropy ignoring(int classNumber) {
    return new SoftmaxCrossEntropy(classWeights, labelSmoothing, OptionalInt.of(classNumber));
  }

  @Override
  public void block(
      double[] prediction,
      double[] target,
      double[] gradient,
      double[] loss,
      double[] scratch,
      int rows,
      int width) {
    int n = rows * width;
    double[] wt = weighted(target, n, width); // wₖ tₖ'
    double[] z = scratch; // zⱼ − max z
    for (int from = 0; from < n; from += width) {
      double largest = Range.max(prediction, from, from + width);
      for (int i = from; i < from + width; i++) {
        z[i] = prediction[i] - largest;
      }
    }
    double[] e = gradient; // first e^z, then the gradient
    Exp.of(z, e, n);
    for (int i = 0; i < n; i++) {
      z[i] *= wt[i];
    }
    for (int r = 0; r < rows; r++) {
      int from = r * width;
      int end = from + width;
      int largest = from;
      while (largest < end - 1 && e[largest] != 1) {
        largest++;
      }
      double others = Range.sum(e, from, largest) + Range.sum(e, largest + 1, end);
      double share = 1 / (1 + others); // e share is p
      double total = Range.sum(wt, from, end);
      loss[r] = total * StrictMath.log1p(others) - Range.sum(z, from, end);
      for (int i = from; i < end; i++) {
        // p·total − wt, without the cancellation where p is nearly 1
        gradient[i] = e[i] * share * (total - wt[i]) - wt[i] * (1 - e[i] * share);
      }
      gradient[largest] = share * (total - wt[largest]) - wt[largest] * others * share;
    }
  }

  @Override
  public boolean rowsCountTheSame() {
    return classWeights.isEmpty();
  }

  private double[] weighted(double[] target, int n, int width) {
    if (classWeights.isEmpty() && labelSmoothing == 0) {
      return target;
    }
    double[] wt = new double[n];
    for (int i = 0; i < n; i++) {
      wt[i] = (1 - labelSmoothing) * target[i] + labelSmoothing / width;
    }
    for (int k = 0; k < classWeights.size(); k++) {
      double weight = classWeights.get(k);
      for (int i = k; i < n; i += width) {
        wt[i] *= weight;
      }
    }
    return wt;
  }

  @Override
  public double weight(double[] target) {
    if (classWeights.isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (int k = 0; k < target.length; k++) {
      sum += classWeights.get(k) * target[k];
    }
    return sum;
  }

  @Override
  public Domain targets() {
    return Domain.DISTRIBUTION;
  }

  @Override
  public int targetWidth(int width) {
    ClassWeights.requireFit(classWeights, width);
    return width;
  }

  @Override
  public boolean ignores(int classNumber) {
    return ignoredClass.isPresent() && ignoredClass.getAsInt() == classNumber;
  }
}
