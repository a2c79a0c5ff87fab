package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DatasetTest {

  private final Table table =
      Table.create(
          DoubleColumn.create("y", 0.1, 0.2, 0.3),
          IntColumn.create("a", 1, 2, 3),
          DoubleColumn.create("b", 4, 5, 6));

  @Test
  void takesTheNamedColumnsInTheirOrder() {
    Dataset data = Dataset.of(table, "y", "b", "a");
    assertMatrix(new double[][] {{4, 1}, {5, 2}, {6, 3}}, data.inputs());
    assertMatrix(new double[][] {{0.1}, {0.2}, {0.3}}, data.targets());
    assertEquals(List.of("b", "a"), data.inputNames());
    assertEquals("y", data.targetName());
    assertEquals(3, data.rows());
    assertEquals("3 rows, b, a → y", data.toString());
  }

  @Test
  void takesAllOtherColumnsWithoutNames() {
    assertMatrix(new double[][] {{1, 4}, {2, 5}, {3, 6}}, Dataset.of(table, "y").inputs());
  }

  @Test
  void isOfDoublesWhateverTheDefault() {
    DataType before = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    try {
      assertMatrix(new double[][] {{0.1}, {0.2}, {0.3}}, Columns.of(table, "y"));
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }

  @Test
  void refusesColumnsItCannotUse() {
    refuses("column is \"z\"; expected one of [y, a, b]", () -> Dataset.of(table, "z"));
    refuses("column is \"A\"; expected one of [y, a, b]", () -> Dataset.of(table, "y", "A"));
    refuses(
        "inputs is [a, y]; expected columns other than the target",
        () -> Dataset.of(table, "y", "a", "y"));
    refuses("inputs is [a, a]; expected each column once", () -> Dataset.of(table, "y", "a", "a"));
    refuses(
        "table is [y]; expected a column beside the target",
        () -> Dataset.of(Table.create(DoubleColumn.create("y", 1)), "y"));
    refuses("names is empty; expected the name of at least one column", () -> Columns.of(table));
    refuses("table is null", () -> Dataset.of(null, "y"));
    refuses("table is empty; expected at least one row", () -> Columns.of(table.emptyCopy(), "y"));
  }

  @Test
  void refusesTextAndMissingValues() {
    Table bad =
        Table.create(
            StringColumn.create("text", "1", "2"),
            DoubleColumn.create("nan", 1, Double.NaN),
            IntColumn.create("blank", new int[] {7}).appendMissing());
    refuses("column \"text\" is of type STRING; expected numbers", () -> Columns.of(bad, "text"));
    refuses(
        "column \"blank\", row 2 is NaN; expected a finite number", () -> Columns.of(bad, "blank"));
    refuses("column \"nan\", row 2 is NaN; expected a finite number", () -> Columns.of(bad, "nan"));
  }

  @Test
  void takesRowsInTheOrderGiven() {
    Dataset some = Dataset.of(table, "y").rows(2, 0, 2);
    assertMatrix(new double[][] {{3, 6}, {1, 4}, {3, 6}}, some.inputs());
    assertMatrix(new double[][] {{0.3}, {0.1}, {0.3}}, some.targets());
    assertEquals(List.of("a", "b"), some.inputNames());
    assertMatrix(new double[][] {{2, 5}}, Dataset.of(table, "y").rows(1).inputs());
  }

  @Test
  void refusesRowsThatAreNotThere() {
    Dataset data = Dataset.of(table, "y");
    refuses("rows is empty; expected at least one index", () -> data.rows(new int[0]));
    refuses("rows[1] is 3; expected an index from 0 to 2", () -> data.rows(0, 3));
    refuses("rows[0] is -1; expected an index from 0 to 2", () -> data.rows(-1));
  }

  @Test
  void refusesArraysThatDoNotFit() {
    INDArray x = Nd4j.zeros(DataType.DOUBLE, 3, 2);
    INDArray y = Nd4j.zeros(DataType.DOUBLE, 3, 1);
    List<String> names = List.of("a", "b");
    refuses("inputs is null", () -> new Dataset(null, y, names, "y"));
    refuses(
        "targets is of shape [3]; expected a matrix [rows, columns]",
        () -> new Dataset(x, y.reshape(3), names, "y"));
    refuses(
        "rows of targets is 2; expected as many as inputs has, 3",
        () -> new Dataset(x, Nd4j.zeros(DataType.DOUBLE, 2, 1), names, "y"));
    refuses(
        "inputNames is [a]; expected a name for each of the 2 columns of inputs",
        () -> new Dataset(x, y, List.of("a"), "y"));
    refuses(
        "inputs is of type INT; expected FLOAT or DOUBLE (castTo(DataType.DOUBLE) converts)",
        () -> new Dataset(Nd4j.createFromArray(new int[][] {{1, 2}}), y, names, "y"));
    refuses("targetName is null", () -> new Dataset(x, y, names, null));
  }

  @Test
  void ownsItsArrays() {
    INDArray x = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
    INDArray y = Nd4j.createFromArray(new double[][] {{7}, {8}, {9}});
    Dataset data = new Dataset(x.transpose(), y, List.of("a", "b"), "y");
    Dataset part = data.rows(0, 1);
    Dataset other = data.withInputs(data.inputs());
    x.assign(-1);
    y.assign(-1);
    assertMatrix(new double[][] {{1, 4}, {2, 5}, {3, 6}}, data.inputs());
    assertMatrix(new double[][] {{7}, {8}, {9}}, data.targets());
    data.inputs().assign(-2);
    assertMatrix(new double[][] {{1, 4}, {2, 5}}, part.inputs());
    assertMatrix(new double[][] {{1, 4}, {2, 5}, {3, 6}}, other.inputs());
  }

  private static void assertMatrix(double[][] expected, INDArray actual) {
    assertEquals(DataType.DOUBLE, actual.dataType());
    assertArrayEquals(expected, actual.toDoubleMatrix());
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
