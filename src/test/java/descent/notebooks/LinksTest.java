package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link leads somewhere, and the repository's address is the one in the pom. */
class LinksTest {
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>)\\]`]+");

  /** The texts that readers see, by file. */
  static Map<Path, String> texts() {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      Path file = Project.ROOT.resolve(name);
      texts.put(file, Project.text(file));
    }
    Toc.read().notebooks().forEach(n -> texts.put(n.file(), n.markdown()));
    return texts;
  }

  static Stream<Notebook> notebooks() {
    return Toc.read().notebooks().stream();
  }

  @Test
  void relativeLinksLeadToFiles() {
    texts()
        .forEach(
            (from, text) ->
                assertAll(
                    Project.ROOT.relativize(from).toString(),
                    Markdown.links(text).stream().map(link -> () -> leadsToAFile(from, link))));
  }

  private static void leadsToAFile(Path from, String link) {
    Optional<Path> file = Links.file(from, link);
    assertTrue(file.isEmpty() || Files.exists(file.get()), () -> "leads nowhere: " + link);
  }

  @Test
  void theAddressOfTheRepositoryIsThatOfThePom() {
    String address = Project.address();
    String repository = address.replaceFirst(".*/", "");
    String owner = address.replaceFirst("/[^/]*$", "").replaceFirst(".*/", "");
    // our owner with any repository, our repository of any owner
    Pattern ours =
        Pattern.compile(
            "https?://github\\.com/(?:%1$s/.*|[^/]+/%2$s(?:\\.git)?(?:[/#?].*)?)"
                .formatted(Pattern.quote(owner), Pattern.quote(repository)));
    texts()
        .forEach(
            (from, text) ->
                URL.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(url -> ours.matcher(url).matches())
                    .forEach(url -> isOurs(from, url, address)));
  }

  private static void isOurs(Path from, String url, String address) {
    String name = Project.ROOT.relativize(from).toString();
    assertTrue(
        url.matches(Pattern.quote(address) + "(?:\\.git)?(?:[/#?].*)?"),
        () -> name + ": " + url + " is not " + address);
    if (url.matches(".*/(?:blob|tree)/[^/]+/.+")) {
      String file = url.replaceFirst(".*/(?:blob|tree)/[^/]+/([^#?]+).*", "$1");
      assertTrue(Files.exists(Project.ROOT.resolve(file)), () -> name + ": leads nowhere: " + url);
    }
  }

  /** Binder opens the notebook that the badge stands in. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void theBinderBadgeOpensThisNotebook(Notebook notebook) {
    String path = "notebooks/" + notebook.name() + ".ipynb";
    List<String> badges = binder(notebook.markdown());
    assertEquals(1, badges.size(), () -> notebook + ": links to Binder: " + badges);
    String badge = badges.get(0).replace("%2F", "/");
    assertTrue(badge.endsWith(path), () -> notebook + ": " + badge + " does not open " + path);
    isOurBinder(badge);
  }

  @Test
  void theReadmeHasABinderBadge() {
    List<String> badges = binder(Project.text(Project.ROOT.resolve("README.md")));
    assertTrue(!badges.isEmpty(), "no link to mybinder.org/v2/");
    badges.forEach(LinksTest::isOurBinder);
  }

  private static List<String> binder(String markdown) {
    return Markdown.links(markdown).stream().filter(l -> l.contains("mybinder.org/v2/")).toList();
  }

  private static void isOurBinder(String badge) {
    String repository = Project.address().replaceFirst("https://github\\.com/", "");
    assertTrue(
        badge.startsWith("https://mybinder.org/v2/gh/" + repository + "/"),
        () -> badge + " is not of " + repository);
  }

  /** The title of a notebook leads to the code that it teaches; the overview has none. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void aNotebookLinksToItsSource(Notebook notebook) {
    boolean source =
        Markdown.links(notebook.cells().get(0).source()).stream()
            .anyMatch(link -> link.contains("src/main/java/descent/"));
    assertTrue(
        source || notebook.name().equals(Toc.read().root()),
        notebook + ": the first cell has no link to a file in src/main/java/descent");
  }
}
