package descent.networks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A layer of a network: a function of rows of numbers, and its way back. A record with these two
 * makes one, in a notebook cell as well as here:
 *
 * <pre>{@code
 * record Square() implements Layer {
 *   public void forward(Pass p) {
 *     for (int i = 0; i < p.rows * p.inputs; i++) {
 *       p.y[i] = p.x[i] * p.x[i];
 *     }
 *   }
 *
 *   public void backward(Pass p) {
 *     for (int i = 0; i < p.rows * p.inputs; i++) {
 *       p.dx[i] = p.dy[i] * 2 * p.x[i];
 *     }
 *   }
 * }
 * }</pre>
 */
public interface Layer {

  /**
   * A weight of a layer.
   *
   * @param name its name within the layer, for example "W"
   * @param shape its shape; two axes for a matrix, which regularizers and initializers act on
   */
  record Weight(String name, int... shape) {

    /**
     * Returns how many numbers it has.
     *
     * @return the product of its shape
     */
    public int length() {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
  }

  /**
   * Fills {@code y} from {@code x} and θ.
   *
   * @param p the arrays
   */
  void forward(Pass p);

  /**
   * Adds to {@code dx} and to the layer's part of {@code gradient}, from {@code dy} and what
   * forward left.
   *
   * @param p the arrays
   */
  void backward(Pass p);

  /**
   * Returns how many numbers a row of the output has.
   *
   * @param inputs how many a row of the input has
   * @return as many, unless the layer says otherwise
   * @throws IllegalArgumentException if the layer does not take such rows
   */
  default int outputs(int inputs) {
    return inputs;
  }

  /**
   * Returns the weights in the order in which they lie in θ.
   *
   * @param inputs how many numbers a row of the input has
   * @return none, unless the layer says otherwise
   */
  default List<Weight> weights(int inputs) {
    return List.of();
  }

  /**
   * Fills in the first weights, which are 0 before.
   *
   * @param inputs how many numbers a row of the input has
   * @param theta θ
   * @param at where the layer's weights begin
   * @param initializer how matrices begin
   * @param random where chance comes from
   */
  default void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {}

  /**
   * Returns what the layer gathers beside θ, as it is before training.
   *
   * @param inputs how many numbers a row of the input has
   * @return a new array; empty, unless the layer says otherwise
   */
  default double[] statistics(int inputs) {
    return new double[0];
  }

  /**
   * Returns how many numbers forward notes down for backward.
   *
   * @param rows the number of rows
   * @param inputs how many numbers a row of the input has
   * @return none, unless the layer says otherwise
   */
  default int notes(int rows, int inputs) {
    return 0;
  }

  /**
   * Gathers what a step has shown. Does nothing by default.
   *
   * @param p the arrays of the last forward pass in training
   */
  default void advance(Pass p) {}

  /**
   * Returns the layers inside of this one.
   *
   * @return none, unless the layer says otherwise
   */
  default List<Layer> parts() {
    return List.of();
  }

  /**
   * Returns how many numbers a row has that goes into the first of the parts.
   *
   * @param inputs how many a row of the input has
   * @return as many, unless the layer says otherwise
   * @throws IllegalArgumentException if the layer does not take such rows
   */
  default int partInputs(int inputs) {
    return inputs;
  }
}
