package descent.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whole arrays of floats or doubles from ND4J's memory to Java's and back. */
public final class Transfer {

  private Transfer() {}

  /**
   * Copies an array's elements in row-major order.
   *
   * @param array floats or doubles; may be a view
   * @param values filled from its beginning; at least as long as the array
   */
  public static void read(INDArray array, double[] values) {
    try (Dense dense = Dense.reading(array)) {
      dense.read(0, values, scratch(array), (int) array.length());
    }
  }

  /**
   * Fills an array with numbers in row-major order.
   *
   * @param values at least as many as the array has elements
   * @param array floats or doubles; may be a view
   */
  public static void write(double[] values, INDArray array) {
    try (Dense dense = Dense.writing(array)) {
      dense.write(0, values, scratch(array), (int) array.length());
      dense.flush();
    }
  }

  private static float[] scratch(INDArray array) {
    return Dense.isDouble(array) ? null : new float[(int) array.length()];
  }
}
