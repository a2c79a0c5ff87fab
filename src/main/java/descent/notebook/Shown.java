package descent.notebook;

import java.util.Base64;
import java.util.Map;

/**
 * What a cell shows of a value: plain text, which every front end can fall back to, and perhaps
 * something richer.
 *
 * @param text the plain text
 * @param type the MIME type of {@code data}, or null if the text is all
 * @param data HTML, or the Base64 of a picture
 * @param metadata what Jupyter is told about {@code data}, such as a picture's width on the screen
 */
record Shown(String text, String type, String data, Map<String, Integer> metadata) {

  static Shown text(String text) {
    return new Shown(text, null, null, Map.of());
  }

  static Shown html(String text, String html) {
    return new Shown(text, "text/html", html, Map.of());
  }

  static Shown picture(String text, String type, byte[] bytes, Map<String, Integer> metadata) {
    return new Shown(text, type, Base64.getEncoder().encodeToString(bytes), metadata);
  }
}
