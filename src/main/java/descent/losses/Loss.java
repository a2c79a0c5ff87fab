package descent.losses;

import descent.engine.Reduction;
import descent.engine.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A loss: how far predictions are from their targets, as one number to be made small, and its
 * gradient with respect to the predictions. Arguments are always in the order (predictions,
 * targets), of the shapes that the loss wants (nothing is broadcast), and never changed.
 *
 * <p>Most losses are an {@link ElementwiseLoss}, two formulas for one number, with targets of the
 * same shape as the predictions; or a {@link RowwiseLoss}, with a class number or a distribution
 * for each row of predictions. A {@link WeightedSum} of losses is a loss again.
 */
public interface Loss {

  /**
   * Returns the loss and fills in its gradient: the full form, of which the others are short ones.
   *
   * @param predictions ŷ, floats or doubles; may be a view
   * @param targets y, of the same shape, or what belongs to each row
   * @param weights how much each element or row counts, not negative, not all zero; null for all
   *     the same
   * @param reduction the mean, Σwℓ/Σw, or the sum, Σwℓ
   * @param gradient filled with ∂L/∂ŷ, of the shape of the predictions; null if not wanted. It must
   *     not share memory with another argument; what it holds after an exception is not defined
   * @return the loss L; infinite if it overflows
   * @throws descent.engine.NonFiniteException if an argument holds NaN or an infinity
   * @throws IllegalArgumentException if an argument is null, empty, of an integer type, of another
   *     shape, or holds a number that this loss is not defined for
   */
  double evaluate(
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient);

  /**
   * Returns the loss of each element or row by itself.
   *
   * @param predictions ŷ, floats or doubles
   * @param targets y, of the same shape, or what belongs to each row
   * @return ℓ(ŷᵢ, yᵢ) in a new array, of the shape of the predictions or [rows]
   * @throws IllegalArgumentException as {@link #evaluate(INDArray, INDArray, INDArray, Reduction,
   *     INDArray)}
   */
  INDArray values(INDArray predictions, INDArray targets);

  /**
   * Returns the mean loss and fills in its gradient.
   *
   * @param predictions ŷ, floats or doubles
   * @param targets y, of the same shape, or what belongs to each row
   * @param gradient filled with ∂L/∂ŷ, of the same shape
   * @return the mean of ℓ(ŷᵢ, yᵢ)
   * @throws IllegalArgumentException as {@link #evaluate(INDArray, INDArray, INDArray, Reduction,
   *     INDArray)}
   */
  default double evaluate(INDArray predictions, INDArray targets, INDArray gradient) {
    return evaluate(predictions, targets, null, Reduction.MEAN, gradient);
  }

  /**
   * Returns the mean loss.
   *
   * @param predictions ŷ, floats or doubles
   * @param targets y, of the same shape, or what belongs to each row
   * @return the mean of ℓ(ŷᵢ, yᵢ)
   * @throws IllegalArgumentException as {@link #evaluate(INDArray, INDArray, INDArray, Reduction,
   *     INDArray)}
   */
  default double value(INDArray predictions, INDArray targets) {
    return evaluate(predictions, targets, null, Reduction.MEAN, null);
  }

  /**
   * Returns the gradient of the mean loss.
   *
   * @param predictions ŷ, floats or doubles
   * @param targets y, of the same shape, or what belongs to each row
   * @return ∂L/∂ŷ in a new array of the type and shape of the predictions
   * @throws IllegalArgumentException as {@link #evaluate(INDArray, INDArray, INDArray, Reduction,
   *     INDArray)}
   */
  default INDArray gradient(INDArray predictions, INDArray targets) {
    Require.floating("predictions", predictions);
    INDArray gradient = Nd4j.createUninitialized(predictions.dataType(), predictions.shape(), 'c');
    evaluate(predictions, targets, null, Reduction.MEAN, gradient);
    return gradient;
  }
}
