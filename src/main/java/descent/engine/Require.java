package descent.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks of arguments. Each message names the argument, the value and what was expected. */
public final class Require {

  private Require() {}

  /**
   * Requires an argument not to be null.
   *
   * @param <T> the argument's type
   * @param name the argument's name
   * @param value the argument
   * @return the argument
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T nonNull(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is null");
    }
    return value;
  }

  /**
   * Requires a number to meet a condition.
   *
   * @param condition whether it does
   * @param name the argument's name
   * @param value the number
   * @param expected what was expected, for example "a number above 0"
   * @throws IllegalArgumentException if the condition is false
   */
  public static void that(boolean condition, String name, Object value, String expected) {
    if (!condition) {
      throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
    }
  }

  /**
   * Requires a finite number above zero, such as a learning rate or a width.
   *
   * @param name the argument's name
   * @param value the number
   * @return the number
   * @throws IllegalArgumentException if it is zero, negative, infinite or NaN
   */
  public static double positive(String name, double value) {
    that(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number above 0");
    return value;
  }

  /**
   * Requires a finite number, zero or above, such as a weight.
   *
   * @param name the argument's name
   * @param value the number
   * @return the number
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public static double nonNegative(String name, double value) {
    that(
        value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number, 0 or above");
    return value;
  }

  /**
   * Requires every number of a vector to be finite.
   *
   * @param name the argument's name
   * @param values the vector
   * @return the vector
   * @throws IllegalArgumentException if it is null or empty
   * @throws NonFiniteException naming the first index that holds NaN or an infinity
   */
  public static double[] finite(String name, double[] values) {
    nonNull(name, values);
    that(values.length > 0, name, "empty", "at least one number");
    boolean finite =
        Ranges.all(
            values.length,
            (from, to) -> {
              double largest = 0; // NaN where a NaN is among them
              for (int i = from; i < to; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
              }
              return largest < Double.POSITIVE_INFINITY;
            });
    for (int i = 0; !finite && i < values.length; i++) {
      requireFinite(name, i, values[i]);
    }
    return values;
  }

  /**
   * Requires every number of a vector of floats to be finite.
   *
   * @param name the argument's name
   * @param values the vector
   * @return the vector
   * @throws IllegalArgumentException if it is null or empty
   * @throws NonFiniteException naming the first index that holds NaN or an infinity
   */
  public static float[] finite(String name, float[] values) {
    nonNull(name, values);
    that(values.length > 0, name, "empty", "at least one number");
    boolean finite =
        Ranges.all(
            values.length,
            (from, to) -> {
              float largest = 0; // NaN where a NaN is among them
              for (int i = from; i < to; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
              }
              return largest < Float.POSITIVE_INFINITY;
            });
    for (int i = 0; !finite && i < values.length; i++) {
      requireFinite(name, i, values[i]);
    }
    return values;
  }

  private static void requireFinite(String name, int i, double value) {
    if (!Double.isFinite(value)) {
      throw new NonFiniteException(name + "[" + i + "]", value);
    }
  }

  /**
   * Requires a vector to have so many numbers.
   *
   * @param name the argument's name
   * @param values the vector
   * @param length how many
   * @param owner what wants so many, for the message
   * @return the vector
   * @throws IllegalArgumentException if it is null or of another length
   */
  public static double[] length(String name, double[] values, int length, Object owner) {
    nonNull(name, values);
    if (values.length != length) { // the message is made only if it is needed
      that(false, "the length of " + name, values.length, length + " for " + owner);
    }
    return values;
  }

  /**
   * Requires an array of floats or doubles to be a matrix of a shape.
   *
   * @param name the argument's name
   * @param array the array
   * @param rows how many rows; −1 for any number
   * @param columns how many columns
   * @return the array
   * @throws IllegalArgumentException if it is null, empty, or of another type or shape
   */
  public static INDArray matrix(String name, INDArray array, long rows, long columns) {
    floating(name, array);
    if (array.rank() != 2 || array.size(1) != columns || rows != -1 && array.size(0) != rows) {
      String shape = "[" + (rows == -1 ? "rows" : rows) + ", " + columns + "]";
      that(false, name, "of shape " + Arrays.toString(array.shape()), shape);
    }
    return array;
  }

  /**
   * Requires an array to be of floats or doubles and to have elements.
   *
   * @param name the argument's name
   * @param array the array
   * @return the array
   * @throws IllegalArgumentException if it is null, empty, or of another type
   */
  public static INDArray floating(String name, INDArray array) {
    nonNull(name, array);
    that(!array.isEmpty() && array.length() > 0, name, "empty", "at least one element");
    if (array.length() > Batch.LARGEST) { // no text is put together for arrays that are fit
      that(false, name, "of " + array.length() + " elements", "at most " + Batch.LARGEST);
    }
    DataType type = array.dataType();
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      String wanted = "FLOAT or DOUBLE (castTo(DataType.DOUBLE) converts)";
      that(false, name, "of type " + type, wanted);
    }
    return array;
  }

  /**
   * Requires two arrays to have the same shape. There is no broadcasting: [n, 1] and [n] differ.
   *
   * @param name the first array's name
   * @param array the first array
   * @param other the second array's name
   * @param like the second array
   * @throws IllegalArgumentException if the shapes differ, naming both
   */
  public static void sameShape(String name, INDArray array, String other, INDArray like) {
    if (!Arrays.equals(array.shape(), like.shape())) {
      throw new IllegalArgumentException(
          name
              + " has shape "
              + Arrays.toString(array.shape())
              + " and "
              + other
              + " "
              + Arrays.toString(like.shape())
              + "; expected the same shape");
    }
  }
}
