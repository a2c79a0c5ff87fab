package descent.losses;

import descent.engine.Elementwise;
import descent.engine.Engine;
import descent.engine.Reduction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss that compares each prediction with its own target. Two formulas make one, in a notebook
 * cell as well as here:
 *
 * <pre>{@code
 * record Cubic() implements ElementwiseLoss {
 *   public double loss(double prediction, double target) {
 *     return Math.pow(Math.abs(prediction - target), 3);
 *   }
 *   public double slope(double prediction, double target) {
 *     double e = prediction - target;
 *     return 3 * e * Math.abs(e);
 *   }
 * }
 * }</pre>
 *
 * <p>Means are taken over all elements, as in PyTorch. A formula without branches (min, max, abs)
 * is several times faster on large arrays than one with them.
 */
public interface ElementwiseLoss extends Loss, Elementwise {

  @Override
  default double evaluate(
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient) {
    return Engine.evaluate(this, predictions, targets, weights, reduction, gradient);
  }

  @Override
  default INDArray values(INDArray predictions, INDArray targets) {
    return Engine.values(this, predictions, targets);
  }
}
