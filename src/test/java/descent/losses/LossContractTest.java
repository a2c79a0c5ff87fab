package descent.losses;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.engine.Blockwise;
import descent.engine.Domain;
import descent.engine.Elementwise;
import descent.engine.NonFiniteException;
import descent.engine.Reduction;
import descent.engine.Rowwise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What holds for every loss of {@link LossSample}. */
class LossContractTest {

  /** A reader's own loss on probabilities. */
  record Brier() implements ElementwiseLoss {
    @Override
    public double loss(double prediction, double target) {
      return (prediction - target) * (prediction - target);
    }

    @Override
    public double slope(double prediction, double target) {
      return 2 * (prediction - target);
    }

    @Override
    public Domain predictions() {
      return Domain.PROBABILITY;
    }

    @Override
    public Domain targets() {
      return Domain.PROBABILITY;
    }
  }

  /** A reader's own loss of rows, the Euclidean distance, in which long targets count more. */
  record Distance() implements RowwiseLoss {
    @Override
    public double row(double[] prediction, double[] target, double[] gradient) {
      double sum = 0;
      for (int j = 0; j < prediction.length; j++) {
        sum += Math.pow(prediction[j] - target[j], 2);
      }
      for (int j = 0; j < prediction.length; j++) {
        gradient[j] = (prediction[j] - target[j]) / Math.sqrt(sum);
      }
      return Math.sqrt(sum);
    }

    @Override
    public double weight(double[] target) {
      return Math.abs(target[0]);
    }
  }

  static List<LossSample> ours() {
    List<LossSample> all = new ArrayList<>(LossSample.elementwise());
    all.addAll(LossSample.rowwise());
    return all;
  }

  static List<LossSample> losses() {
    List<LossSample> all = ours();
    all.add(new LossSample("a reader's own", new Brier()));
    all.add(new LossSample("a reader's own", new Distance()));
    all.add(
        new LossSample("a sum", WeightedSum.of(0.5, new MeanSquaredError()).plus(2, new Huber(1))));
    return all;
  }

  static List<LossSample> elementwise() {
    return losses().stream().filter(sample -> sample.loss() instanceof Elementwise).toList();
  }

  static List<LossSample> rowwise() {
    return losses().stream().filter(LossSample::isRowwise).toList();
  }

  static double[] flat(INDArray array) {
    return array.castTo(DataType.DOUBLE).dup('c').reshape(array.length()).toDoubleVector();
  }

  /** Compares arrays number by number; ND4J's own equals lets differences of 1e-5 pass. */
  static void assertSame(INDArray expected, INDArray actual, double tolerance) {
    assertArrayEquals(expected.shape(), actual.shape());
    double[] right = flat(expected);
    double[] found = flat(actual);
    for (int i = 0; i < right.length; i++) {
      assertEquals(right[i], found[i], tolerance * Math.abs(right[i]), "element " + i);
    }
  }

  static void assertRefused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void equalsTheReference(LossSample sample) {
    for (JsonElement element : Fixtures.cases("losses.json", sample.name())) {
      JsonObject one = element.getAsJsonObject();
      INDArray p = array(one, "predictions", "shape");
      INDArray t = array(one, "targets", one.has("targetShape") ? "targetShape" : "shape");
      INDArray gradient = p.ulike();
      gradient.assign(Double.NaN);
      double expected = one.get("value").getAsDouble();
      double actual = sample.loss().evaluate(p, t, gradient);
      assertEquals(expected, actual, 1e-14 * Math.abs(expected), () -> one.toString());
      double[] slopes = Fixtures.doubles(one, "gradient");
      double[] found = flat(gradient);
      for (int i = 0; i < slopes.length; i++) {
        // the second part is a rounding of a slope of 1: the reference's own, where it cancels
        double allowed = 1e-14 * (Math.abs(slopes[i]) + 1.0 / slopes.length);
        assertEquals(slopes[i], found[i], allowed, () -> one.toString());
      }
    }
  }

  private static INDArray array(JsonObject one, String name, String shape) {
    long[] lengths =
        Arrays.stream(Fixtures.doubles(one, shape)).mapToLong(length -> (long) length).toArray();
    return Nd4j.create(Fixtures.doubles(one, name), lengths, DataType.DOUBLE);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientEqualsCentralDifferences(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, 12);
    INDArray t = sample.targets(DataType.DOUBLE, 12);
    GradientCheck check = GradientCheck.of(sample.loss(), p, t);
    assertTrue(check.passed(), check::toString);
    assertEquals(p.length(), check.coordinates());
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void valueIsTheMeanOfTheFormula(LossSample sample) {
    Elementwise loss = (Elementwise) sample.loss();
    for (int n : new int[] {1, 2, 255, 256, 257, 1000, 70_001}) {
      INDArray p = sample.predictions(DataType.DOUBLE, n).getColumn(0).dup();
      INDArray t = sample.targets(DataType.DOUBLE, n).getColumn(0).dup();
      double[] ps = p.toDoubleVector();
      double[] ts = t.toDoubleVector();
      double sum = 0;
      double[] values = new double[n];
      double[] slopes = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = loss.loss(ps[i], ts[i]);
        slopes[i] = loss.slope(ps[i], ts[i]) / n;
        sum += values[i];
      }
      assertEquals(sum / n, sample.loss().value(p, t), 1e-12 * Math.abs(sum / n), "n = " + n);
      boolean blockwise = loss instanceof Blockwise; // other functions, equal to within rounding
      double rounding = blockwise ? 4e-15 : 0;
      assertSame(Nd4j.createFromArray(values), sample.loss().values(p, t), rounding);
      double[] gradient = flat(sample.loss().gradient(p, t));
      for (int i = 0; i < n; i++) {
        double near = blockwise ? 4e-15 / n : 1e-14 * Math.abs(slopes[i]);
        assertEquals(slopes[i], gradient[i], near, "n = " + n + ", element " + i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rowwise")
  void valueIsTheMeanOfTheRows(LossSample sample) {
    Rowwise loss = (Rowwise) sample.loss();
    for (int n : new int[] {1, 2, 85, 86, 1000, 20_001}) {
      INDArray p = sample.predictions(DataType.DOUBLE, n);
      INDArray t = sample.targets(DataType.DOUBLE, n);
      double[][] ps = p.toDoubleMatrix();
      double[][] ts = t.toDoubleMatrix();
      double sum = 0;
      double denominator = 0;
      double[] values = new double[n];
      double[][] gradient = new double[n][ps[0].length];
      for (int i = 0; i < n; i++) {
        values[i] = loss.row(ps[i], ts[i], gradient[i]);
        sum += values[i];
        denominator += loss.weight(ts[i]);
      }
      double mean = sum / denominator;
      assertEquals(mean, sample.loss().value(p, t), 1e-12 * Math.abs(mean), "n = " + n);
      assertArrayEquals(values, flat(sample.loss().values(p, t)), "n = " + n);
      INDArray expected = Nd4j.create(gradient).divi(denominator);
      assertSame(expected, sample.loss().gradient(p, t), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void floatsGiveTheSameAsDoubles(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.FLOAT, 300);
    INDArray t = sample.targets(DataType.FLOAT, 300);
    INDArray p64 = p.castTo(DataType.DOUBLE);
    INDArray t64 = t.castTo(DataType.DOUBLE);
    assertEquals(loss.value(p64, t64), loss.value(p, t), 0.0, "sums are kept in double");
    INDArray gradient = loss.gradient(p, t);
    assertEquals(DataType.FLOAT, gradient.dataType());
    double tolerance = loss instanceof WeightedSum ? 3e-7 : 0; // adds up in the array's own type
    assertSame(loss.gradient(p64, t64).castTo(DataType.FLOAT), gradient, tolerance);
    assertEquals(DataType.FLOAT, loss.values(p, t).dataType());
    assertEquals(loss.value(p64, t64), loss.value(p, t64), 0.0, "types may be mixed");
  }

  @ParameterizedTest
  @MethodSource("losses")
  void sumIsTheDenominatorTimesTheMean(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 20);
    INDArray t = sample.targets(DataType.DOUBLE, 20);
    INDArray w = sample.weights(20);
    INDArray g = p.ulike();
    INDArray gw = p.ulike();
    double sum = loss.evaluate(p, t, null, Reduction.SUM, g);
    double weighted = loss.evaluate(p, t, w, Reduction.SUM, gw);
    INDArray counts = Nd4j.ones(DataType.DOUBLE, w.shape());
    if (loss instanceof Rowwise rows) {
      for (int i = 0; i < 20; i++) {
        counts.putScalar(i, 0, rows.weight(t.getRow(i).toDoubleVector()));
      }
    }
    double count = counts.sumNumber().doubleValue();
    double total = counts.mul(w).sumNumber().doubleValue();
    assertEquals(sum, count * loss.value(p, t), 1e-14 * Math.abs(sum));
    assertEquals(
        weighted, total * loss.evaluate(p, t, w, Reduction.MEAN, null), 1e-14 * Math.abs(weighted));
    INDArray values = loss.values(p, t).reshape(w.shape());
    double added = values.mul(w).sumNumber().doubleValue();
    assertEquals(added, weighted, 1e-12 * values.mul(w).norm1Number().doubleValue());
    assertSame(g.mul(w.broadcast(p.shape())), gw, 1e-14);
    assertSame(loss.gradient(p, t).mul(count), g, 1e-13);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void viewsGiveTheSameAsCopies(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 6);
    INDArray t = sample.targets(DataType.DOUBLE, 6);
    double value = loss.value(p, t);
    double rounding = 1e-15 * Math.abs(value);
    INDArray gradient = loss.gradient(p, t);
    INDArray turned = p.transpose().dup('c').transpose();
    assertAll(
        () -> assertEquals(value, loss.value(p.dup('f'), t), rounding),
        () -> assertSame(gradient, loss.gradient(p.dup('f'), t.dup('f')), 0),
        () -> assertSame(gradient, loss.gradient(turned, t), 0));
    INDArray rows = p.get(NDArrayIndex.interval(2, 4), NDArrayIndex.all());
    INDArray some = t.get(NDArrayIndex.interval(2, 4), NDArrayIndex.all());
    assertSame(loss.gradient(rows.dup(), some.dup()), loss.gradient(rows, some), 0);
    INDArray wide = Nd4j.zeros(DataType.DOUBLE, 6, 2 * p.columns());
    INDArray right =
        wide.get(NDArrayIndex.all(), NDArrayIndex.interval(p.columns(), 2 * p.columns()));
    INDArray left = wide.get(NDArrayIndex.all(), NDArrayIndex.interval(0, p.columns()));
    loss.evaluate(p, t, right);
    assertSame(gradient, right, 0); // a view is filled in
    assertEquals(0, left.norm1Number().doubleValue(), "and only it");
  }

  @ParameterizedTest
  @MethodSource("losses")
  void argumentsAreNotChanged(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 40);
    INDArray t = sample.targets(DataType.DOUBLE, 40);
    double[] before = flat(p);
    double[] targetsBefore = flat(t);
    loss.gradient(p, t);
    loss.values(p, t);
    assertThrows(
        IllegalArgumentException.class, () -> loss.evaluate(p, t, Nd4j.zeros(DataType.DOUBLE, 39)));
    assertArrayEquals(before, flat(p));
    assertArrayEquals(targetsBefore, flat(t));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatDoesNotFit(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 4);
    INDArray t = sample.targets(DataType.DOUBLE, 4);
    INDArray g = p.ulike();
    String shapes = "targets has shape [3, " + t.size(1) + "]";
    String other = "predictions has shape " + Arrays.toString(p.shape());
    assertAll(
        () -> assertRefused("predictions is null", () -> loss.value(null, t)),
        () -> assertRefused("targets is null", () -> loss.value(p, null)),
        () -> assertRefused("predictions is null", () -> loss.gradient(null, t)),
        () -> {
          INDArray three = sample.targets(DataType.DOUBLE, 3);
          IllegalArgumentException e =
              assertThrows(IllegalArgumentException.class, () -> loss.value(p, three));
          String message = e.getMessage().replace("and targets [", "targets has shape [");
          assertTrue(message.contains(shapes), message);
          message = e.getMessage().replace("and predictions [", "predictions has shape [");
          assertTrue(message.contains(other), message);
        },
        () -> assertRefused("shape", () -> loss.value(p, t.transpose())),
        () -> assertRefused("shape", () -> loss.value(p, t.getRows(0))),
        () -> assertRefused("shape", () -> loss.value(p, t.reshape(t.rows(), 1, t.columns()))),
        () -> assertRefused("gradient has shape", () -> loss.evaluate(p, t, g.reshape(p.length()))),
        () -> assertRefused("predictions is empty", () -> loss.value(Nd4j.empty(), Nd4j.empty())),
        () ->
            assertRefused(
                "predictions is empty",
                () ->
                    loss.value(
                        Nd4j.create(DataType.DOUBLE, 0, 3), Nd4j.create(DataType.DOUBLE, 0, 3))),
        () ->
            assertRefused(
                "predictions is empty", () -> loss.value(Nd4j.create(DataType.DOUBLE, 4, 0), t)),
        () -> assertRefused("of type INT", () -> loss.value(p.castTo(DataType.INT32), t)),
        () -> assertRefused("of type BOOL", () -> loss.value(p, t.castTo(DataType.BOOL))),
        () ->
            assertRefused(
                "gradient is of type INT", () -> loss.evaluate(p, t, g.castTo(DataType.INT32))),
        () ->
            assertRefused("gradient shares memory with predictions", () -> loss.evaluate(p, t, p)),
        () -> assertRefused("reduction is null", () -> loss.evaluate(p, t, null, null, g)));
    if (Arrays.equals(p.shape(), t.shape())) {
      assertRefused("gradient shares memory with targets", () -> loss.evaluate(p, t, t));
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void nothingIsBroadcast(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, 4).getColumn(0, true);
    INDArray t = sample.targets(DataType.DOUBLE, 4).getColumn(0, true);
    assertAll(
        () -> assertRefused("[4, 1] and targets [4]", () -> sample.loss().value(p, t.reshape(4))),
        () ->
            assertRefused(
                "[4, 1] and targets [1, 4]", () -> sample.loss().value(p, t.transpose())));
  }

  @ParameterizedTest
  @MethodSource("rowwise")
  void rowsNeedTwoAxes(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, 4);
    INDArray t = sample.targets(DataType.DOUBLE, 4);
    assertAll(
        () ->
            assertRefused("expected two axes", () -> sample.loss().value(p.reshape(p.length()), t)),
        () ->
            assertRefused(
                "expected two axes", () -> sample.loss().value(p.reshape(2, 2, p.columns()), t)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWeightsThatCannotBe(LossSample sample) {
    INDArray p = sample.predictions(DataType.DOUBLE, 3);
    INDArray t = sample.targets(DataType.DOUBLE, 3);
    INDArray w = sample.weights(3);
    String index = ", 0] is ";
    assertAll(
        weightsRefused(sample, p, t, "0.0; expected a number above 0", w.mul(0)),
        weightsRefused(sample, p, t, "weights[1" + index + "-1.0", w.dup().putScalar(1, 0, -1)),
        weightsRefused(
            sample, p, t, "weights[2" + index + "NaN", w.dup().putScalar(2, 0, Double.NaN)),
        weightsRefused(
            sample,
            p,
            t,
            "weights[0" + index + "Infinity",
            w.dup().putScalar(0, 0, Double.POSITIVE_INFINITY)),
        weightsRefused(sample, p, t, "weights has shape [2, ", sample.weights(2)),
        weightsRefused(sample, p, t, "weights is of type INT", w.castTo(DataType.INT32)));
  }

  private static Executable weightsRefused(
      LossSample sample, INDArray p, INDArray t, String message, INDArray weights) {
    return () ->
        assertRefused(
            message, () -> sample.loss().evaluate(p, t, weights, Reduction.MEAN, p.ulike()));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void namesTheFirstNumberThatIsNotFinite(LossSample sample) {
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 200);
    INDArray t = sample.targets(DataType.DOUBLE, 200);
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      for (int at : new int[] {0, 100, 199}) {
        INDArray wrong = p.dup().putScalar(at, 1, bad);
        String message = "predictions[" + at + ", 1] is " + bad;
        NonFiniteException e =
            assertThrows(NonFiniteException.class, () -> loss.gradient(wrong, t));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        INDArray wrongTargets = t.dup().putScalar(at, 0, bad);
        e = assertThrows(NonFiniteException.class, () -> loss.value(p, wrongTargets));
        assertTrue(e.getMessage().contains("targets[" + at + ", 0] is " + bad), e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatIsOutOfItsDomain(LossSample sample) {
    Loss loss = sample.loss();
    if (loss instanceof WeightedSum) {
      return; // its terms have domains
    }
    INDArray p = sample.predictions(DataType.DOUBLE, 4);
    INDArray t = sample.targets(DataType.DOUBLE, 4);
    for (double outside : new double[] {-1.5, -1, -0.5, 0, 0.5, 1.5, 3}) {
      if (!sample.targetDomain().contains(outside)) {
        assertRefused(
            "targets[2, 0] is " + outside + "; expected " + word(sample.targetDomain()),
            () -> loss.value(p, t.dup().putScalar(2, 0, outside)));
      }
      if (!sample.predictionDomain().contains(outside)) {
        assertRefused(
            "predictions[3, 1] is " + outside + "; expected " + word(sample.predictionDomain()),
            () -> loss.value(p.dup().putScalar(3, 1, outside), t));
      }
    }
    if (sample.targetDomain() == Domain.DISTRIBUTION) {
      assertRefused("the sum of targets[1] is ", () -> loss.value(p, t.dup().putScalar(1, 0, 0.9)));
    }
    if (sample.predictionDomain() == Domain.DISTRIBUTION) {
      assertRefused(
          "the sum of predictions[1] is ", () -> loss.value(p.dup().putScalar(1, 0, 0.9), t));
    }
  }

  private static String word(Domain domain) {
    return domain.description().split(",")[0];
  }

  @ParameterizedTest
  @MethodSource("losses")
  void classNumbersAreOneHotDistributions(LossSample sample) {
    Domain domain = sample.targetDomain();
    if (domain != Domain.DISTRIBUTION && domain != Domain.CLASS) {
      return;
    }
    Loss loss = sample.loss();
    INDArray p = sample.predictions(DataType.DOUBLE, 300);
    double[] classes = new double[300];
    double[][] oneHot = new double[300][3];
    for (int i = 0; i < 300; i++) {
      classes[i] = i * i % 3;
      oneHot[i][i * i % 3] = 1;
    }
    INDArray numbers = Nd4j.createFromArray(classes);
    double value = loss.value(p, numbers);
    assertAll(
        () -> assertEquals(value, loss.value(p, numbers.reshape(300, 1)), 0.0),
        () -> assertEquals(value, loss.value(p, numbers.castTo(DataType.INT32)), 0.0),
        () -> assertEquals(value, loss.value(p, numbers.castTo(DataType.FLOAT)), 0.0),
        () ->
            assertRefused(
                "targets[7] is 3.0; expected a class number from 0 to 2",
                () -> loss.value(p, numbers.dup().putScalar(7, 3))),
        () ->
            assertRefused(
                "targets[7] is 0.5; expected a class number from 0 to 2",
                () -> loss.value(p, numbers.dup().putScalar(7, 0.5))));
    if (domain == Domain.DISTRIBUTION) {
      assertEquals(value, loss.value(p, Nd4j.create(oneHot)), 0.0);
      assertSame(loss.gradient(p, Nd4j.create(oneHot)), loss.gradient(p, numbers), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void extremePredictionsGiveTheLimit(LossSample sample) {
    if (sample.predictionDomain() != Domain.REAL) {
      return; // a probability cannot be extreme
    }
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      for (double extreme : new double[] {1e4, -1e4, 1e15, -1e15, 1e38, -1e38}) {
        INDArray p = sample.predictions(type, 1).putScalar(0, 0, extreme);
        INDArray t = sample.targets(type, 1);
        double value = sample.loss().value(p, t);
        assertFalse(Double.isNaN(value));
        for (double slope : flat(sample.loss().gradient(p, t))) {
          assertFalse(Double.isNaN(slope), "slope at " + extreme);
          assertTrue(Double.isFinite(slope) || mayOverflow(sample), "slope at " + extreme);
        }
        assertTrue(Double.isFinite(value) || mayOverflow(sample), "value at " + extreme);
      }
    }
  }

  /** Squares of floats beyond 10³⁸, and exponentials. */
  private static boolean mayOverflow(LossSample sample) {
    return sample.loss() instanceof PoissonNegativeLogLikelihood
        || sample.loss() instanceof GaussianNegativeLogLikelihood
        || sample.loss() instanceof GaussianKullbackLeiblerDivergence
        || sample.loss() instanceof VariationalLoss;
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void everyDomainRefusesWhatIsNotFinite(Domain domain) {
    assertFalse(domain.contains(Double.NaN));
    assertFalse(domain.contains(Double.POSITIVE_INFINITY));
    assertFalse(domain.contains(Double.NEGATIVE_INFINITY));
    assertTrue(domain.contains(1));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theNumberOfThreadsChangesNothing(LossSample sample) throws Exception {
    INDArray p = sample.predictions(DataType.DOUBLE, 50_000);
    INDArray t = sample.targets(DataType.DOUBLE, 50_000);
    double[] values = new double[2];
    INDArray[] gradients = new INDArray[2];
    for (int threads = 1; threads <= 2; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      int k = threads - 1;
      pool.submit(
              () -> {
                gradients[k] = p.ulike();
                values[k] = sample.loss().evaluate(p, t, gradients[k]);
              })
          .get();
      pool.shutdown();
    }
    assertEquals(values[0], values[1], 0.0);
    assertArrayEquals(flat(gradients[0]), flat(gradients[1]));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void showsItsNameAndParameters(LossSample sample) {
    Loss loss = sample.loss();
    assertTrue(loss.toString().startsWith(loss.getClass().getSimpleName() + "["));
  }
}
