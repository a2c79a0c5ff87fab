package descent.objectives;

/**
 * A saddle: down along y, up along x. It has no minimum; at the origin its gradient is zero all the
 * same.
 *
 * <pre>
 * f(x, y)  = x² − y²
 * ∂f/∂x    = 2 x
 * ∂f/∂y    = −2 y
 * </pre>
 *
 * <p>Start: (1, 10⁻³), just beside the ridge.
 */
public record Saddle() implements TestSurface, TwiceDifferentiable {

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double x = theta[0];
    double y = theta[1];
    gradient[0] = 2 * x;
    gradient[1] = -2 * y;
    return x * x - y * y;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    hessian[0][0] = 2;
    hessian[0][1] = hessian[1][0] = 0;
    hessian[1][1] = -2;
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {};
  }

  @Override
  public double[] start() {
    return new double[] {1, 1e-3};
  }
}
