package descent.objectives;

import descent.engine.Require;
import descent.models.Parameters;
import descent.regularizers.Regularizer;

/**
 * An objective plus a price on weights. Matrices have a price; vectors, such as biases, are free.
 *
 * <pre>
 * f(θ) + Σ price(w)          w in the matrices of the map
 * </pre>
 *
 * @param objective f
 * @param regularizer the price of a weight
 * @param map which part of θ is which weight
 */
public record Regularized(Objective objective, Regularizer regularizer, Parameters map)
    implements Objective {

  /**
   * Checks that all is there.
   *
   * @param objective f
   * @param regularizer the price of a weight
   * @param map which part of θ is which weight
   * @throws IllegalArgumentException if an argument is null
   */
  public Regularized {
    Require.nonNull("objective", objective);
    Require.nonNull("regularizer", regularizer);
    Require.nonNull("map", map);
  }

  /**
   * Creates a risk with a price on the weights of its model.
   *
   * @param risk f
   * @param regularizer the price of a weight
   * @throws IllegalArgumentException if an argument is null
   */
  public Regularized(EmpiricalRisk risk, Regularizer regularizer) {
    this(risk, regularizer, Require.nonNull("risk", risk).model().map());
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    return objective.evaluate(theta, gradient) + price(regularizer, map, theta, gradient);
  }

  @Override
  public double value(double[] theta) {
    return objective.value(theta) + price(regularizer, map, theta, null);
  }

  @Override
  public void advance() {
    objective.advance();
  }

  /** Returns the price of all matrices, and adds its slope to the gradient unless it is null. */
  static double price(Regularizer r, Parameters map, double[] theta, double[] gradient) {
    Require.length("theta", theta, map.length(), map);
    double sum = 0;
    for (Parameters.Block block : map.blocks()) {
      for (int i = block.offset(); block.shape().size() > 1 && i < block.end(); i++) {
        sum += r.price(theta[i]);
        if (gradient != null) {
          gradient[i] += r.slope(theta[i]);
        }
      }
    }
    return sum;
  }
}
