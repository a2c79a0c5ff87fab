package descent.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Applies a {@link Rowwise} function to arrays of floats or doubles, row by row, as {@link Engine}
 * does with single numbers.
 */
public final class RowEngine {

  private RowEngine() {}

  /**
   * Returns the reduced loss and fills in its gradient, in one pass.
   *
   * @param f the loss
   * @param predictions [rows, width], floats or doubles; may be a view
   * @param targets [rows, {@link Rowwise#targetWidth}], of any numeric type. One number for each
   *     row may also be [rows], and class numbers may stand for distributions
   * @param weights one for each row, [rows] or [rows, 1], not negative, not all zero; null if all
   *     count the same
   * @param reduction the mean, Σwℓ / Σw·{@link Rowwise#weight}, or the sum, Σwℓ
   * @param gradient filled with the derivatives with respect to the predictions, of the same shape;
   *     null if not wanted. What it holds after an exception is not defined
   * @return the loss; infinite if it overflows
   * @throws NonFiniteException if a prediction, target or weight is NaN or infinite
   * @throws IllegalArgumentException if an argument is null, empty, of another type or shape, or
   *     out of the loss's domain, if no row counts, or if the gradient shares memory with another
   *     argument
   */
  public static double evaluate(
      Rowwise f,
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient) {
    Require.nonNull("reduction", reduction);
    INDArray t = checked(f, predictions, targets);
    if (weights != null) {
      Require.floating("weights", weights);
      requireOnePerRow("weights", weights, predictions);
    }
    Memory.requireGradient(gradient, predictions, t, weights);
    return Sum.reduced(
        reduction,
        (int) predictions.size(0),
        gradient != null,
        scale -> run(f, predictions, t, weights, gradient, null, scale));
  }

  /**
   * Returns the loss of each row, 0 for rows that do not count.
   *
   * @param f the loss
   * @param predictions [rows, width], floats or doubles
   * @param targets as for {@link #evaluate}
   * @return a new array [rows] of the type of the predictions
   * @throws IllegalArgumentException as {@link #evaluate}
   */
  public static INDArray values(Rowwise f, INDArray predictions, INDArray targets) {
    INDArray t = checked(f, predictions, targets);
    INDArray losses = Nd4j.createUninitialized(predictions.dataType(), predictions.size(0));
    run(f, predictions, t, null, null, losses, 1);
    return losses;
  }

  private static Sum run(
      Rowwise f,
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      INDArray gradient,
      INDArray losses,
      double scale) {
    try (Batch batch = Batch.ofRows(f, predictions, targets, weights, gradient, losses)) {
      Sum sum = batch.run(Loop.ROWS.get(f.getClass()), f, scale);
      if (Double.isNaN(sum.loss())) {
        requireFit(f, predictions, targets, weights);
      }
      return sum;
    } catch (RuntimeException e) { // a formula may throw where it is not defined
      requireFit(f, predictions, targets, weights);
      throw e;
    }
  }

  private static void requireFit(
      Rowwise f, INDArray predictions, INDArray targets, INDArray weights) {
    if (Batch.areClasses(f, predictions, targets)) {
      Scan.requireClasses("targets", targets, f, predictions.size(1));
    } else {
      requireDomain("targets", targets, f.targets());
    }
    requireDomain("predictions", predictions, f.predictions());
    if (weights != null) {
      Scan.requireDomain("weights", weights, Domain.NON_NEGATIVE);
    }
  }

  /** Returns the targets as an array of floats or doubles, all shapes and types being fit. */
  private static INDArray checked(Rowwise f, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", f);
    Require.floating("predictions", predictions);
    Require.nonNull("targets", targets);
    Require.that(
        predictions.rank() == 2,
        "predictions",
        "of shape " + Arrays.toString(predictions.shape()),
        "two axes, [rows, width]");
    boolean classes = Batch.areClasses(f, predictions, targets);
    long width = f.targetWidth((int) predictions.size(1));
    if (classes || width == 1) {
      requireOnePerRow("targets", targets, predictions);
    } else if (!Arrays.equals(targets.shape(), new long[] {predictions.size(0), width})) {
      throw new IllegalArgumentException(
          shapes("targets", targets, predictions)
              + Arrays.toString(new long[] {predictions.size(0), width})
              + (f.targets() == Domain.DISTRIBUTION ? ", or a class number for each row" : ""));
    }
    if (!targets.isR()) {
      Require.that(targets.isZ(), "targets", "of type " + targets.dataType(), "numbers");
      targets = targets.castTo(DataType.DOUBLE);
    }
    return targets;
  }

  private static void requireDomain(String name, INDArray array, Domain domain) {
    Scan.requireDomain(name, array, domain);
    if (domain == Domain.DISTRIBUTION) {
      Scan.requireSumsOfOne(name, array);
    }
  }

  private static void requireOnePerRow(String name, INDArray array, INDArray predictions) {
    long rows = predictions.size(0);
    if (!Arrays.equals(array.shape(), new long[] {rows})
        && !Arrays.equals(array.shape(), new long[] {rows, 1})) {
      throw new IllegalArgumentException(
          shapes(name, array, predictions) + "[" + rows + "] or [" + rows + ", 1]");
    }
  }

  private static String shapes(String name, INDArray array, INDArray predictions) {
    return name
        + " has shape "
        + Arrays.toString(array.shape())
        + " and predictions "
        + Arrays.toString(predictions.shape())
        + "; expected "
        + name
        + " of shape ";
  }
}
