package descent.networks;

/**
 * The rectifier: what is negative becomes 0. Its slope at 0 is taken as 0, as PyTorch does.
 *
 * <pre>
 * y = max(0, x)          dy/dx = 1 where x > 0, otherwise 0
 * </pre>
 */
public record ReLU() implements Layer {

  @Override
  public void forward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.y[i] = Math.max(0, p.x[i]);
    }
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] = p.x[i] > 0 ? p.dy[i] : 0;
    }
  }
}
