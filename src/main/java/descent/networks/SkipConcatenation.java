package descent.networks;

import java.util.List;

/**
 * A skip connection by concatenation: layers whose output is followed by their input, for what
 * comes after to see both.
 *
 * <pre>
 * y = (f(x), x)          ∂L/∂x = the right part of ∂L/∂y + (∂f/∂x)ᵀ the left part
 * </pre>
 *
 * <p>Around the decoder of a variational autoencoder it lets a loss see the codes: {@code
 * descent.losses.VariationalLoss}.
 *
 * <p>Source: Huang, Liu, van der Maaten and Weinberger 2017, arXiv 1608.06993.
 *
 * @param parts the layers of f
 */
public record SkipConcatenation(List<Layer> parts) implements Layer {

  /**
   * Checks that there are layers.
   *
   * @param parts the layers of f
   * @throws IllegalArgumentException if there are none or one is null
   */
  public SkipConcatenation {
    parts = Network.checked("parts", parts);
  }

  /**
   * Creates a skip connection around some layers.
   *
   * @param parts the layers of f
   * @throws IllegalArgumentException if there are none or one is null
   */
  public SkipConcatenation(Layer... parts) {
    this(Network.list("parts", parts));
  }

  @Override
  public int outputs(int inputs) {
    int width = inputs;
    for (Layer part : parts) {
      width = part.outputs(width);
    }
    return width + inputs;
  }

  @Override
  public void forward(Pass p) {
    double[] f = p.inner.forward(p.theta, p.x, p.rows, p.training, p.seed);
    int width = p.outputs - p.inputs;
    for (int r = 0; r < p.rows; r++) {
      System.arraycopy(f, r * width, p.y, r * p.outputs, width);
      System.arraycopy(p.x, r * p.inputs, p.y, r * p.outputs + width, p.inputs);
    }
  }

  @Override
  public void backward(Pass p) {
    int width = p.outputs - p.inputs;
    for (int r = 0; r < p.rows; r++) {
      System.arraycopy(p.dy, r * p.outputs, p.inner.last().dy, r * width, width);
    }
    p.inner.backward(p.gradient, p.dx, p.dxWanted);
    for (int r = 0; r < p.rows; r++) {
      for (int j = 0; j < p.inputs; j++) {
        p.dx[r * p.inputs + j] += p.dy[r * p.outputs + width + j];
      }
    }
  }

  @Override
  public String toString() {
    return "SkipConcatenation" + parts;
  }
}
