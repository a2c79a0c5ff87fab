package descent.networks;

import descent.engine.Require;
import java.util.List;

/**
 * Layers that are applied to every step of a sequence by itself, with the same weights. A row of
 * the input is the steps, one behind the other, and so is a row of the output.
 *
 * <p>As {@code torch.nn.Linear} on an array [rows, steps, features], and {@code
 * keras.layers.TimeDistributed}.
 *
 * @param steps how many steps a row has, at least 1
 * @param parts the layers that see one step
 */
public record Stepwise(int steps, List<Layer> parts) implements Layer {

  /**
   * Checks the arguments.
   *
   * @param steps how many steps a row has
   * @param parts the layers that see one step
   * @throws IllegalArgumentException if there is no step or no layer, or one is null
   */
  public Stepwise {
    Require.that(steps >= 1, "steps", steps, "1 or more");
    parts = Network.checked("parts", parts);
  }

  /**
   * Creates a layer from some others.
   *
   * @param steps how many steps a row has, at least 1
   * @param parts the layers that see one step
   * @throws IllegalArgumentException if there is no step or no layer, or one is null
   */
  public Stepwise(int steps, Layer... parts) {
    this(steps, Network.list("parts", parts));
  }

  @Override
  public int partInputs(int inputs) {
    Require.that(inputs % steps == 0, "inputs", inputs, "a multiple of " + steps + " steps");
    return inputs / steps;
  }

  @Override
  public int outputs(int inputs) {
    int width = partInputs(inputs);
    for (Layer part : parts) {
      width = part.outputs(width);
    }
    return steps * width;
  }

  @Override
  public void forward(Pass p) {
    double[] y = p.inner.forward(p.theta, p.x, p.rows * steps, p.training, p.seed);
    System.arraycopy(y, 0, p.y, 0, p.rows * p.outputs);
  }

  @Override
  public void backward(Pass p) {
    System.arraycopy(p.dy, 0, p.inner.last().dy, 0, p.rows * p.outputs);
    p.inner.backward(p.gradient, p.dx, p.dxWanted);
  }

  @Override
  public String toString() {
    return "Stepwise[" + steps + ", " + parts.toString().substring(1);
  }
}
