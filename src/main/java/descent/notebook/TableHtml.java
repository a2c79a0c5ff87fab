package descent.notebook;

import java.io.StringWriter;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.io.Destination;
import tech.tablesaw.io.html.HtmlWriteOptions;
import tech.tablesaw.io.html.HtmlWriter;

/**
 * The first rows of a table as HTML: numbers to the right and rounded alike in a column, all else
 * to the left. It sets no colours, so that it fits light and dark themes.
 */
final class TableHtml {

  private static final int ROWS = 25;

  private TableHtml() {}

  static Shown of(Table table) {
    Table first = table.first(ROWS);
    for (int i = 0; i < table.columnCount(); i++) {
      if (table.column(i) instanceof DoubleColumn || table.column(i) instanceof FloatColumn) {
        round((NumericColumn<?>) table.column(i), (NumericColumn<?>) first.column(i));
      }
    }
    StringWriter html = new StringWriter();
    new HtmlWriter()
        .write(
            first,
            HtmlWriteOptions.builder(new Destination(html))
                .elementCreator(TableHtml::element)
                .build());
    int more = table.rowCount() - first.rowCount();
    String text = first.print(ROWS);
    return more == 0
        ? Shown.html(text, html.toString())
        : Shown.html(
            text + "\n… " + more + " more rows", html + "\n<p>… " + more + " more rows</p>");
  }

  private static Element element(String name, Column<?> column, Integer row) {
    Element element = new Element(name);
    if (column != null) {
      String side = column instanceof NumericColumn ? "right" : "left";
      element.attr("style", "text-align: " + side);
    }
    return element;
  }

  /** Rounds the shown numbers of a column, unless it was given a format of its own. */
  private static void round(NumericColumn<?> column, NumericColumn<?> shown) {
    Column<?> unformatted = column.type().create(column.name());
    for (int i = 0; i < shown.size(); i++) {
      unformatted.appendObj(column.get(i));
      if (!unformatted.getString(i).equals(column.getString(i))) {
        return;
      }
    }
    double[] numbers = IntStream.range(0, shown.size()).mapToDouble(shown::getDouble).toArray();
    Numbers format = Numbers.of(numbers);
    shown.setPrintFormatter(
        new NumberColumnFormatter() {
          @Override
          public String format(double number) {
            return Double.isNaN(number) ? "" : format.text(number);
          }

          @Override
          public String format(float number) {
            return format((double) number);
          }
        });
  }
}
