package descent.objectives;

import descent.engine.Require;
import java.util.Arrays;

/**
 * Rastrigin's function: a bowl with a grid of dents, each a local minimum.
 *
 * <pre>
 * f(θ)    = Σ (θᵢ² + 10 (1 − cos 2πθᵢ))
 * ∂f/∂θᵢ  = 2 θᵢ + 20π sin 2πθᵢ
 * </pre>
 *
 * <p>Minimizer: the origin, value 0. Start: 2.2 in every coordinate. Source: Mühlenbein, Schomisch
 * and Born 1991, doi 10.1016/S0167-8191(05)80052-3.
 *
 * @param dimension the number of coordinates, at least 1
 */
public record Rastrigin(int dimension) implements TestSurface, TwiceDifferentiable {

  /**
   * Checks the dimension.
   *
   * @param dimension the number of coordinates
   * @throws IllegalArgumentException if it is below 1
   */
  public Rastrigin {
    Require.that(dimension >= 1, "dimension", dimension, "1 or more");
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double value = 0;
    for (int i = 0; i < dimension; i++) {
      double angle = 2 * Math.PI * theta[i];
      value += theta[i] * theta[i] + 10 * (1 - Math.cos(angle));
      gradient[i] = 2 * theta[i] + 20 * Math.PI * Math.sin(angle);
    }
    return value;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    for (int i = 0; i < dimension; i++) {
      Arrays.fill(hessian[i], 0);
      hessian[i][i] = 2 + 40 * Math.PI * Math.PI * Math.cos(2 * Math.PI * theta[i]);
    }
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {new double[dimension]};
  }

  @Override
  public double[] start() {
    double[] start = new double[dimension];
    Arrays.fill(start, 2.2);
    return start;
  }
}
