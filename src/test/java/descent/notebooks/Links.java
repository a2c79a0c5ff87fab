package descent.notebooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Links of Markdown texts, as files of the project. */
final class Links {
  private Links() {}

  /** The file that a relative link points to; empty for an address or a place in the same text. */
  static Optional<Path> file(Path from, String link) {
    URI uri = URI.create(link.replace(" ", "%20"));
    return uri.getScheme() != null || uri.getPath() == null || uri.getPath().isEmpty()
        ? Optional.empty()
        : Optional.of(from.resolveSibling(uri.getPath()).normalize());
  }

  /** The notebooks that a text in a file links to, in order. */
  static List<String> notebooks(Path from, String markdown) {
    return Markdown.links(markdown).stream()
        .flatMap(link -> file(from, link).stream())
        .filter(file -> file.startsWith(Project.NOTEBOOKS) && file.toString().endsWith(".ipynb"))
        .map(file -> Project.NOTEBOOKS.relativize(file).toString().replace('\\', '/'))
        .map(name -> name.replaceFirst("\\.ipynb$", ""))
        .toList();
  }
}
