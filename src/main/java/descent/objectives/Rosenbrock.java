package descent.objectives;

/**
 * Rosenbrock's banana: a curved valley with a flat floor.
 *
 * <pre>
 * f(x, y)  = (1 − x)² + 100 (y − x²)²
 * ∂f/∂x    = −2 (1 − x) − 400 x (y − x²)
 * ∂f/∂y    = 200 (y − x²)
 * </pre>
 *
 * <p>Minimizer: (1, 1), value 0. Start: (−1.2, 1). Source: Rosenbrock 1960, doi
 * 10.1093/comjnl/3.3.175.
 */
public record Rosenbrock() implements TestSurface, TwiceDifferentiable {

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double x = theta[0];
    double y = theta[1];
    double a = 1 - x;
    double b = y - x * x;
    gradient[0] = -2 * a - 400 * x * b;
    gradient[1] = 200 * b;
    return a * a + 100 * b * b;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    double x = theta[0];
    hessian[0][0] = 2 - 400 * (theta[1] - 3 * x * x);
    hessian[0][1] = hessian[1][0] = -400 * x;
    hessian[1][1] = 200;
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {{1, 1}};
  }

  @Override
  public double[] start() {
    return new double[] {-1.2, 1};
  }
}
