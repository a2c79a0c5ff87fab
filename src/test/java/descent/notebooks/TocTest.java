package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the course is said once, in {@code _toc.yml}; all else agrees with it. */
class TocTest {

  static Stream<Notebook> notebooks() {
    return Toc.read().notebooks().stream();
  }

  @Test
  void namesAreReadWhereverTheyAreNested() {
    String yaml =
        """
        format: jb-book
        root: 00-start-here
        parts:
          - caption: Losses
            chapters:
              - file: losses/01-a
                sections:
                  - file: losses/02-b
          - caption: Optimizers
            chapters:
              - file: optimizers/01-c
        """;
    assertEquals(
        List.of("00-start-here", "losses/01-a", "losses/02-b", "optimizers/01-c"),
        Toc.parse(yaml).names());
    assertThrows(AssertionError.class, () -> Toc.parse("- file: losses/01-a"));
  }

  @Test
  void namesEveryNotebookOnce() throws IOException {
    List<String> names = Toc.read().names();
    Set<String> onDisk = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Project.NOTEBOOKS)) {
      files
          .map(file -> Project.NOTEBOOKS.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".ipynb") && !name.contains(".ipynb_checkpoints"))
          .forEach(name -> onDisk.add(name.replaceFirst("\\.ipynb$", "")));
    }
    assertEquals(onDisk, new TreeSet<>(names), "notebooks on disk, notebooks in _toc.yml");
    assertEquals(onDisk.size(), names.size(), () -> "named twice: " + names);
  }

  /** The last paragraph of a notebook links to the one before and the one after. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void endsWithLinksToItsNeighbours(Notebook notebook) {
    List<String> names = Toc.read().names();
    int place = names.indexOf(notebook.name());
    List<String> neighbours = new ArrayList<>();
    if (place > 0) {
      neighbours.add(names.get(place - 1));
    }
    if (place + 1 < names.size()) {
      neighbours.add(names.get(place + 1));
    }
    Cell last = notebook.cells().get(notebook.cells().size() - 1);
    String[] paragraphs = last.source().strip().split("\n\\s*\n");
    List<String> linked =
        Links.notebooks(notebook.file(), paragraphs[paragraphs.length - 1]).stream()
            // every notebook may also lead back to the map
            .filter(name -> !name.equals(names.get(0)) || neighbours.contains(name))
            .distinct()
            .toList();
    assertEquals(
        neighbours, linked, notebook + ": previous and next, linked in the last paragraph");
  }

  @Test
  void theMapHasTheSameOrder() {
    Toc toc = Toc.read();
    Notebook root = Notebook.read(toc.root());
    String map =
        root.cells().stream()
            .filter(cell -> !cell.isCode() && List.of(cell.id().split("-")).contains("map"))
            .map(Cell::source)
            .collect(Collectors.joining("\n\n"));
    assertTrue(!map.isEmpty(), () -> toc.root() + " has no cell whose id says `map`");
    assertEquals(
        withoutRoot(toc.names(), toc), withoutRoot(Links.notebooks(root.file(), map), toc));
  }

  @Test
  void theTableOfTheReadmeHasTheSameOrder() {
    Toc toc = Toc.read();
    Path readme = Project.ROOT.resolve("README.md");
    // Row by row: where a table begins and ends is nothing to a reader of links
    String rows =
        Project.text(readme)
            .lines()
            .filter(line -> line.startsWith("|"))
            .collect(Collectors.joining("\n\n"));
    assertEquals(withoutRoot(toc.names(), toc), withoutRoot(Links.notebooks(readme, rows), toc));
  }

  private static List<String> withoutRoot(List<String> names, Toc toc) {
    return names.stream().filter(name -> !name.equals(toc.root())).distinct().toList();
  }
}
