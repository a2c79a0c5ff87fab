package descent.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the project that the tests of the notebooks look at. */
final class Project {
  /** Maven starts the tests in the project's folder. */
  static final Path ROOT = Path.of("").toAbsolutePath();

  static final Path NOTEBOOKS = ROOT.resolve("notebooks");
  static final Path TARGET = ROOT.resolve("target");

  private Project() {}

  /** The public address of the repository: {@code <scm><url>} in the pom. */
  static String address() {
    Matcher url =
        Pattern.compile("<scm>.*?<url>\\s*(\\S+?)\\s*</url>", Pattern.DOTALL)
            .matcher(text(ROOT.resolve("pom.xml")));
    if (!url.find()) {
      throw new AssertionError("pom.xml has no <scm><url>, the one place of the public address");
    }
    return url.group(1);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(ROOT.relativize(file) + " cannot be read", e);
    }
  }
}
