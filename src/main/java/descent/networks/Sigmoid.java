package descent.networks;

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
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.y[i] = 1 / (1 + Math.exp(-p.x[i]));
    }
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] = p.dy[i] * p.y[i] * (1 - p.y[i]);
    }
  }
}
