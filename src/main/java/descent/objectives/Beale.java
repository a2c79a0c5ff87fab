package descent.objectives;

/**
 * Beale's function: a flat plain between steep walls.
 *
 * <pre>
 * f(x, y)  = Σₖ tₖ²,   tₖ = cₖ − x (1 − yᵏ),   c = (1.5, 2.25, 2.625),   k = 1, 2, 3
 * ∂f/∂x    = −2 Σₖ tₖ (1 − yᵏ)
 * ∂f/∂y    = 2 Σₖ tₖ x k yᵏ⁻¹
 * </pre>
 *
 * <p>Minimizer: (3, 0.5), value 0. Start: (1, 1). Source: Beale 1958, as number 5 of Moré, Garbow
 * and Hillstrom 1981, doi 10.1145/355934.355936.
 */
public record Beale() implements TestSurface, TwiceDifferentiable {

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    requireLength(theta, gradient);
    double x = theta[0];
    double y = theta[1];
    double t1 = 1.5 - x * (1 - y);
    double t2 = 2.25 - x * (1 - y * y);
    double t3 = 2.625 - x * (1 - y * y * y);
    gradient[0] = -2 * (t1 * (1 - y) + t2 * (1 - y * y) + t3 * (1 - y * y * y));
    gradient[1] = 2 * x * (t1 + 2 * t2 * y + 3 * t3 * y * y);
    return t1 * t1 + t2 * t2 + t3 * t3;
  }

  @Override
  public void hessian(double[] theta, double[][] hessian) {
    double x = theta[0];
    double y = theta[1];
    double t1 = 1.5 - x * (1 - y);
    double t2 = 2.25 - x * (1 - y * y);
    double t3 = 2.625 - x * (1 - y * y * y);
    double u1 = 1 - y;
    double u2 = 1 - y * y;
    double u3 = 1 - y * y * y;
    hessian[0][0] = 2 * (u1 * u1 + u2 * u2 + u3 * u3);
    hessian[0][1] = 2 * (t1 - x * u1) + 4 * y * (t2 - x * u2) + 6 * y * y * (t3 - x * u3);
    hessian[1][0] = hessian[0][1];
    hessian[1][1] = 2 * x * (x * (1 + 4 * y * y + 9 * Math.pow(y, 4)) + 2 * t2 + 6 * y * t3);
  }

  @Override
  public double[][] minimizers() {
    return new double[][] {{3, 0.5}};
  }

  @Override
  public double[] start() {
    return new double[] {1, 1};
  }
}
