package descent.networks;

import descent.engine.Product;
import descent.engine.Require;
import java.util.List;
import java.util.Random;

/**
 * A dense (fully connected) layer: every output is a weighted sum of all inputs, and a bias.
 *
 * <pre>
 * Y      = X W + b          X [rows, inputs],  W [inputs, units],  b [units],  Y [rows, units]
 * ∂L/∂W  = Xᵀ ∂L/∂Y
 * ∂L/∂b  = the sum of the rows of ∂L/∂Y
 * ∂L/∂X  = ∂L/∂Y Wᵀ
 * </pre>
 *
 * <p>As {@code torch.nn.Linear} (whose W is the transpose) and {@code keras.layers.Dense} without
 * an activation. W begins as the initializer says, b at 0.
 *
 * @param units the number of outputs, at least 1
 */
public record Dense(int units) implements Layer {

  /**
   * Checks the number.
   *
   * @param units the number of outputs
   * @throws IllegalArgumentException if it is below 1
   */
  public Dense {
    Require.that(units >= 1, "units", units, "1 or more");
  }

  @Override
  public int outputs(int inputs) {
    return units;
  }

  @Override
  public List<Weight> weights(int inputs) {
    return List.of(new Weight("W", inputs, units), new Weight("b", units));
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    for (int i = at; i < at + inputs * units; i++) {
      theta[i] = initializer.draw(inputs, units, random);
    }
  }

  @Override
  public int notes(int rows, int inputs) {
    return inputs * units; // Wᵀ
  }

  @Override
  public void forward(Pass p) {
    int bias = p.at + p.inputs * units;
    for (int r = 0; r < p.rows; r++) {
      System.arraycopy(p.theta, bias, p.y, r * units, units);
    }
    Product.add(p.x, p.inputs, 1, p.rows, p.inputs, p.theta, p.at, units, p.y, 0);
  }

  @Override
  public void backward(Pass p) {
    Product.add(p.x, 1, p.inputs, p.inputs, p.rows, p.dy, 0, units, p.gradient, p.at);
    int bias = p.at + p.inputs * units;
    for (int r = 0; r < p.rows; r++) {
      for (int j = 0; j < units; j++) {
        p.gradient[bias + j] += p.dy[r * units + j];
      }
    }
    if (p.dxWanted) {
      for (int i = 0; i < p.inputs; i++) {
        for (int j = 0; j < units; j++) {
          p.notes[j * p.inputs + i] = p.theta[p.at + i * units + j];
        }
      }
      Product.add(p.dy, units, 1, p.rows, units, p.notes, 0, p.inputs, p.dx, 0);
    }
  }
}
