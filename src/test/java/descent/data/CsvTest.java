package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class CsvTest {

  @TempDir Path folder;

  @Test
  void readsNumbersAndText() throws IOException {
    Table table = read("name,x,y\nNA,1, -2.5 \n\"a, \"\"b\"\"\",.5,+3E-2\n,4.,1e300\n", "name");
    assertEquals("data.csv", table.name());
    assertEquals(List.of("name", "x", "y"), table.columnNames());
    assertEquals(List.of("NA", "a, \"b\"", ""), table.stringColumn("name").asList());
    assertArrayEquals(new double[] {1, 0.5, 4}, table.doubleColumn("x").asDoubleArray());
    assertArrayEquals(new double[] {-2.5, 0.03, 1e300}, table.doubleColumn("y").asDoubleArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "\ufeffa,b\n1,2\n"})
  void readsEveryKindOfLineEndAndAByteOrderMark(String content) throws IOException {
    Table table = read(content);
    assertEquals(List.of("a", "b"), table.columnNames());
    assertArrayEquals(new double[] {1}, table.doubleColumn("a").asDoubleArray());
    assertArrayEquals(new double[] {2}, table.doubleColumn("b").asDoubleArray());
  }

  @Test
  void readsEveryDoubleBackExactly() throws IOException {
    double[] values = {
      0.1, 1.0 / 3, Math.PI, Double.MAX_VALUE, Double.MIN_VALUE, -4957.81302447901
    };
    StringBuilder content = new StringBuilder("x\n");
    for (double value : values) {
      content.append(value).append('\n');
    }
    assertArrayEquals(values, read(content.toString()).doubleColumn("x").asDoubleArray());
  }

  @Test
  void readsMoreColumnsThanTheParserDoesByDefault() throws IOException {
    StringBuilder header = new StringBuilder("c0");
    StringBuilder row = new StringBuilder("0");
    for (int j = 1; j < 785; j++) {
      header.append(",c").append(j);
      row.append(',').append(j);
    }
    assertEquals(784, read(header + "\n" + row).doubleColumn("c784").get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a,b~1,2~3,x~      | , line 3, column "b" is "x"; expected a number
          a,b~1,~           | , line 2, column "b" is blank; expected a number
          a,b~1,""~         | , line 2, column "b" is blank; expected a number
          a,b~NaN,2~        | , line 2, column "a" is "NaN"; expected a number
          a,b~1,NA~         | , line 2, column "b" is "NA"; expected a number
          a,b~1,-Infinity~  | , line 2, column "b" is "-Infinity"; expected a number
          a,b~1,1e999~      | , line 2, column "b" is "1e999"; expected a number within a double's range
          a,b~1,"1,5"~      | , line 2, column "b" is "1,5"; expected a number
          a,b~1,0x10~       | , line 2, column "b" is "0x10"; expected a number
          a,b~1,2d~         | , line 2, column "b" is "2d"; expected a number
          a,b~#1,2~         | , line 2, column "a" is "#1"; expected a number
          a,b~1,2~3~4,5~    | , line 3, column "b": number of values is 1; expected 2
          a,b~1,2,3~        | , line 2, column 3: number of values is 3; expected 2
          a,b~1,2,~         | , line 2, column 3: number of values is 3; expected 2
          a,b~"1,2~3,4~     | , line 2, column "b": number of values is 1; expected 2
          a,b~1,2~~3,4~     | , line 3 is blank; expected a row
          a,b~1,2~~         | , line 3 is blank; expected a row
          a~1~~             | , line 3, column "a" is blank; expected a number
          a,a~1,2~          | , line 1, column 2 is "a"; expected a name that no other column has
          a,A~1,2~          | , line 1, column 2 is "A"; expected a name that no other column has
          a,~1,2~           | , line 1, column 2 is blank; expected a column name
          ~a,b~1,2~         | , line 1, column 1 is blank; expected a column name
          1,2~3,4~          | , line 1 is of numbers; expected a header with column names
          a,b               | ` is a header without rows; expected at least one row of data`
          """)
  void namesFileLineAndColumnOfAnError(String content, String message) {
    assertEquals(file() + message, error(content.replace('~', '\n')));
  }

  @Test
  void countsTheLinesInsideQuotes() {
    String message = error("name,x\n\"two\nlines\",1\nb,?\n", "name");
    assertEquals(file() + ", line 4, column \"x\" is \"?\"; expected a number", message);
  }

  @Test
  void refusesWhatIsNoFile() {
    String missing = folder.resolve("missing.csv").toString();
    String message =
        assertThrows(IllegalArgumentException.class, () -> Csv.read(missing)).getMessage();
    assertTrue(message.startsWith(missing + " does not exist (working folder: "), message);

    String directory = folder.toString();
    message = assertThrows(IllegalArgumentException.class, () -> Csv.read(directory)).getMessage();
    assertTrue(message.startsWith(directory + " cannot be read"), message);

    message = assertThrows(IllegalArgumentException.class, () -> Csv.read(null)).getMessage();
    assertEquals("file is null", message);
  }

  @Test
  void refusesAnEmptyFile() {
    assertEquals(file() + " is empty; expected a header and at least one row of data", error(""));
  }

  @Test
  void refusesATextColumnThatIsNotThere() {
    assertEquals("column is \"c\"; expected one of [a, b]", error("a,b\n1,2\n", "c"));
  }

  @Test
  void refusesARowThatTheParserGivesUpOn() {
    assertEquals(file() + ", line 2: not readable as CSV", error("a,b\n1" + ",".repeat(200_000)));
  }

  private String file() {
    return folder.resolve("data.csv").toString();
  }

  private Table read(String content, String... textColumns) throws IOException {
    Files.writeString(Path.of(file()), content);
    return Csv.read(file(), textColumns);
  }

  private String error(String content, String... textColumns) {
    return assertThrows(IllegalArgumentException.class, () -> read(content, textColumns))
        .getMessage();
  }
}
