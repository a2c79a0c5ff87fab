package descent.networks;

import descent.engine.Require;
import java.util.List;

/**
 * A residual connection: layers whose output is added to their input, so that a gradient has a way
 * around them.
 *
 * <pre>
 * y = x + f(x)          ∂L/∂x = ∂L/∂y + (∂f/∂x)ᵀ ∂L/∂y
 * </pre>
 *
 * <p>Source: He, Zhang, Ren and Sun 2016, arXiv 1512.03385.
 *
 * @param parts the layers of f, whose output is as wide as their input
 */
public record Residual(List<Layer> parts) implements Layer {

  /**
   * Checks that there are layers.
   *
   * @param parts the layers of f
   * @throws IllegalArgumentException if there are none or one is null
   */
  public Residual {
    parts = Network.checked("parts", parts);
  }

  /**
   * Creates a residual connection around some layers.
   *
   * @param parts the layers of f
   * @throws IllegalArgumentException if there are none or one is null
   */
  public Residual(Layer... parts) {
    this(Network.list("parts", parts));
  }

  @Override
  public int outputs(int inputs) {
    int width = inputs;
    for (Layer part : parts) {
      width = part.outputs(width);
    }
    Require.that(width == inputs, "the width of " + this, width, inputs + ", as its input");
    return inputs;
  }

  @Override
  public void forward(Pass p) {
    double[] f = p.inner.forward(p.theta, p.x, p.rows, p.training, p.seed);
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.y[i] = p.x[i] + f[i];
    }
  }

  @Override
  public void backward(Pass p) {
    System.arraycopy(p.dy, 0, p.inner.last().dy, 0, p.rows * p.outputs);
    p.inner.backward(p.gradient, p.dx, p.dxWanted);
    for (int i = 0; i < p.rows * p.inputs; i++) {
      p.dx[i] += p.dy[i];
    }
  }

  @Override
  public String toString() {
    return "Residual" + parts;
  }
}
