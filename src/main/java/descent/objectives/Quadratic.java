package descent.objectives;

import descent.engine.Require;
import java.util.Arrays;

/**
 * A bowl with axes along the coordinates.
 *
 * <pre>
 * f(θ)    = ½ Σ λᵢ θᵢ²
 * ∂f/∂θᵢ  = λᵢ θᵢ
 * </pre>
 *
 * <p>The curvatures λ are the eigenvalues of its Hessian; the condition number is max λ / min λ.
 * Gradient descent converges for rates below 2 / max λ. Minimizer: the origin. Start: all ones.
 */
public final class Quadratic implements TestSurface, TwiceDifferentiable {

  private final double[] curvatures;

  /**
   * Creates the bowl.
   *
   * @param curvatures λ, one for each coordinate, finite and above 0
   * @throws IllegalArgumentException if there is none, or one is out of range
   */
  public Quadratic(double... curvatures) {
    Require.nonNull("curvatures", curvatures);
    Require.that(curvatures.length > 0, "curvatures", "empty", "at least one number");
    for (int i = 0; i < curvatures.length; i++) {
      Require.positive("curvatures[" + i + "]", curvatures[i]);
    }
    this.curvatures = curvatures.clone();
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double value = 0;
    for (int i = 0; i < curvatures.length; i++) {
      gradient[i] = curvatures[i] * theta[i];
      value += 0.5 * theta[i] * gradient[i];
    }
    return value;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    for (int i = 0; i < curvatures.length; i++) {
      Arrays.fill(hessian[i], 0);
      hessian[i][i] = curvatures[i];
    }
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {new double[curvatures.length]};
  }

  @Override
  public double[] start() {
    double[] ones = new double[curvatures.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public String toString() {
    return "Quadratic" + Arrays.toString(curvatures);
  }
}
