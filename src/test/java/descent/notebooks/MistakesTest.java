package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every entry on a mistake is numbered alike everywhere, proved by a test, and linked both ways.
 */
class MistakesTest {
  private static final Set<String> KINDS =
      Set.of("slip", "convention", "right", "not shown", "wording");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (\\d+)\\. .+");

  /** One notebook for each article. */
  static Stream<Notebook> articles() {
    return Toc.read().notebooks().stream().filter(MistakesTest::isOfAnArticle);
  }

  private static boolean isOfAnArticle(Notebook notebook) {
    return notebook.name().matches("mistakes/\\d{3}");
  }

  @ParameterizedTest
  @MethodSource("articles")
  void everyRowOfTheOverviewHasASectionAndAKind(Notebook notebook) {
    List<String> numbers = numbers(notebook);
    List<String[]> rows = rows(cell(notebook, "overview"), "\\d+");
    assertEquals(numbers, rows.stream().map(row -> row[0]).toList(), notebook + ": overview");
    rows.forEach(
        row -> assertTrue(KINDS.contains(row[3]), () -> notebook + " " + row[0] + ": " + row[3]));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void everyEntryIsProvedByATest(Notebook notebook) throws ClassNotFoundException {
    Set<String> proved =
        Arrays.stream(
                Class.forName("descent.articles.Articles" + number(notebook) + "Test")
                    .getDeclaredMethods())
            .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Tag.class)))
            .map(Tag::value)
            .collect(Collectors.toSet());
    Set<String> entries =
        numbers(notebook).stream().map("entry-"::concat).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(entries), new TreeSet<>(proved), notebook + ": entries, @Tag");
  }

  @ParameterizedTest
  @MethodSource("articles")
  void theIndexHasEveryEntryWithItsKind(Notebook notebook) {
    Cell cell = cell(index(), "entries-" + number(notebook));
    List<String> inIndex =
        rows(cell, "\\[\\d+].*").stream().map(row -> row[0] + " " + row[1]).toList();
    List<String> expected =
        rows(cell(notebook, "overview"), "\\d+").stream()
            .map(row -> "[%1$s](%2$s.ipynb) %3$s".formatted(row[0], number(notebook), row[3]))
            .toList();
    assertEquals(expected, inIndex, cell::toString);
  }

  @Test
  void theIndexCountsTheKinds() {
    Map<String, Long> counted =
        articles()
            .flatMap(notebook -> rows(cell(notebook, "overview"), "\\d+").stream())
            .collect(Collectors.groupingBy(row -> row[3], Collectors.counting()));
    Map<String, Long> said =
        rows(cell(index(), "articles"), String.join("|", KINDS)).stream()
            .collect(Collectors.toMap(row -> row[0], row -> Long.valueOf(row[2])));
    assertEquals(counted, said);
  }

  @ParameterizedTest
  @MethodSource("articles")
  void chaptersLinkToTheMistakesThatLinkToThem(Notebook notebook) {
    List<Cell> entries = notebook.cells().subList(1, notebook.cells().size() - 1);
    Predicate<String> chapter =
        name -> name.matches("(losses|optimizers|networks|applications)/.*");
    Set<String> there =
        entries.stream()
            .filter(cell -> !cell.isCode())
            .flatMap(cell -> Links.notebooks(notebook.file(), cell.source()).stream())
            .filter(chapter)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> back =
        Toc.read().notebooks().stream()
            .filter(other -> chapter.test(other.name()))
            .filter(
                other -> Links.notebooks(other.file(), other.markdown()).contains(notebook.name()))
            .map(Notebook::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(there, back, notebook + ": chapters linked there, chapters that link back");
  }

  /** The numbers of the sections, which count from 1. */
  private static List<String> numbers(Notebook notebook) {
    List<String> numbers =
        HEADING.matcher(notebook.markdown()).results().map(match -> match.group(1)).toList();
    assertEquals(
        IntStream.rangeClosed(1, Math.max(1, numbers.size())).mapToObj(String::valueOf).toList(),
        numbers,
        notebook + ": numbers of its sections");
    return numbers;
  }

  /** The rows of a table whose first column is of a form. */
  private static List<String[]> rows(Cell cell, String first) {
    return cell.source()
        .lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> line.substring(1).strip().replace("**", "").split("\\s*\\|\\s*"))
        .filter(row -> row[0].matches(first))
        .toList();
  }

  private static Cell cell(Notebook notebook, String id) {
    return notebook.cells().stream()
        .filter(cell -> cell.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(notebook + " has no cell " + id));
  }

  private static Notebook index() {
    return Notebook.read("mistakes/00-index");
  }

  private static String number(Notebook notebook) {
    return notebook.name().replaceFirst("mistakes/", "");
  }
}
