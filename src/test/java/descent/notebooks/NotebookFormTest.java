package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the notebooks as they are committed: what can be said without a kernel. */
class NotebookFormTest {
  private static final int MAX_BYTES = 1_000_000;

  /** Folders of one machine, as they slip into messages and paths. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/(?:home|root|tmp|work|Users)/[^\\s\"]*|/root\\b|[A-Z]:\\\\+Users");

  /** Words; Jupyter's own ids are hexadecimal digits. */
  private static final Pattern SPEAKING_ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private static final Pattern RANDOM_ID = Pattern.compile("[0-9a-f]{8}[0-9a-f-]*");

  /** Magics that both JJava and IJava have. */
  private static final List<String> MAGICS = List.of("%classpath", "%load");

  static Stream<Notebook> notebooks() {
    return Toc.read().notebooks().stream();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isSmallAndOfTheRightKind(Notebook notebook) {
    long bytes = notebook.file().toFile().length();
    assertTrue(
        bytes < MAX_BYTES, () -> notebook + " has " + bytes + " bytes, at most " + MAX_BYTES);
    var json = notebook.json();
    String version = json.get("nbformat") + "." + json.get("nbformat_minor");
    assertEquals("4.5", version, notebook + ": nbformat");
    var kernel = json.getAsJsonObject("metadata").getAsJsonObject("kernelspec");
    assertEquals("java", kernel.get("name").getAsString(), notebook + ": kernelspec");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void hasNoPathOfAMachine(Notebook notebook) {
    for (Cell cell : notebook.cells()) {
      String text = cell.source();
      if (cell.isCode()) {
        text += "\n" + cell.shown();
      }
      Matcher path = MACHINE_PATH.matcher(text);
      assertFalse(path.find(), () -> cell + ": " + path.group());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void formulasHaveLostNoBackslash(Notebook notebook) {
    for (Cell cell : notebook.cells()) {
      boolean control = cell.source().chars().anyMatch(c -> c < ' ' && c != '\n');
      assertFalse(control, () -> cell + ": a tab or the like; was it the \\t of \\tanh?");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void cellsHaveSpeakingIdsOfTheirOwn(Notebook notebook) {
    Set<String> ids = new HashSet<>();
    for (Cell cell : notebook.cells()) {
      boolean speaking =
          SPEAKING_ID.matcher(cell.id()).matches() && !RANDOM_ID.matcher(cell.id()).matches();
      assertTrue(speaking, () -> cell + ": an id is words like `predict-the-slope`");
      assertTrue(ids.add(cell.id()), () -> cell + ": another cell has the same id");
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isCommittedAsRun(Notebook notebook) {
    int count = 0;
    for (Cell cell : notebook.code()) {
      assertEquals(++count, cell.executionCount(), () -> cell + ": execution count");
      assertEquals(Optional.empty(), cell.trouble(), cell::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void picturesShowSomething(Notebook notebook) {
    for (Cell cell : notebook.code()) {
      for (Output output : cell.outputs()) {
        output.data().entrySet().stream()
            .filter(entry -> Picture.isPicture(entry.getKey()))
            .map(entry -> Picture.decode(entry.getKey(), entry.getValue()))
            .forEach(picture -> assertFalse(picture.blank(), () -> cell + ": " + picture));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void importsStandInTheFirstCellAndMagicsInBothKernels(Notebook notebook) {
    Cell first = notebook.code().get(0);
    for (Cell cell : notebook.code()) {
      for (String line : cell.source().lines().map(String::strip).toList()) {
        assertFalse(line.startsWith("import ") && cell != first, () -> cell + ": " + line);
        boolean allowed = !line.startsWith("%") || MAGICS.stream().anyMatch(line::startsWith);
        assertTrue(allowed, () -> cell + ": not in both kernels: " + line);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void hasTwoOrThreeExercises(Notebook notebook) {
    int exercises = Exercise.of(notebook).size();
    boolean overview = notebook.name().equals(Toc.read().root());
    assertTrue(
        overview || exercises == 2 || exercises == 3,
        () -> notebook + " has " + exercises + " exercises");
  }
}
