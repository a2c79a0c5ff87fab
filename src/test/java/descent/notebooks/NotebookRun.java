package descent.notebooks;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a notebook is made to show, pass by pass, in one fresh kernel. The kernel starts when
 * the first result is asked for.
 */
final class NotebookRun {
  private static final int MAX_SECONDS = 900;

  private record Step(String id, String source, List<String> tags) {}

  private record Plan(String folder, List<List<Step>> passes) {}

  private final Notebook notebook;
  private final Map<String, List<Step>> passes = new LinkedHashMap<>();
  private JsonObject result;

  NotebookRun(Notebook notebook) {
    this.notebook = notebook;
  }

  /** Adds a pass over all cells as they are. */
  void addAll(String pass) {
    passes.put(pass, notebook.code().stream().map(c -> step(c, c.source())).toList());
  }

  /** Adds a pass over one cell with another source. */
  void add(String pass, Cell cell, String source) {
    passes.put(pass, List.of(step(cell, source)));
  }

  private static Step step(Cell cell, String source) {
    return new Step(cell.id(), source, cell.tags());
  }

  /** What a pass shows: its cells in nbformat's form, in order. */
  List<Cell> cells(String pass) {
    List<Cell> cells = new ArrayList<>();
    for (JsonElement cell : pass(pass).getAsJsonArray("cells")) {
      cells.add(new Cell(notebook.name(), cells.size() + 1, cell.getAsJsonObject()));
    }
    return cells;
  }

  /** How long a pass took, without the kernel's start. */
  double seconds(String pass) {
    return pass(pass).get("seconds").getAsDouble();
  }

  private synchronized JsonObject pass(String pass) {
    if (result == null) {
      result = run();
    }
    JsonArray done = result.getAsJsonArray("passes");
    List<String> names = List.copyOf(passes.keySet());
    int complete = result.get("failure").isJsonNull() ? done.size() : done.size() - 1;
    if (names.indexOf(pass) >= complete) {
      String where = done.isEmpty() ? "start" : names.get(complete);
      throw new AssertionError(
          notebook + ": " + where + ": " + result.get("failure").getAsString());
    }
    return done.get(names.indexOf(pass)).getAsJsonObject();
  }

  private JsonObject run() {
    String files = Project.TARGET.resolve("notebooks").resolve(notebook.name()).toString();
    Path plan = Path.of(files + ".plan.json");
    Path recorded = Path.of(files + ".json");
    try {
      Files.createDirectories(plan.getParent());
      String folder = notebook.file().getParent().toString();
      Files.writeString(plan, new Gson().toJson(new Plan(folder, List.copyOf(passes.values()))));
      Jupyter.run(
          Path.of(files + ".log"),
          MAX_SECONDS,
          Jupyter.python(),
          Project.ROOT.resolve("src/test/python/run_passes.py").toString(),
          plan.toString(),
          recorded.toString());
      return JsonParser.parseString(Project.text(recorded)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AssertionError e) {
      // kept, so that the other tests of this notebook do not wait for the same again
      JsonObject failed = new JsonObject();
      failed.add("passes", new JsonArray());
      failed.addProperty("failure", e.getMessage());
      return failed;
    }
  }
}
