package descent.engine;

import org.nd4j.linalg.api.buffer.DataType;
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

  /**
   * Returns an array as {@link #rows} can read it without a copy.
   *
   * @param array any array of numbers
   * @return the array itself, if its elements are floats or doubles and lie in row-major order;
   *     otherwise a copy, in doubles if it holds integers
   */
  public static INDArray dense(INDArray array) {
    INDArray real = array.isR() ? array : array.castTo(DataType.DOUBLE);
    return Dense.isDense(real) ? real : real.dup('c');
  }

  /**
   * Copies some rows of an array to the rows of another.
   *
   * @param array floats or doubles, [rows, …]
   * @param rows which rows, in this order
   * @param into of the type of the array, [rows.length, …], not a view
   */
  public static void rows(INDArray array, int[] rows, INDArray into) {
    int width = (int) (array.length() / array.size(0));
    double[] row = new double[width];
    float[] scratch = new float[width];
    try (Dense from = Dense.reading(array);
        Dense to = Dense.writing(into)) {
      for (int i = 0; i < rows.length; i++) {
        from.read(rows[i] * width, row, scratch, width);
        to.write(i * width, row, scratch, width);
      }
      to.flush();
    }
  }

  private static float[] scratch(INDArray array) {
    return Dense.isDouble(array) ? null : new float[(int) array.length()];
  }
}
