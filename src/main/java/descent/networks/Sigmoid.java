package descent.networks;

import descent.math.Exp;

/**
 * The logistic function of each number: between 0 and 1, with slope 1/4 at 0.
 *
 * <pre>
 * y = 1 / (1 + e⁻ˣ)          dy/dx = y (1 − y)
 * </pre>
 */
public record Sigmoid() implements Layer {

  @Override
  public void forward(Pass p) {
    int n = p.rows * p.inputs;
    double[] minus = new double[n];
    for (int i = 0; i < n; i++) {
      minus[i] = -p.x[i];
    }
    Exp.of(minus, p.y, n);
    for (int i = 0; i < n; i++) {
      p.y[i] = 1 / (1 + p.y[i]);
    }
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] = p.dy[i] * p.y[i] * (1 - p.y[i]);
    }
  }
}
