package descent.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class TableHtmlTest {

  @Test
  void numbersStandToTheRightAndWordsToTheLeft() {
    Table table =
        Table.create(
            StringColumn.create("name", "ann"),
            IntColumn.create("n", 1),
            DoubleColumn.create("x", 0.5));
    for (String row : List.of("thead", "tbody")) {
      List<String> styles = html(table).select(row + " tr > *").eachAttr("style");
      assertEquals(List.of("text-align: left", "text-align: right", "text-align: right"), styles);
    }
  }

  @Test
  void numbersOfAColumnAreRoundedAlike() {
    Table table =
        Table.create(
            DoubleColumn.create("x", 1 / 3.0, 420.157651, Double.NaN, -1e-17),
            FloatColumn.create("y", 0.1f, 2, 3, 4));
    assertEquals(
        List.of("0.3333", "0.1", "420.1577", "2.0", "", "3.0", "0.0000", "4.0"), cells(table));
    assertTrue(TableHtml.of(table).text().contains(" 420.1577  |  2.0"));
  }

  @Test
  void aColumnsOwnFormatIsKept() {
    DoubleColumn share = DoubleColumn.create("share", 0.25);
    share.setPrintFormatter(NumberColumnFormatter.percent(0));
    String expected = share.getString(0);
    assertEquals(List.of(expected), cells(Table.create(share)));
    assertFalse(expected.contains("0.25"));
  }

  @Test
  void ofALongTableTheFirstRowsAreShown() {
    Table table = Table.create("t", IntColumn.create("n", IntStream.range(0, 235).toArray()));
    Document html = html(table);
    assertEquals(25, html.select("tbody tr").size());
    assertEquals("… 210 more rows", html.select("p").text());
    assertTrue(TableHtml.of(table).text().endsWith("… 210 more rows"));
    assertEquals(235, table.rowCount());
  }

  @Test
  void aTableOfTwentyFiveRowsIsShownWhole() {
    Table table = Table.create("t", IntColumn.create("n", IntStream.range(0, 25).toArray()));
    assertEquals(25, html(table).select("tbody tr").size());
    assertTrue(html(table).select("p").isEmpty());
  }

  @Test
  void textIsEscapedAndColoursAreLeftToTheTheme() {
    String html = TableHtml.of(Table.create(StringColumn.create("<i>", "<b>&"))).data();
    assertTrue(html.contains("&lt;b&gt;&amp;"), html);
    assertTrue(html.contains("&lt;i&gt;"), html);
    assertFalse(html.contains("color"), html);
  }

  @Test
  void showingATableDoesNotChangeIt() {
    DoubleColumn x = DoubleColumn.create("x", 1 / 3.0);
    TableHtml.of(Table.create(x));
    assertEquals("0.3333333333333333", x.getString(0).replace(',', '.'));
  }

  private static Document html(Table table) {
    return Jsoup.parse(TableHtml.of(table).data());
  }

  private static List<String> cells(Table table) {
    return html(table).select("td").stream().map(Element::text).toList();
  }
}
