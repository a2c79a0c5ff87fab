package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the data files to what SOURCES.md says about them, and to known moments. */
class SourcesTest {

  private static final Path FOLDER = Path.of("notebooks", "data");
  private static final Pattern SECTION =
      Pattern.compile("(?m)^## (\\S+\\.csv)\n(?s:(.*?))(?=^## |\\z)");

  @Test
  void everyFileHasItsSectionAndChecksum() throws IOException, NoSuchAlgorithmException {
    Map<String, String> stated = new TreeMap<>();
    for (Map.Entry<String, String> section : sections().entrySet()) {
      stated.put(section.getKey(), find("\\*\\*SHA-256:\\*\\* `(\\w+)`", section.getValue()));
      assertTrue(section.getValue().contains("**Licence:**"), section.getKey());
    }
    Map<String, String> actual = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        actual.put(file.getFileName().toString(), HexFormat.of().formatHex(sum));
      }
    }
    assertEquals(actual, stated);
  }

  @Test
  void rowsAndColumnsAreAsStated() throws IOException {
    for (Map.Entry<String, String> section : sections().entrySet()) {
      var table = Csv.read(FOLDER.resolve(section.getKey()).toString());
      assertEquals(find("\\*\\*Rows:\\*\\* (\\d+)", section.getValue()), "" + table.rowCount());
      var columns =
          section
              .getValue()
              .lines()
              .filter(line -> line.startsWith("| ") && !line.startsWith("| column "))
              .map(line -> line.substring(2, line.indexOf(" |", 2)))
              .toList();
      assertEquals(columns, table.columnNames());
    }
  }

  @Test
  void engelHasTheKnownMoments() {
    Dataset data = Dataset.of(Csv.read("notebooks/data/engel.csv"), "foodexp", "income");
    assertMoments(data, new double[] {982.4730439931191}, new double[] {518.1249542763642});
    assertEquals(624.1501113133555, Standardizer.fit(data.targets()).mean()[0], 1e-9);
  }

  @Test
  void diabetesHasTheKnownMoments() {
    Dataset data = Dataset.of(Csv.read("notebooks/data/diabetes.csv"), "progression");
    assertMoments(
        data,
        new double[] {
          48.51809954751131, 1.4683257918552035, 26.37579185520362, 94.64701357466065,
          189.14027149321268, 115.43914027149322, 49.78846153846154, 4.070248868778281,
          4.641410859728507, 91.26018099547511
        },
        new double[] {
          13.094190207980025, 0.49899573599220276, 4.413120855492464, 13.815628311857534,
          34.568880126921364, 30.378657550243798, 12.919562419379737, 1.288989285051803,
          0.5217992869003063, 11.48332247173548
        });
    assertEquals(152.13348416289594, Standardizer.fit(data.targets()).mean()[0], 1e-9);
  }

  /** Expected values: scikit-learn 1.9.1, StandardScaler, of the packages' own arrays. */
  private static void assertMoments(Dataset data, double[] mean, double[] scale) {
    Standardizer fitted = Standardizer.fit(data.inputs());
    assertArrayEquals(mean, fitted.mean(), 1e-9);
    assertArrayEquals(scale, fitted.scale(), 1e-9);
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new TreeMap<>();
    Matcher matcher = SECTION.matcher(Files.readString(FOLDER.resolve("SOURCES.md")));
    while (matcher.find()) {
      sections.put(matcher.group(1), matcher.group(2));
    }
    return sections;
  }

  private static String find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }
}
