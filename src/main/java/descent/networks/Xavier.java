package descent.networks;

import java.util.Random;

/**
 * Xavier's (Glorot's) initialization, for layers that are followed by tanh or by nothing.
 *
 * <pre>
 * w ~ U(−a, a)          a = √(6 / (inputs + outputs)), so that the variance is 2 / (inputs + outputs)
 * </pre>
 *
 * <p>As {@code torch.nn.init.xavier_uniform_} and Keras's default. Source: Glorot and Bengio 2010,
 * <i>AISTATS</i>, PMLR 9:249–256.
 */
public record Xavier() implements Initializer {

  @Override
  public double draw(int inputs, int outputs, Random random) {
    return (2 * random.nextDouble() - 1) * Math.sqrt(6.0 / (inputs + outputs));
  }
}
