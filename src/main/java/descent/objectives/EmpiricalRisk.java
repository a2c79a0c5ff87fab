package descent.objectives;

import descent.engine.Require;
import descent.losses.Loss;
import descent.models.Model;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean loss of a model on data, as a function of the model's parameters: what training makes
 * small.
 *
 * <pre>
 * f(θ)   = L(model(θ, X), Y)
 * ∂f/∂θ  = (∂model/∂θ)ᵀ ∂L/∂Ŷ
 * </pre>
 *
 * @param model what predicts
 * @param loss what compares predictions with targets
 * @param inputs X, [rows, …] as the model takes them
 * @param targets Y, of the shape of the predictions
 */
public record EmpiricalRisk(Model model, Loss loss, INDArray inputs, INDArray targets)
    implements Objective {

  /**
   * Checks that all is there.
   *
   * @param model what predicts
   * @param loss what compares predictions with targets
   * @param inputs X
   * @param targets Y
   * @throws IllegalArgumentException if an argument is null, or inputs and targets differ in their
   *     number of rows
   */
  public EmpiricalRisk {
    Require.nonNull("model", model);
    Require.nonNull("loss", loss);
    Require.floating("inputs", inputs);
    Require.nonNull("targets", targets);
    Require.that(
        targets.rank() > 0 && inputs.rank() > 0 && inputs.size(0) == targets.size(0),
        "targets",
        "of shape " + Arrays.toString(targets.shape()),
        "as many rows as the inputs, " + Arrays.toString(inputs.shape()));
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    try (INDArray predictions = model.predict(theta, inputs);
        INDArray slopes = predictions.ulike()) {
      double value = loss.evaluate(predictions, targets, slopes);
      model.pullback(theta, inputs, slopes, gradient);
      return value;
    }
  }

  @Override
  public double value(double[] theta) {
    try (INDArray predictions = model.predict(theta, inputs)) {
      return loss.value(predictions, targets);
    }
  }

  @Override
  public String toString() {
    return loss + " of " + model + " on " + inputs.size(0) + " rows";
  }
}
