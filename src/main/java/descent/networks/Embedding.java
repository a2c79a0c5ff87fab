package descent.networks;

import descent.engine.Require;
import java.util.List;
import java.util.Random;

/**
 * An embedding: a vector to be learned for each symbol, such as a word. It is what a dense layer
 * without a bias would make of one-hot symbols, without the multiplications by 0.
 *
 * <pre>
 * y[i]         = E[x[i]]                          E [symbols, width],  x the symbols' numbers
 * ∂L/∂E[k]     = the sum of ∂L/∂y[i] over all i with x[i] = k
 * ∂L/∂x        = 0: a symbol's number is a name
 * </pre>
 *
 * <p>A row of the input is some symbols, one behind the other; a row of the output has their
 * vectors. As {@code torch.nn.Embedding} and {@code keras.layers.Embedding}, except for the start:
 * as the initializer says, with one input, since each output is one weight.
 *
 * <p>Source: Bengio, Ducharme, Vincent and Jauvin 2003, <i>JMLR</i> 3:1137–1155.
 *
 * @param symbols how many symbols there are, at least 1; their numbers begin at 0
 * @param width the numbers in a symbol's vector, at least 1
 */
public record Embedding(int symbols, int width) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param symbols how many symbols there are
   * @param width the numbers in a symbol's vector
   * @throws IllegalArgumentException if one is below 1
   */
  public Embedding {
    Require.that(symbols >= 1, "symbols", symbols, "1 or more");
    Require.that(width >= 1, "width", width, "1 or more");
  }

  @Override
  public int outputs(int inputs) {
    return inputs * width;
  }

  @Override
  public List<Weight> weights(int inputs) {
    return List.of(new Weight("E", symbols, width));
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    for (int i = at; i < at + symbols * width; i++) {
      theta[i] = initializer.draw(1, width, random);
    }
  }

  @Override
  public void forward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      int symbol = (int) p.x[i];
      if (symbol != p.x[i] || symbol < 0 || symbol >= symbols) {
        String name = "inputs[" + i / p.inputs + ", " + i % p.inputs + "]";
        Require.that(false, name, p.x[i], "a symbol's number from 0 to " + (symbols - 1));
      }
      System.arraycopy(p.theta, p.at + symbol * width, p.y, i * width, width);
    }
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.inputs; i++) {
      int row = p.at + (int) p.x[i] * width;
      for (int j = 0; j < width; j++) {
        p.gradient[row + j] += p.dy[i * width + j];
      }
    }
  }
}
