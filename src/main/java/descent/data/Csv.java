package descent.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import descent.engine.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Reads CSV files strictly: nothing is guessed, skipped or filled in. Whatever is wrong with a file
 * is an error that names the file, the line (as an editor counts them) and the column.
 */
public final class Csv {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final int MOST_COLUMNS = 100_000;

  private Csv() {}

  /**
   * Reads a CSV file in UTF-8 whose first line names the columns. Every column holds numbers,
   * except those that are named as text; text may be blank, numbers may not.
   *
   * @param file the path; a relative one starts from the working folder, which for a notebook is
   *     the folder it lies in
   * @param textColumns the names of the columns that hold text
   * @return the table, with a {@link DoubleColumn} or {@link StringColumn} for each column
   * @throws IllegalArgumentException if the file is missing, empty, unreadable or without rows; if
   *     the header lacks a name, repeats one (capitals do not make a difference) or is of numbers;
   *     if a row is blank, too short or too long; if a number is blank, NaN, infinite or text; if
   *     no column has the name of a text column
   */
  public static Table read(String file, String... textColumns) {
    byte[] content = content(Require.nonNull("file", file));
    CsvParser parser = new CsvParser(settings());
    try {
      parser.beginParsing(new ByteArrayInputStream(content), StandardCharsets.UTF_8);
      Table table = header(file, parser.parseNext(), Require.nonNull("textColumns", textColumns));
      long line = parser.getContext().currentLine() + 1;
      for (String[] row; (row = parser.parseNext()) != null; ) {
        append(table, row, file + ", line " + line);
        line = parser.getContext().currentLine() + 1;
      }
      Require.that(!table.isEmpty(), file, "a header without rows", "at least one row of data");
      return table;
    } catch (TextParsingException e) {
      throw new IllegalArgumentException(
          file + ", line " + (e.getLineIndex() + 1) + ": not readable as CSV", e);
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setSkipEmptyLines(false); // they count as lines
    settings.setCommentProcessingEnabled(false);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(-1);
    return settings;
  }

  private static byte[] content(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          file + " does not exist (working folder: " + Path.of("").toAbsolutePath() + ")", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Table header(String file, String[] names, String[] textColumns) {
    Require.that(names != null, file, "empty", "a header and at least one row of data");
    Table table = Table.create(Path.of(file).getFileName().toString());
    Set<String> seen = new TreeSet<>();
    for (int j = 0; j < names.length; j++) {
      String where = file + ", line 1, column " + (j + 1);
      Require.that(names[j] != null, where, "blank", "a column name");
      // Tablesaw finds columns without regard to capitals
      boolean isNew = seen.add(names[j].toLowerCase(Locale.ROOT));
      Require.that(isNew, where, quoted(names[j]), "a name that no other column has");
      boolean isText = Arrays.asList(textColumns).contains(names[j]);
      table.addColumns(isText ? StringColumn.create(names[j]) : DoubleColumn.create(names[j]));
    }
    boolean isOfNumbers = Arrays.stream(names).allMatch(name -> NUMBER.matcher(name).matches());
    Require.that(!isOfNumbers, file + ", line 1", "of numbers", "a header with column names");
    for (String name : textColumns) {
      Columns.named(table, name);
    }
    return table;
  }

  private static void append(Table table, String[] row, String where) {
    List<Column<?>> columns = table.columns();
    Require.that(row.length > 1 || row[0] != null || columns.size() == 1, where, "blank", "a row");
    int end = Math.min(row.length, columns.size()); // the first column too few or too many
    String after = end < columns.size() ? quoted(columns.get(end).name()) : "" + (end + 1);
    String count = where + ", column " + after + ": number of values";
    Require.that(row.length == columns.size(), count, row.length, "" + columns.size());
    for (int j = 0; j < row.length; j++) {
      if (columns.get(j) instanceof StringColumn text) {
        text.append(row[j]);
      } else {
        String cell = where + ", column " + quoted(columns.get(j).name());
        ((DoubleColumn) columns.get(j)).append(number(cell, row[j]));
      }
    }
  }

  private static double number(String cell, String value) {
    Require.that(value != null, cell, "blank", "a number");
    Require.that(NUMBER.matcher(value).matches(), cell, quoted(value), "a number");
    double number = Double.parseDouble(value);
    Require.that(Double.isFinite(number), cell, quoted(value), "a number within a double's range");
    return number;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
