package descent.notebooks;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;

/**
 * An exercise: a code cell with the tag {@code exercise}, whose lines above {@value #MARKER} are
 * the stub that a reader fills in and whose other lines check it; the next cell has the tag {@code
 * answer} and holds the code that solves it, folded with {@code <details>}.
 *
 * @param cell the exercise's cell
 * @param answer what solves it, in place of the stub
 * @param wrong answers that the check must refuse, from the metadata of the cell
 */
record Exercise(Cell cell, String answer, List<String> wrong) {
  static final String MARKER = "// --- check ---";

  /** What a check shows when it is content. */
  static final String SUCCESS = "✓";

  static List<Exercise> of(Notebook notebook) {
    List<Exercise> exercises = new ArrayList<>();
    for (Cell cell : notebook.cells()) {
      if (cell.isTagged("exercise")) {
        exercises.add(of(notebook, cell));
      }
    }
    return exercises;
  }

  private static Exercise of(Notebook notebook, Cell cell) {
    String where = cell + ": ";
    require(
        cell.source().lines().filter(MARKER::equals).count() == 1,
        where + "an exercise needs one line `" + MARKER + "` between stub and check");
    require(
        cell.number() < notebook.cells().size()
            && notebook.cells().get(cell.number()).isTagged("answer"),
        where + "after an exercise comes a cell with the tag `answer`");
    Cell next = notebook.cells().get(cell.number());
    require(
        next.source().contains("<details>") && next.source().contains("</details>"),
        where + "its answer is not folded away with <details>");
    List<String> fences = new ArrayList<>();
    Markdown.parse(next.source())
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                if ("java".equals(block.getInfo())) {
                  fences.add(block.getLiteral());
                }
              }
            });
    require(
        !fences.isEmpty(),
        where + "its answer has no ```java block (with blank lines around it, inside <details>)");
    List<String> wrong = Cell.strings(cell.metadata("wrong"));
    require(!wrong.isEmpty(), where + "its metadata has no `wrong` answer to refuse");
    return new Exercise(cell, fences.get(0), wrong);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }

  /** The cell with another text in place of its stub. */
  String with(String solution) {
    String source = cell.source();
    return solution.stripTrailing() + "\n" + source.substring(source.indexOf(MARKER));
  }
}
