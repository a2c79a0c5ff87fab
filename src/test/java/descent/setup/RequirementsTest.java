package descent.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files in {@code binder/} agree with each other and with the pom. */
class RequirementsTest {

  private static final Pattern PINNED = Pattern.compile("(?m)^([A-Za-z0-9._-]+)==(\\S+)");

  @Test
  void everyRequirementIsPinnedWithAHash() throws IOException {
    List<String> entries =
        Pattern.compile("\\\\\\R\\s*")
            .matcher(read("binder/requirements.txt"))
            .replaceAll("")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertTrue(entries.size() > 50, "only " + entries.size() + " requirements");
    for (String entry : entries) {
      assertTrue(PINNED.matcher(entry).lookingAt(), entry);
      assertTrue(entry.contains("--hash=sha256:"), entry);
    }
  }

  @Test
  void everythingAskedForIsPinnedInTheSameVersion() throws IOException {
    String pinned = read("binder/requirements.txt");
    List<String> wanted =
        PINNED.matcher(read("binder/requirements.in")).results().map(MatchResult::group).toList();
    assertFalse(wanted.isEmpty());
    for (String requirement : wanted) {
      assertTrue(pinned.lines().anyMatch((requirement + " \\")::equals), requirement);
    }
  }

  @Test
  void requirementsNameNoHost() throws IOException {
    String pinned = read("binder/requirements.txt");
    assertFalse(pinned.contains("://"));
    assertFalse(Pattern.compile("(?m)^-").matcher(pinned).find(), "an option of pip");
  }

  /** Our renderers are compiled against an interface that the kernel must already have. */
  @Test
  void kernelIsNotOlderThanTheInterfaceThatTheLibraryIsCompiledAgainst() throws IOException {
    Pattern alpha = Pattern.compile("1\\.0-?a(\\d+)");
    MatchResult kernel = find(alpha, property("jjava", "binder/requirements.in", "jjava==(\\S+)"));
    MatchResult library =
        find(alpha, property("jjava", "pom.xml", "<jjava.version>(.*)</jjava.version>"));
    assertTrue(Integer.parseInt(kernel.group(1)) >= Integer.parseInt(library.group(1)));
  }

  @Test
  void bindersPythonAndJavaAreOnesThatLabAccepts() throws IOException {
    String python = property("Python", "binder/runtime.txt", "^python-3\\.(\\d+)\\R$");
    assertTrue(Integer.parseInt(python) >= 10, python);
    String java = property("JDK", "binder/apt.txt", "(?m)^openjdk-(\\d+)-jdk-headless$");
    String release =
        property("release", "pom.xml", "<maven.compiler.release>(.*)</maven.compiler.release>");
    assertTrue(Integer.parseInt(java) >= Integer.parseInt(release), java);
  }

  /** lab names the font libraries in its advice, Binder installs them: the same ones. */
  @Test
  void labAdvisesTheFontLibrariesThatBinderInstalls() throws IOException {
    String advised = property("fonts", "lab", "\"fonts\": \"([^\"]+)\"");
    List<String> installed = read("binder/apt.txt").lines().toList();
    assertTrue(installed.containsAll(List.of(advised.split(" "))), advised);
    assertEquals(List.of(), installed.stream().filter(String::isBlank).toList());
  }

  private static String property(String what, String file, String pattern) throws IOException {
    return find(Pattern.compile(pattern), read(file), what + " in " + file).group(1);
  }

  private static MatchResult find(Pattern pattern, String text) {
    return find(pattern, text, text);
  }

  private static MatchResult find(Pattern pattern, String text, String what) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + pattern + ": " + what));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Command.ROOT.resolve(file));
  }
}
