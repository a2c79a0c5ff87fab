package descent.losses;

import descent.engine.Domain;
import descent.engine.Require;

/**
 * The sum of an elementwise loss over each row, as a loss of rows: the mean divides by the rows,
 * not by the elements.
 *
 * <pre>
 * ℓ(ŷ, y)  = Σⱼ e(ŷⱼ, yⱼ)
 * ∂ℓ/∂ŷⱼ   = ∂e/∂ŷⱼ
 * </pre>
 *
 * <p>Predictions and targets: [rows, width], of the domains of e.
 *
 * @param each e, the loss of an element
 */
public record RowSum(ElementwiseLoss each) implements RowwiseLoss {

  /**
   * Checks the parameter.
   *
   * @param each the loss of an element
   * @throws IllegalArgumentException if it is null
   */
  public RowSum {
    Require.nonNull("each", each);
  }

  @Override
  public double row(double[] prediction, double[] target, double[] gradient) {
    double sum = 0;
    for (int j = 0; j < prediction.length; j++) {
      sum += each.loss(prediction[j], target[j]);
      gradient[j] = each.slope(prediction[j], target[j]);
    }
    return sum;
  }

  @Override
  public Domain predictions() {
    return each.predictions();
  }

  @Override
  public Domain targets() {
    return each.targets();
  }

  @Override
  public int targetWidth(int width) {
    return width;
  }
}
