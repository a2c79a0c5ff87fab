package descent.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a loop adds up.
 *
 * @param loss Σwℓ; NaN if an input is not finite or out of its domain
 * @param weight Σw
 */
record Sum(double loss, double weight) {

  static final Sum NOTHING = new Sum(0, 0);

  Sum plus(Sum other) {
    return new Sum(loss + other.loss, weight + other.weight);
  }

  /**
   * Returns the sum or the mean. For a mean the gradient was divided by the number of rows, in the
   * same pass that added up the weights; where that is not the sum of the weights, it is mended.
   */
  double reduced(Reduction reduction, int rows, INDArray gradient) {
    Require.that(weight > 0, "the sum of the weights", weight, "a number above 0");
    if (reduction == Reduction.SUM) {
      return loss;
    }
    if (gradient != null && weight != rows) {
      gradient.muli(rows / weight);
    }
    return loss / weight;
  }
}
