package descent.notebook;

import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * Rows and columns of numbers as lines of text, aligned to the right. Of more than ten rows or
 * columns the first and the last five are shown.
 */
final class Grid {

  private static final int EDGE = 5;
  private static final long GAP = -1;

  /** The number in a place, or null if there is none. */
  interface Cells {
    Double at(long row, long column);
  }

  private Grid() {}

  static String text(long rowCount, long columnCount, Cells cells) {
    long[] rows = shown(rowCount);
    long[] columns = shown(columnCount);
    double[] numbers =
        Arrays.stream(rows)
            .filter(i -> i != GAP)
            .boxed()
            .flatMap(
                i -> Arrays.stream(columns).filter(j -> j != GAP).mapToObj(j -> cells.at(i, j)))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Numbers format = Numbers.of(numbers);

    String[][] text = new String[rows.length][columns.length];
    int[] width = new int[columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        text[i][j] = cell(rows[i], columns[j], cells, format);
        width[j] = Math.max(width[j], text[i][j].length());
      }
    }
    StringJoiner lines = new StringJoiner("\n");
    for (String[] row : text) {
      StringJoiner line = new StringJoiner("  ");
      for (int j = 0; j < row.length; j++) {
        line.add(" ".repeat(width[j] - row[j].length()) + row[j]);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines.toString();
  }

  private static String cell(long row, long column, Cells cells, Numbers format) {
    if (row == GAP) {
      return column == GAP ? "⋱" : "⋮";
    }
    if (column == GAP) {
      return "…";
    }
    Double number = cells.at(row, column);
    return number == null ? "" : format.text(number);
  }

  private static long[] shown(long count) {
    if (count <= 2 * EDGE) {
      return LongStream.range(0, count).toArray();
    }
    LongStream last = LongStream.range(count - EDGE, count);
    return LongStream.concat(LongStream.concat(LongStream.range(0, EDGE), LongStream.of(GAP)), last)
        .toArray();
  }
}
