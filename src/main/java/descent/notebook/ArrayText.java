package descent.notebook;

import descent.engine.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays as text: type and shape on the first line, then the numbers, rounded, in aligned columns.
 * Of more than ten rows or columns the first and the last five are shown.
 *
 * <pre>
 * DOUBLE [3, 2]
 *  1.0000   2.5000
 * -0.2500  10.0000
 *  0.0000   0.3333
 * </pre>
 */
public final class ArrayText {

  private static final int SLICES = 3;

  private ArrayText() {}

  /**
   * Returns an array as text. Of a tensor the first three matrices are shown, each under its index.
   *
   * @param array the array, of any shape and type
   * @return lines of text, without a line break at the end
   * @throws IllegalArgumentException if it is null
   */
  public static String of(INDArray array) {
    Require.nonNull("array", array);
    String head = array.dataType() + " " + Arrays.toString(array.shape());
    if (array.isEmpty()) {
      return head;
    }
    if (array.dataType() == DataType.UTF8) {
      return head + "\n" + array;
    }
    return switch (array.rank()) {
      case 0 -> head + "\n" + Grid.text(1, 1, (i, j) -> array.getDouble());
      case 1 -> head + "\n" + Grid.text(1, array.length(), (i, j) -> array.getDouble(j));
      case 2 ->
          head + "\n" + Grid.text(array.size(0), array.size(1), (i, j) -> array.getDouble(i, j));
      default -> head + slices(array);
    };
  }

  /**
   * Returns a vector as text.
   *
   * @param array the vector
   * @return two lines of text
   * @throws IllegalArgumentException if it is null
   */
  public static String of(double[] array) {
    Require.nonNull("array", array);
    String head = "double[" + array.length + "]";
    return array.length == 0
        ? head
        : head + "\n" + Grid.text(1, array.length, (i, j) -> array[(int) j]);
  }

  /**
   * Returns rows as text; they may differ in length.
   *
   * @param array the rows
   * @return lines of text, without a line break at the end
   * @throws IllegalArgumentException if it or a row of it is null
   */
  public static String of(double[][] array) {
    Require.nonNull("array", array);
    int columns = 0;
    boolean ragged = false;
    for (int i = 0; i < array.length; i++) {
      columns = Math.max(columns, Require.nonNull("array[" + i + "]", array[i]).length);
      ragged |= array[i].length != array[0].length;
    }
    String head = "double[" + array.length + "][" + (ragged ? "" : columns) + "]";
    return columns == 0
        ? head
        : head
            + "\n"
            + Grid.text(
                array.length,
                columns,
                (i, j) -> j < array[(int) i].length ? array[(int) i][(int) j] : null);
  }

  /** The first matrices of a tensor, each under its index. */
  private static String slices(INDArray tensor) {
    int leading = tensor.rank() - 2;
    long count = 1;
    for (int d = 0; d < leading; d++) {
      count *= tensor.size(d);
    }
    StringBuilder text = new StringBuilder();
    for (long n = 0; n < Math.min(count, SLICES); n++) {
      long[] index = new long[tensor.rank()];
      long rest = n;
      for (int d = leading - 1; d >= 0; d--) {
        index[d] = rest % tensor.size(d);
        rest /= tensor.size(d);
      }
      text.append("\n[");
      for (int d = 0; d < leading; d++) {
        text.append(index[d]).append(", ");
      }
      text.append(":, :]\n");
      Grid.Cells matrix =
          (i, j) -> {
            index[leading] = i;
            index[leading + 1] = j;
            return tensor.getDouble(index);
          };
      text.append(Grid.text(tensor.size(leading), tensor.size(leading + 1), matrix));
    }
    return count > SLICES ? text + "\n… " + (count - SLICES) + " more" : text.toString();
  }
}
