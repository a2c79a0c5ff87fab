package descent.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Where arrays lie in memory. */
final class Memory {

  private Memory() {}

  /**
   * Requires an array for the gradient to be of the shape of the predictions and apart from the
   * arguments.
   *
   * @throws IllegalArgumentException if it is not; nothing is required of one that is null
   */
  static void requireGradient(
      INDArray gradient, INDArray predictions, INDArray targets, INDArray weights) {
    if (gradient != null) {
      Require.floating("gradient", gradient);
      Require.sameShape("gradient", gradient, "predictions", predictions);
      requireApart("gradient", gradient, "predictions", predictions);
      requireApart("gradient", gradient, "targets", targets);
      if (weights != null) {
        requireApart("gradient", gradient, "weights", weights);
      }
    }
  }

  /**
   * Requires two arrays not to overlap: writing to one would change the other.
   *
   * @throws IllegalArgumentException if they do
   */
  static void requireApart(String name, INDArray array, String other, INDArray source) {
    if (first(array) < end(source) && first(source) < end(array)) {
      throw new IllegalArgumentException(
          name + " shares memory with " + other + "; expected an array of its own");
    }
  }

  private static long first(INDArray array) {
    return array.data().pointer().address() + array.offset() * array.dataType().width();
  }

  /** Behind the last element, however the strides go. */
  private static long end(INDArray array) {
    long last = 0;
    for (int i = 0; i < array.rank(); i++) {
      last += (array.size(i) - 1) * array.stride(i);
    }
    return first(array) + (last + 1) * array.dataType().width();
  }
}
