package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
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
      String where = cell + ", ";
      int place = notebook.code().indexOf(cell);
      String stub = where + "unsolved";
      tests.add(dynamicTest(stub, () -> refuses(stub, run.cells(FIRST).get(place))));
      String answer = where + "answer";
      run.add(answer, cell, exercise.with(exercise.answer()));
      tests.add(dynamicTest(answer, () -> accepts(answer, run.cells(answer).get(0))));
      for (int i = 0; i < exercise.wrong().size(); i++) {
        String wrong = where + "wrong answer " + (i + 1);
        run.add(wrong, cell, exercise.with(exercise.wrong().get(i)));
        tests.add(dynamicTest(wrong, () -> refuses(wrong, run.cells(wrong).get(0))));
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
      difference.ifPresent(d -> checks.add(() -> fail(cell + ": " + d)));
    }
    assertAll(notebook + ", " + pass, checks);
  }

  private static void accepts(String pass, Cell ran) {
    if (ran.trouble().isPresent() || !ran.shown().contains(Exercise.SUCCESS)) {
      fail(pass + " is not accepted:\n" + ran.shown());
    }
  }

  private static void refuses(String pass, Cell ran) {
    String text = ran.shown();
    if (ran.trouble().isPresent()
        || text.contains(Exercise.SUCCESS)
        || !text.toLowerCase(Locale.ROOT).contains("hint")) {
      fail(pass + " is not refused with a hint:\n" + text);
    }
  }
}
