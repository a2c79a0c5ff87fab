package descent.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One output of a cell.
 *
 * @param kind {@code stdout}, {@code stderr}, {@code display_data}, {@code execute_result} or
 *     {@code error}
 * @param data what it shows, by MIME type
 */
record Output(String kind, Map<String, String> data) {
  private static final String PLAIN = "text/plain";

  /** The outputs in nbformat's form; how a stream happened to be cut into pieces is forgotten. */
  static List<Output> list(JsonArray outputs) {
    List<Output> list = new ArrayList<>();
    for (JsonElement element : outputs) {
      Output output = of(element.getAsJsonObject());
      int last = list.size() - 1;
      if (output.kind.startsWith("std") && last >= 0 && list.get(last).kind.equals(output.kind)) {
        String text = list.get(last).data.get(PLAIN) + output.data.get(PLAIN);
        list.set(last, new Output(output.kind, Map.of(PLAIN, text)));
      } else {
        list.add(output);
      }
    }
    return list;
  }

  private static Output of(JsonObject json) {
    String type = json.get("output_type").getAsString();
    if (type.equals("stream")) {
      return new Output(
          json.get("name").getAsString(), Map.of(PLAIN, Cell.joined(json.get("text"))));
    }
    if (type.equals("error")) {
      return new Output(type, Map.of(PLAIN, json.get("evalue").getAsString()));
    }
    Map<String, String> data = new TreeMap<>();
    for (var entry : json.getAsJsonObject("data").entrySet()) {
      JsonElement value = entry.getValue();
      data.put(entry.getKey(), value.isJsonObject() ? value.toString() : Cell.joined(value));
    }
    return new Output(type, data);
  }

  boolean hasPicture() {
    return data.keySet().stream().anyMatch(Picture::isPicture);
  }

  /** Everything it shows that is text. */
  String text() {
    StringBuilder text = new StringBuilder();
    data.forEach((mime, value) -> text.append(Picture.isPicture(mime) ? "" : value + "\n"));
    return text.toString();
  }
}
