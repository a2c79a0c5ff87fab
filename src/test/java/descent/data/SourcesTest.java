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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

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
      List<String> rows =
          section
              .getValue()
              .lines()
              .filter(line -> line.startsWith("| ") && !line.startsWith("| column "))
              .toList();
      String[] text = names(rows.stream().filter(row -> row.endsWith(" | text |")));
      var table = Csv.read(FOLDER.resolve(section.getKey()).toString(), text);
      assertEquals(find("\\*\\*Rows:\\*\\* (\\d+)", section.getValue()), "" + table.rowCount());
      assertEquals(List.of(names(rows.stream())), table.columnNames());
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

  @Test
  void stacklossHasTheKnownMoments() {
    Dataset data = Dataset.of(Csv.read("notebooks/data/stackloss.csv"), "stackloss");
    assertMoments(
        data,
        new double[] {60.42857142857143, 21.095238095238095, 86.28571428571429},
        new double[] {8.947313662139463, 3.084597093466981, 5.229430062206608});
    assertEquals(17.523809523809526, Standardizer.fit(data.targets()).mean()[0], 1e-9);
  }

  @Test
  void irisHasTheKnownMoments() {
    Table table = Csv.read("notebooks/data/iris.csv", "species");
    Dataset data = Dataset.of(table, "sepal_length", "sepal_width", "petal_length", "petal_width");
    assertMoments(
        data,
        new double[] {3.057333333333334, 3.7580000000000027, 1.199333333333334},
        new double[] {0.43441096773549437, 1.7594040657753032, 0.7596926279021594});
    assertEquals(5.843333333333335, Standardizer.fit(data.targets()).mean()[0], 1e-9);
  }

  /** Sizes as scikit-learn's descriptions give them. */
  @Test
  void classesHaveTheKnownSizes() {
    Table cancer = Csv.read("notebooks/data/breast_cancer.csv");
    assertEquals(Map.of("1.0", 212L, "0.0", 357L), sizes(cancer, "malignant"));
    Table wine = Csv.read("notebooks/data/wine.csv");
    assertEquals(Map.of("0.0", 59L, "1.0", 71L, "2.0", 48L), sizes(wine, "cultivar"));
    Table iris = Csv.read("notebooks/data/iris.csv", "species");
    assertEquals(
        Map.of("setosa", 50L, "versicolor", 50L, "virginica", 50L), sizes(iris, "species"));
    Table penguins = Csv.read("notebooks/data/penguins.csv", "island", "sex", "species");
    assertEquals(
        Map.of("Adelie", 151L, "Chinstrap", 68L, "Gentoo", 123L), sizes(penguins, "species"));
  }

  /** Sizes as the repository's page gives them for its test part. */
  @Test
  void digitsHaveTheKnownSizesAndRange() {
    Table digits = Csv.read("notebooks/data/digits.csv");
    assertArrayEquals(
        new long[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180},
        IntStream.range(0, 10).mapToLong(k -> sizes(digits, "digit").get(k + ".0")).toArray());
    Dataset data = Dataset.of(digits, "digit");
    assertEquals(0, data.inputs().minNumber().doubleValue());
    assertEquals(16, data.inputs().maxNumber().doubleValue());
    assertEquals(4.884164579855314, data.inputs().meanNumber().doubleValue(), 1e-12);
  }

  private static Map<String, Long> sizes(Table table, String column) {
    return table.column(column).asList().stream()
        .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()));
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

  /** The names in the first cells of a table's rows; "pixel_0_0 … pixel_7_7" stands for 64. */
  private static String[] names(Stream<String> rows) {
    return rows.map(row -> row.substring(2, row.indexOf(" |", 2)))
        .flatMap(name -> name.equals("pixel_0_0 … pixel_7_7") ? pixels() : Stream.of(name))
        .toArray(String[]::new);
  }

  private static Stream<String> pixels() {
    return IntStream.range(0, 64).mapToObj(i -> "pixel_" + i / 8 + "_" + i % 8);
  }

  private static String find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }
}
