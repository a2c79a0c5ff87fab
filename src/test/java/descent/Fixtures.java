package descent;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reference values that the scripts make_*.py wrote. */
public final class Fixtures {

  private Fixtures() {}

  /** Returns the cases under a name, failing if there is none. */
  public static JsonArray cases(String file, String name) {
    JsonArray cases = read(file).getAsJsonObject("cases").getAsJsonArray(name);
    if (cases == null || cases.isEmpty()) {
      throw new AssertionError(file + " has no cases for " + name + ": see CONTRIBUTING.md");
    }
    return cases;
  }

  /** Returns an array of arrays of numbers that several cases share. */
  public static double[][] rows(String file, String part, String name) {
    return rows(read(file).getAsJsonObject(part), name);
  }

  private static JsonObject read(String file) {
    try (Reader reader =
        new InputStreamReader(
            Fixtures.class.getResourceAsStream("/fixtures/" + file), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an array of numbers. */
  public static double[] doubles(JsonObject object, String name) {
    return new Gson().fromJson(object.get(name), double[].class);
  }

  /** Returns an array of arrays of numbers. */
  public static double[][] rows(JsonObject object, String name) {
    return new Gson().fromJson(object.get(name), double[][].class);
  }
}
