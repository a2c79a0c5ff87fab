package descent.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lab} says on a machine that lacks something: a line each, and no stack trace. */
@DisabledOnOs(OS.WINDOWS)
class LabTest {

  @TempDir Path temporary;

  @Test
  void namesEveryMissingToolAndHowToGetIt() throws Exception {
    Command lab = setUp(copy("plain"), Map.of("PATH", temporary.toString(), "JAVA_HOME", ""));
    assertEquals(1, lab.exitCode());
    assertEquals(2, lab.output().lines().count(), lab.output());
    assertTrue(lab.output().contains("needs a JDK, 17 or newer"), lab.output());
    assertTrue(lab.output().contains("needs Maven, 3.8 or newer"), lab.output());
  }

  @Test
  void namesTheInstallerOfTheSystem() throws Exception {
    executable("apt-get", "");
    Command lab = setUp(copy("debian"), Map.of("PATH", temporary.toString(), "JAVA_HOME", ""));
    assertTrue(lab.output().contains("sudo apt-get install default-jdk-headless"), lab.output());
    assertTrue(lab.output().contains("sudo apt-get install maven"), lab.output());
  }

  @Test
  void refusesAnOldJdkAndAnOldMaven() throws Exception {
    Path home = Files.createDirectories(temporary.resolve("jdk/bin")).getParent();
    Files.createFile(home.resolve("bin/javac"));
    executable("java", "echo '    java.home = " + home + "'; echo '    java.version = 11.0.2'");
    executable("mvn", "echo 'Apache Maven 3.6.3 (x)'");
    Command lab = setUp(copy("old"), Map.of("PATH", temporary + ":/usr/bin:/bin", "JAVA_HOME", ""));
    assertTrue(lab.output().contains("is JDK 11.0.2"), lab.output());
    assertTrue(lab.output().contains("Apache Maven 3.6.3"), lab.output());
    assertFalse(lab.output().contains("Traceback"), lab.output());
  }

  @Test
  void refusesAJavaWithoutCompiler() throws Exception {
    executable(
        "java", "echo '    java.home = " + temporary + "'; echo '    java.version = 21.0.2'");
    Command lab = setUp(copy("jre"), Map.of("PATH", temporary + ":/usr/bin:/bin", "JAVA_HOME", ""));
    assertTrue(lab.output().contains("is JRE 21.0.2"), lab.output());
  }

  @Test
  void refusesAFolderThatAClassPathCannotHold() throws Exception {
    Command lab = setUp(copy("a:b"), Map.of());
    assertEquals(1, lab.exitCode());
    assertTrue(lab.output().contains("a:b has : in its name"), lab.output());
  }

  @Test
  void runEndsWithTheTotalAndTheLargest() throws Exception {
    assertEquals(
        List.of("total 40.0 s; slowest b (30.0 s); largest a (700 MB)"),
        summary("('a', 10, 700), ('b', 30, 512.4)"));
    assertEquals(
        List.of("total 0.5 s; slowest a (0.5 s); largest unknown"), summary("('a', 0.5, None)"));
  }

  @Test
  void runWarnsOfEveryLimitThatIsPassed() throws Exception {
    assertEquals(
        List.of(
            "total 660.0 s; slowest c (595.0 s); largest b (812 MB)",
            "Warning: above 30 s: b (35.0 s), c (595.0 s)",
            "Warning: above 700 MB: a (701 MB), b (812 MB)",
            "Warning: above 10 min: total (11.0 min)"),
        summary("('a', 30, 701), ('b', 35, 812.3), ('c', 595, None)"));
  }

  /** The last lines of {@code lab --run} after notebooks of (name, seconds, megabytes). */
  private static List<String> summary(String measured) throws IOException, InterruptedException {
    String call =
        "import runpy; lab = runpy.run_path('lab'); print(*lab['summary']([%s]), sep='\\n')"
            .formatted(measured);
    return Command.run(Command.ROOT, Map.of(), List.of("python3", "-c", call))
        .output()
        .lines()
        .toList();
  }

  private static Command setUp(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    return Command.lab(folder, environment, "--setup");
  }

  private Path copy(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    for (String file : new String[] {"lab", "pom.xml"}) {
      Files.copy(Command.ROOT.resolve(file), folder.resolve(file));
    }
    return folder;
  }

  private void executable(String name, String script) throws IOException {
    Path file = Files.writeString(temporary.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }
}
