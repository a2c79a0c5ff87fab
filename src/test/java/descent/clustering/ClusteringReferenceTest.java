package descent.clustering;

import static descent.Fixtures.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.data.Columns;
import descent.data.Csv;
import descent.data.Standardizer;
import descent.training.Training;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.Table;

/** Values and results equal scikit-learn's and PyTorch's, see make_clustering.py. */
class ClusteringReferenceTest {

  private static Stream<JsonObject> cases(String name) {
    return StreamSupport.stream(Fixtures.cases("clustering.json", name).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  static Stream<JsonObject> kMeans() {
    return cases("kmeans");
  }

  static Stream<JsonObject> mixtures() {
    return cases("mixture");
  }

  static Stream<JsonObject> groupings() {
    return cases("rand");
  }

  static Stream<JsonObject> penguins() {
    return cases("penguins");
  }

  private static double[] wave(int n, double a) {
    return IntStream.range(0, n)
        .mapToDouble(i -> Math.sin(a + 1.7 * i) + Math.cos(0.3 * i))
        .toArray();
  }

  private static int[] ints(JsonObject object, String name) {
    return new Gson().fromJson(object.get(name), int[].class);
  }

  private static INDArray points(int rows, int columns) {
    return Nd4j.create(wave(rows * columns, 0.1), new long[] {rows, columns}, 'c');
  }

  @ParameterizedTest
  @MethodSource("kMeans")
  void kMeansAndLloydEqualScikitLearns(JsonObject expected) {
    int[] shape = ints(expected, "shape");
    INDArray x = points(shape[0], shape[1]);
    KMeans f = new KMeans(x, shape[2]);
    double[] start = wave(shape[1] * shape[2], 0.6);
    double[] gradient = new double[start.length];
    assertEquals(expected.get("value").getAsDouble(), f.evaluate(start, gradient), 1e-13);
    assertArrayEquals(doubles(expected, "gradient"), gradient, 1e-13);
    assertArrayEquals(ints(expected, "labels"), f.assign(start));
    var run = new Training(f, new Lloyd(), expected.get("steps").getAsInt()).run(start);
    assertArrayEquals(doubles(expected, "centers"), run.theta(), 1e-12);
    assertEquals(expected.get("end").getAsDouble(), run.value(), 1e-12);
    int[] clusters = f.assign(run.theta());
    assertArrayEquals(ints(expected, "ends"), clusters);
    assertEquals(expected.get("silhouette").getAsDouble(), Silhouette.of(x, clusters), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void mixtureAndItsStepsEqualPyTorchsAndScikitLearns(JsonObject expected) {
    int[] shape = ints(expected, "shape");
    GaussianMixture f = new GaussianMixture(points(shape[0], shape[1]), shape[2]);
    double[] start =
        Arrays.stream(wave(doubles(expected, "gradient").length, 0.6)).map(v -> v / 2).toArray();
    double[] gradient = new double[start.length];
    assertEquals(expected.get("value").getAsDouble(), f.evaluate(start, gradient), 1e-12);
    assertArrayEquals(doubles(expected, "gradient"), gradient, 1e-11);
    int steps = expected.get("steps").getAsInt();
    double[] end = new Training(f, new ExpectationMaximization(), steps).run(start).theta();
    assertEquals(expected.get("end").getAsDouble(), f.value(end), 1e-11);
    double[] weights = Arrays.stream(end).limit(shape[2]).map(Math::exp).toArray();
    assertArrayEquals(doubles(expected, "weights"), weights, 1e-9);
    double[] means = Arrays.copyOfRange(end, shape[2], shape[2] * (1 + shape[1]));
    assertArrayEquals(doubles(expected, "means"), means, 1e-9);
    assertArrayEquals(doubles(expected, "precisions"), precisions(end, shape), 1e-6);
    double[] r = Arrays.stream(f.responsibilities(end)).flatMapToDouble(Arrays::stream).toArray();
    assertArrayEquals(doubles(expected, "responsibilities"), r, 1e-9);
  }

  /** AᵀA of each component. */
  private static double[] precisions(double[] theta, int[] shape) {
    int d = shape[1];
    int at = shape[2] * (1 + d);
    double[] all = new double[shape[2] * d * d];
    for (int j = 0; j < shape[2]; j++) {
      double[][] a = new double[d][d];
      for (int p = 0; p < d; p++) {
        for (int q = 0; q <= p; q++, at++) {
          a[p][q] = p == q ? Math.exp(theta[at]) : theta[at];
        }
      }
      INDArray factor = Nd4j.createFromArray(a);
      double[] product = factor.transpose().mmul(factor).dup('c').data().asDouble();
      System.arraycopy(product, 0, all, j * d * d, d * d);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("groupings")
  void adjustedRandIndexEqualsScikitLearns(JsonObject expected) {
    double index = expected.get("index").getAsDouble();
    int[] a = ints(expected, "a");
    int[] b = ints(expected, "b");
    assertEquals(index, AdjustedRandIndex.of(a, b), 1e-15);
    assertEquals(index, AdjustedRandIndex.of(b, a), 1e-15);
  }

  @ParameterizedTest
  @MethodSource("penguins")
  void thePenguinsEndWhereScikitLearnEnds(JsonObject expected) {
    Table table = Csv.read("notebooks/data/penguins.csv", "island", "sex", "species");
    INDArray raw = Columns.of(table, "bill_length", "bill_depth", "flipper_length", "body_mass");
    INDArray x = Standardizer.fit(raw).apply(raw);
    List<String> names = table.stringColumn("species").unique().asList();
    int[] species =
        table.stringColumn("species").asList().stream().mapToInt(names::indexOf).toArray();
    int k = expected.get("clusters").getAsInt();
    KMeans f = new KMeans(x, k);
    double[] best =
        LongStream.range(0, 50)
            .mapToObj(s -> new Training(f, new Lloyd(), 50).run(Seeding.plusPlus(x, k, s)).theta())
            .min(Comparator.comparing(f::value))
            .orElseThrow();
    assertEquals(expected.get("value").getAsDouble(), f.value(best), 1e-12);
    int[] clusters = f.assign(best);
    assertEquals(expected.get("silhouette").getAsDouble(), Silhouette.of(x, clusters), 1e-12);
    double index = AdjustedRandIndex.of(species, clusters);
    assertEquals(expected.get("index").getAsDouble(), index, 1e-12);

    GaussianMixture g = new GaussianMixture(x, k);
    double[] start = g.start(doubles(expected, "centers"));
    assertTrue(GradientCheck.of(g, start).passed());
    double[] end = new Training(g, new ExpectationMaximization(), 1000).run(start).theta();
    assertEquals(expected.get("likelihood").getAsDouble(), g.value(end), 1e-9);
    double mixtureIndex = AdjustedRandIndex.of(species, g.assign(end));
    assertEquals(expected.get("mixtureIndex").getAsDouble(), mixtureIndex, 1e-12);
  }
}
