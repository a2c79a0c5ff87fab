package descent.networks;

import java.util.Random;

/**
 * He's initialization, for layers that are followed by ReLU, which lets half of the variance
 * through.
 *
 * <pre>
 * w ~ N(0, 2 / inputs)
 * </pre>
 *
 * <p>As {@code torch.nn.init.kaiming_normal_}. Source: He, Zhang, Ren and Sun 2015, arXiv
 * 1502.01852.
 */
public record He() implements Initializer {

  @Override
  public double draw(int inputs, int outputs, Random random) {
    return random.nextGaussian() * Math.sqrt(2.0 / inputs);
  }
}
