package descent.losses;

import descent.engine.Reduction;
import descent.engine.RowEngine;
import descent.engine.Rowwise;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss that compares a row of predictions, [rows, width], with what belongs to that row: a class
 * number, a distribution, or other numbers. One method makes one, in a notebook cell as well as
 * here:
 *
 * <pre>{@code
 * record Distance() implements RowwiseLoss { // Euclidean, for targets that are points
 *   public double row(double[] prediction, double[] target, double[] gradient) {
 *     double sum = 0;
 *     for (int j = 0; j < prediction.length; j++) {
 *       sum += Math.pow(prediction[j] - target[j], 2);
 *     }
 *     double distance = Math.sqrt(sum);
 *     for (int j = 0; j < prediction.length; j++) {
 *       gradient[j] = distance == 0 ? 0 : (prediction[j] - target[j]) / distance;
 *     }
 *     return distance;
 *   }
 * }
 * }</pre>
 *
 * <p>Means are taken over the rows, as PyTorch does with its cross-entropy. Weights are one for
 * each row, [rows] or [rows, 1]. Where a loss wants distributions as targets, class numbers, [rows]
 * or [rows, 1], may stand for them; with a single class, [rows, 1] is a distribution.
 */
public interface RowwiseLoss extends Loss, Rowwise {

  @Override
  default double evaluate(
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient) {
    return RowEngine.evaluate(this, predictions, targets, weights, reduction, gradient);
  }

  @Override
  default INDArray values(INDArray predictions, INDArray targets) {
    return RowEngine.values(this, predictions, targets);
  }
}
