package descent.data;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.Table;

/**
 * What a model learns from: n rows of k inputs, and for each row its targets.
 *
 * <p>A data set holds copies of the arrays it is given. It hands out its own: leave them unchanged.
 *
 * @param inputs float or double, shape [n, k]
 * @param targets float or double, shape [n, 1], or [n, m] for several targets a row
 * @param inputNames the k names of the inputs
 * @param targetName the name of the target
 */
public record Dataset(
    INDArray inputs, INDArray targets, List<String> inputNames, String targetName) {

  /**
   * Creates a data set.
   *
   * @param inputs float or double, shape [n, k]
   * @param targets float or double, shape [n, m]
   * @param inputNames k names
   * @param targetName a name
   * @throws IllegalArgumentException if an argument is null, an array is not a matrix of floats or
   *     doubles, or the numbers of rows or names do not match
   */
  public Dataset {
    inputs = matrix("inputs", inputs).dup('c');
    targets = matrix("targets", targets).dup('c');
    inputNames = List.copyOf(Require.nonNull("inputNames", inputNames));
    Require.nonNull("targetName", targetName);
    Require.that(
        targets.rows() == inputs.rows(),
        "rows of targets",
        targets.rows(),
        "as many as inputs has, " + inputs.rows());
    Require.that(
        inputNames.size() == inputs.columns(),
        "inputNames",
        inputNames,
        "a name for each of the " + inputs.columns() + " columns of inputs");
  }

  /**
   * Returns the data set in a table: the target first, as in "y depends on x".
   *
   * @param table a table of numbers
   * @param target the name of the target's column
   * @param inputs the names of the inputs' columns; without any, all columns but the target
   * @return a data set of doubles
   * @throws IllegalArgumentException if the table has no such column, a column is named twice or is
   *     not one of numbers, a value is blank, NaN or infinite, or there are no inputs
   */
  public static Dataset of(Table table, String target, String... inputs) {
    Require.nonNull("table", table);
    Require.nonNull("inputs", inputs);
    Columns.named(table, target);
    List<String> names = new ArrayList<>(inputs.length > 0 ? List.of(inputs) : table.columnNames());
    if (inputs.length == 0) {
      names.remove(target);
    }
    Require.that(!names.isEmpty(), "table", table.columnNames(), "a column beside the target");
    Require.that(!names.contains(target), "inputs", names, "columns other than the target");
    Require.that(
        names.stream().distinct().count() == names.size(), "inputs", names, "each column once");
    return new Dataset(
        Columns.of(table, names.toArray(String[]::new)), Columns.of(table, target), names, target);
  }

  /**
   * Returns the number of rows.
   *
   * @return n
   */
  public int rows() {
    return inputs.rows();
  }

  /**
   * Returns some of the rows, in the order given; one may be taken several times.
   *
   * @param rows indices from 0 to n − 1, at least one
   * @return a new data set
   * @throws IllegalArgumentException if there is no index or one out of range
   */
  public Dataset rows(int... rows) {
    Require.nonNull("rows", rows);
    Require.that(rows.length > 0, "rows", "empty", "at least one index");
    for (int i = 0; i < rows.length; i++) {
      String expected = "an index from 0 to " + (rows() - 1);
      Require.that(rows[i] >= 0 && rows[i] < rows(), "rows[" + i + "]", rows[i], expected);
    }
    return new Dataset(
        Nd4j.pullRows(inputs, 1, rows), Nd4j.pullRows(targets, 1, rows), inputNames, targetName);
  }

  /**
   * Returns the same data with other values of the inputs, for example standardised ones.
   *
   * @param inputs shape [n, k]
   * @return a new data set
   * @throws IllegalArgumentException if the array is not a matrix of that shape
   */
  public Dataset withInputs(INDArray inputs) {
    return new Dataset(inputs, targets, inputNames, targetName);
  }

  @Override
  public String toString() {
    return rows() + " rows, " + String.join(", ", inputNames) + " → " + targetName;
  }

  /** Requires an array to be a matrix of floats or doubles. */
  static INDArray matrix(String name, INDArray array) {
    Require.floating(name, array);
    String shape = "of shape " + Arrays.toString(array.shape());
    Require.that(array.rank() == 2, name, shape, "a matrix [rows, columns]");
    return array;
  }
}
