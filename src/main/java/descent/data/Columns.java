package descent.data;

import descent.engine.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** From the columns of a Tablesaw table to an ND4J array. */
public final class Columns {

  private Columns() {}

  /**
   * Returns columns of numbers side by side, in the order of the names.
   *
   * @param table the table
   * @param names the columns' names, at least one
   * @return a new array of doubles with shape [rows, names]
   * @throws IllegalArgumentException if no name is given, the table has no such column or no rows,
   *     a column is not one of numbers, or a value is blank, NaN or infinite
   */
  public static INDArray of(Table table, String... names) {
    Require.nonNull("table", table);
    Require.nonNull("names", names);
    Require.that(names.length > 0, "names", "empty", "the name of at least one column");
    Require.that(table.rowCount() > 0, "table", "empty", "at least one row");
    double[][] matrix = new double[table.rowCount()][names.length];
    for (int j = 0; j < names.length; j++) {
      NumericColumn<?> column = numeric(table, names[j]);
      for (int i = 0; i < matrix.length; i++) {
        double value = column.getDouble(i);
        String where = "column \"" + names[j] + "\", row " + (i + 1);
        Require.that(Double.isFinite(value), where, value, "a finite number");
        matrix[i][j] = value;
      }
    }
    return Nd4j.createFromArray(matrix).castTo(DataType.DOUBLE);
  }

  private static NumericColumn<?> numeric(Table table, String name) {
    Column<?> column = named(table, name);
    if (column instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    throw new IllegalArgumentException(
        "column \"" + name + "\" is of type " + column.type() + "; expected numbers");
  }

  /** Returns the column with exactly this name. */
  static Column<?> named(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "column is \"" + name + "\"; expected one of " + table.columnNames()));
  }
}
