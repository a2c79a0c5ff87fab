package descent.notebooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The order of the course, as {@code notebooks/_toc.yml} has it in Jupyter Book's form.
 *
 * @param names the notebooks in their order, the root first: paths below {@code notebooks}, without
 *     the ending
 */
record Toc(List<String> names) {
  static final Path FILE = Project.NOTEBOOKS.resolve("_toc.yml");

  static Toc read() {
    if (!Files.exists(FILE)) {
      throw new AssertionError("notebooks/_toc.yml, the order of the course, is missing");
    }
    return parse(Project.text(FILE));
  }

  static Toc parse(String yaml) {
    Object book =
        new Load(LoadSettings.builder().setLabel("_toc.yml").build()).loadFromString(yaml);
    if (!(book instanceof Map<?, ?> map)
        || !"jb-book".equals(map.get("format"))
        || !(map.get("root") instanceof String root)) {
      throw new AssertionError("_toc.yml must have `format: jb-book` and a `root`, got " + book);
    }
    List<String> names = new ArrayList<>(List.of(root));
    collectFiles(book, names);
    return new Toc(List.copyOf(names));
  }

  /** Parts, chapters and sections may be nested; the files are wherever the key says so. */
  private static void collectFiles(Object node, List<String> files) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("file") instanceof String file) {
        files.add(file);
      }
      map.values().forEach(value -> collectFiles(value, files));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collectFiles(value, files));
    }
  }

  String root() {
    return names.get(0);
  }

  static Path file(String name) {
    return Project.NOTEBOOKS.resolve(name + ".ipynb");
  }

  /** The notebooks themselves; those that are missing on disk are left to {@link TocTest}. */
  List<Notebook> notebooks() {
    return names.stream().filter(name -> Files.exists(file(name))).map(Notebook::read).toList();
  }
}
