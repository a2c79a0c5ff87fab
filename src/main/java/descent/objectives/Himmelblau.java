package descent.objectives;

/**
 * Himmelblau's function: four minima of the same depth.
 *
 * <pre>
 * f(x, y)  = (x² + y − 11)² + (x + y² − 7)²
 * ∂f/∂x    = 4 x (x² + y − 11) + 2 (x + y² − 7)
 * ∂f/∂y    = 2 (x² + y − 11) + 4 y (x + y² − 7)
 * </pre>
 *
 * <p>Minimizers: (3, 2) and three others, value 0. Start: (0, 0). Source: Himmelblau, <i>Applied
 * Nonlinear Programming</i>, McGraw-Hill 1972.
 */
public record Himmelblau() implements TestSurface, TwiceDifferentiable {

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double x = theta[0];
    double y = theta[1];
    double a = x * x + y - 11;
    double b = x + y * y - 7;
    gradient[0] = 4 * x * a + 2 * b;
    gradient[1] = 2 * a + 4 * y * b;
    return a * a + b * b;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    double x = theta[0];
    double y = theta[1];
    hessian[0][0] = 12 * x * x + 4 * y - 42;
    hessian[0][1] = hessian[1][0] = 4 * (x + y);
    hessian[1][1] = 12 * y * y + 4 * x - 26;
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {
      {3, 2},
      {-2.805118086952745, 3.131312518250573},
      {-3.779310253377747, -3.283185991286170},
      {3.584428340330492, -1.848126526964404}
    };
  }

  @Override
  public double[] start() {
    return new double[] {0, 0};
  }
}
