package descent.notebooks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notebook as it stands in its file.
 *
 * @param name path below {@code notebooks}, without the ending
 * @param json the whole file
 * @param cells all cells in order
 */
record Notebook(String name, JsonObject json, List<Cell> cells) {

  static Notebook read(String name) {
    return parse(name, Project.text(Toc.file(name)));
  }

  static Notebook parse(String name, String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<Cell> cells = new ArrayList<>();
    for (JsonElement cell : json.getAsJsonArray("cells")) {
      cells.add(new Cell(name, cells.size() + 1, cell.getAsJsonObject()));
    }
    return new Notebook(name, json, List.copyOf(cells));
  }

  Path file() {
    return Toc.file(name);
  }

  /** The cells that a kernel executes; Jupyter skips empty ones. */
  List<Cell> code() {
    return cells.stream().filter(c -> c.isCode() && !c.source().isBlank()).toList();
  }

  String markdown() {
    return cells.stream()
        .filter(c -> !c.isCode())
        .map(Cell::source)
        .collect(Collectors.joining("\n\n"));
  }

  @Override
  public String toString() {
    return name;
  }
}
