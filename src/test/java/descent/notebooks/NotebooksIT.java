package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs every notebook through the real kernel: it shows what is committed, also when all is run
 * again, and its exercises accept their answers and refuse wrong ones.
 */
class NotebooksIT {
  private static final String FIRST = "first Run All";
  private static final String SECOND = "second Run All";

  @BeforeAll
  static void setUp() {
    Jupyter.setUp();
  }

  @TestFactory
  Stream<DynamicNode> notebooks() {
    return Toc.read().notebooks().stream()
        .map(n -> dynamicContainer(n.name(), n.file().toUri(), testsOf(n).stream()));
  }

  private static List<DynamicNode> testsOf(Notebook notebook) {
    NotebookRun run = new NotebookRun(notebook);
    List<DynamicNode> tests = new ArrayList<>();
    run.addAll(FIRST);
    tests.add(dynamicTest("shows what is committed", () -> showsTheCommitted(notebook, run)));
    run.addAll(SECOND);
    tests.add(dynamicTest("shows it again", () -> compare(notebook, run, SECOND)));
    for (Exercise exercise : Exercise.of(notebook)) {
      Cell cell = exercise.cell();
      int place = notebook.code().indexOf(cell);
      tests.add(
          dynamicTest(
              cell.id() + " waits for an answer", () -> refuses(run.cells(FIRST).get(place))));
      String answer = cell.id() + ", answer";
      run.add(answer, cell, exercise.with(exercise.answer()));
      tests.add(dynamicTest(answer, () -> accepts(run.cells(answer).get(0))));
      for (int i = 0; i < exercise.wrong().size(); i++) {
        String wrong = cell.id() + ", wrong answer " + (i + 1);
        run.add(wrong, cell, exercise.with(exercise.wrong().get(i)));
        tests.add(dynamicTest(wrong, () -> refuses(run.cells(wrong).get(0))));
      }
    }
    return tests;
  }

  private static void showsTheCommitted(Notebook notebook, NotebookRun run) {
    compare(notebook, run, FIRST);
    assertEquals(
        notebook.code().stream().map(Cell::executionCount).toList(),
        run.cells(FIRST).stream().map(Cell::executionCount).toList(),
        "execution counts");
    System.out.printf(Locale.ROOT, "%s: all cells in %.1f s%n", notebook, run.seconds(FIRST));
  }

  private static void compare(Notebook notebook, NotebookRun run, String pass) {
    List<Cell> now = run.cells(pass);
    List<Executable> checks = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Cell cell = notebook.code().get(i);
      List<Output> outputs = now.get(i).outputs();
      Optional<String> difference =
          cell.isTagged("timing")
              ? OutputComparison.differenceInShape(cell.outputs(), outputs)
              : OutputComparison.difference(cell.outputs(), outputs);
      checks.add(() -> assertTrue(difference.isEmpty(), () -> cell + ": " + difference.get()));
    }
    assertAll(notebook + ", " + pass, checks);
  }

  private static void accepts(Cell ran) {
    assertEquals(Optional.empty(), ran.trouble());
    String text = ran.shown();
    assertTrue(text.contains(Exercise.SUCCESS), () -> "no " + Exercise.SUCCESS + " in: " + text);
  }

  private static void refuses(Cell ran) {
    assertEquals(Optional.empty(), ran.trouble());
    String text = ran.shown();
    assertFalse(text.contains(Exercise.SUCCESS), () -> Exercise.SUCCESS + " in: " + text);
    assertTrue(text.toLowerCase(Locale.ROOT).contains("hint"), () -> "no hint in: " + text);
  }
}
