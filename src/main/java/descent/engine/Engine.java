package descent.engine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Applies an {@link Elementwise} function to whole arrays of floats or doubles: checks the input,
 * goes through it in blocks, adds up in double, and uses several cores for large arrays. Results do
 * not depend on the number of cores.
 */
public final class Engine {

  private Engine() {}

  /**
   * Returns the reduced loss and fills in its gradient, in one pass.
   *
   * @param f the loss
   * @param predictions ŷ, of any shape, floats or doubles; may be a view
   * @param targets y, of the same shape, of any numeric type
   * @param weights one for each element, not negative, not all zero; null if all count the same
   * @param reduction the mean, Σwℓ/Σw, or the sum, Σwℓ
   * @param gradient filled with the derivatives with respect to the predictions, of the same shape;
   *     null if not wanted. What it holds after an exception is not defined
   * @return the loss; infinite if it overflows
   * @throws NonFiniteException if a prediction, target or weight is NaN or infinite
   * @throws IllegalArgumentException if an argument is null, empty, of another type or shape, or
   *     out of the loss's domain, or if the gradient shares memory with another argument
   */
  public static double evaluate(
      Elementwise f,
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient) {
    Require.nonNull("reduction", reduction);
    INDArray t = checked(f, predictions, targets);
    if (weights != null) {
      Require.floating("weights", weights);
      Require.sameShape("weights", weights, "predictions", predictions);
    }
    Memory.requireGradient(gradient, predictions, t, weights);
    return Sum.reduced(
        reduction,
        (int) predictions.length(),
        gradient != null,
        scale -> run(f, predictions, t, weights, gradient, null, scale));
  }

  /**
   * Returns the loss of each element.
   *
   * @param f the loss
   * @param predictions ŷ, of any shape, floats or doubles
   * @param targets y, of the same shape, of any numeric type
   * @return a new array of the type and shape of the predictions
   * @throws IllegalArgumentException as {@link #evaluate}
   */
  public static INDArray values(Elementwise f, INDArray predictions, INDArray targets) {
    targets = checked(f, predictions, targets);
    INDArray losses = Nd4j.createUninitialized(predictions.dataType(), predictions.shape(), 'c');
    run(f, predictions, targets, null, null, losses, 1);
    return losses;
  }

  /** Returns the targets as an array of floats or doubles, all shapes and types being fit. */
  private static INDArray checked(Elementwise f, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", f);
    Require.floating("predictions", predictions);
    Require.nonNull("targets", targets);
    Require.sameShape("predictions", predictions, "targets", targets);
    if (!targets.isR()) {
      Require.that(targets.isZ(), "targets", "of type " + targets.dataType(), "numbers");
      targets = targets.castTo(DataType.DOUBLE);
    }
    return targets;
  }

  private static Sum run(
      Elementwise f,
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      INDArray gradient,
      INDArray losses,
      double scale) {
    try (Batch batch = Batch.ofElements(predictions, targets, weights, gradient, losses)) {
      Loop.Copies<Elementwise> loops = FloatLoop.fits(f, batch) ? Loop.FLOATS : Loop.PAIRS;
      Sum sum = batch.run(loops.get(f.getClass()), f, scale);
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
      Elementwise f, INDArray predictions, INDArray targets, INDArray weights) {
    Scan.requireDomain("targets", targets, f.targets());
    Scan.requireDomain("predictions", predictions, f.predictions());
    if (weights != null) {
      Scan.requireDomain("weights", weights, Domain.NON_NEGATIVE);
    }
  }
}
