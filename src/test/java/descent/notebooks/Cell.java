package descent.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cell of a notebook.
 *
 * @param notebook the name of the notebook
 * @param number its place in the notebook, from 1, all kinds of cells counted
 * @param json the cell in nbformat's form
 */
record Cell(String notebook, int number, JsonObject json) {

  String id() {
    return json.has("id") ? json.get("id").getAsString() : "";
  }

  boolean isCode() {
    return json.get("cell_type").getAsString().equals("code");
  }

  String source() {
    return joined(json.get("source"));
  }

  List<String> tags() {
    return strings(metadata("tags"));
  }

  boolean isTagged(String tag) {
    return tags().contains(tag);
  }

  /** A value of the metadata, or null. */
  JsonElement metadata(String key) {
    return json.getAsJsonObject("metadata").get(key);
  }

  List<Output> outputs() {
    return Output.list(json.getAsJsonArray("outputs"));
  }

  /** All text that it shows. */
  String shown() {
    return outputs().stream().map(Output::text).collect(Collectors.joining());
  }

  /** An output that no cell should have; an error only where the cell means to show one. */
  Optional<String> trouble() {
    return outputs().stream()
        .filter(
            o ->
                o.kind().equals("stderr")
                    || o.kind().equals("error") && !isTagged("raises-exception"))
        .map(o -> o.kind() + ": " + o.text())
        .findFirst();
  }

  /** The number in the brackets before the cell, 0 where there is none. */
  int executionCount() {
    JsonElement count = json.get("execution_count");
    return count == null || count.isJsonNull() ? 0 : count.getAsInt();
  }

  /** nbformat writes a longer text as one string or as an array of its lines. */
  static String joined(JsonElement text) {
    return String.join("", strings(text));
  }

  /** One string, an array of strings or nothing, as a list. */
  static List<String> strings(JsonElement text) {
    if (text == null) {
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    if (text instanceof JsonArray array) {
      array.forEach(s -> strings.add(s.getAsString()));
    } else {
      strings.add(text.getAsString());
    }
    return strings;
  }

  @Override
  public String toString() {
    return notebook + ", cell " + number + " (" + id() + ")";
  }
}
