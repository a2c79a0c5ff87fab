package descent.networks;

import descent.engine.Require;
import java.util.Random;

/**
 * Weights of the same standard deviation in every layer, whatever its width. It is here to show
 * what goes wrong with it.
 *
 * <pre>
 * w ~ N(0, σ²)
 * </pre>
 *
 * @param deviation σ, 0 or above
 */
public record Normal(double deviation) implements Initializer {

  /**
   * Checks the deviation.
   *
   * @param deviation σ
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Normal {
    Require.nonNegative("deviation", deviation);
  }

  @Override
  public double draw(int inputs, int outputs, Random random) {
    return deviation * random.nextGaussian();
  }
}
