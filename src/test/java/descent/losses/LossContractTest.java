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
import descent.engine.Domain;
import descent.engine.Elementwise;
import descent.engine.NonFiniteException;
import descent.engine.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What holds for every loss. A new one is added to the list of {@link #losses}, and that is all.
 */
class LossContractTest {

  static List<ElementwiseLoss> losses() {
    return List.of(
        new MeanSquaredError(), new MeanAbsoluteError(), new Brier(), new ReadersHinge());
  }

  static Stream<ElementwiseLoss> lossesWithReference() {
    return losses().stream().filter(loss -> !loss.getClass().isMemberClass());
  }

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

  /** A reader's own loss on labels. */
  record ReadersHinge() implements ElementwiseLoss {
    @Override
    public double loss(double prediction, double target) {
      return Math.max(0, 1 - prediction * target);
    }

    @Override
    public double slope(double prediction, double target) {
      return prediction * target < 1 ? -target : 0;
    }

    @Override
    public Domain targets() {
      return Domain.SIGN;
    }
  }

  private static INDArray random(Domain domain, long seed, DataType type, long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.DOUBLE, shape, 'c');
    java.util.Random random = new java.util.Random(seed);
    INDArray flat = array.reshape(array.length());
    for (long i = 0; i < array.length(); i++) {
      flat.putScalar(
          i,
          switch (domain) {
            case REAL -> random.nextGaussian() * 3;
            case PROBABILITY -> random.nextDouble();
            case SIGN -> random.nextBoolean() ? 1 : -1;
          });
    }
    return array.castTo(type);
  }

  private static INDArray predictions(Elementwise loss, DataType type, long... shape) {
    return random(loss.predictions(), 1, type, shape);
  }

  private static INDArray targets(Elementwise loss, DataType type, long... shape) {
    return random(loss.targets(), 2, type, shape);
  }

  /** Compares arrays number by number; ND4J's own equals lets differences of 1e-5 pass. */
  private static void assertSame(INDArray expected, INDArray actual, double tolerance) {
    assertArrayEquals(expected.shape(), actual.shape());
    double[] right = expected.dup('c').reshape(expected.length()).toDoubleVector();
    double[] found = actual.dup('c').reshape(actual.length()).toDoubleVector();
    for (int i = 0; i < right.length; i++) {
      assertEquals(right[i], found[i], tolerance * Math.abs(right[i]), "element " + i);
    }
  }

  private static void assertRefused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @ParameterizedTest
  @MethodSource("lossesWithReference")
  void equalsTheReference(Loss loss) {
    for (JsonElement element : Fixtures.cases("losses.json", loss.getClass().getSimpleName())) {
      JsonObject one = element.getAsJsonObject();
      long[] shape =
          Arrays.stream(Fixtures.doubles(one, "shape")).mapToLong(d -> (long) d).toArray();
      INDArray p = Nd4j.create(Fixtures.doubles(one, "predictions"), shape, DataType.DOUBLE);
      INDArray t = Nd4j.create(Fixtures.doubles(one, "targets"), shape, DataType.DOUBLE);
      INDArray gradient = Nd4j.valueArrayOf(shape, Double.NaN, DataType.DOUBLE);
      double expected = one.get("value").getAsDouble();
      assertEquals(expected, loss.evaluate(p, t, gradient), 1e-14 * Math.abs(expected));
      double[] slopes = Fixtures.doubles(one, "gradient");
      double[] actual = gradient.reshape(gradient.length()).toDoubleVector();
      for (int i = 0; i < slopes.length; i++) {
        // the second part is a rounding of a slope of 1: the reference's own, where it cancels
        assertEquals(slopes[i], actual[i], 1e-14 * (Math.abs(slopes[i]) + 1.0 / slopes.length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientEqualsCentralDifferences(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 6, 5);
    GradientCheck check =
        GradientCheck.of(unbounded(loss), p, targets(loss, DataType.DOUBLE, 6, 5));
    assertTrue(check.passed(), check::toString);
    assertEquals(30, check.coordinates());
  }

  /** The same formulas without the domain, which a difference may step out of. */
  private static Loss unbounded(ElementwiseLoss loss) {
    record Unbounded(ElementwiseLoss of) implements ElementwiseLoss {
      @Override
      public double loss(double prediction, double target) {
        return of.loss(prediction, target);
      }

      @Override
      public double slope(double prediction, double target) {
        return of.slope(prediction, target);
      }
    }
    return new Unbounded(loss);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void valueIsTheMeanOfTheFormula(ElementwiseLoss loss) {
    for (int n : new int[] {1, 2, 255, 256, 257, 1000, 70_001}) {
      INDArray p = predictions(loss, DataType.DOUBLE, n);
      INDArray t = targets(loss, DataType.DOUBLE, n);
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
      assertEquals(sum / n, loss.value(p, t), 1e-12 * sum / n, "n = " + n);
      assertArrayEquals(values, loss.values(p, t).toDoubleVector(), "n = " + n);
      assertArrayEquals(slopes, loss.gradient(p, t).toDoubleVector(), 1e-15, "n = " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void floatsGiveTheSameAsDoubles(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.FLOAT, 1000);
    INDArray t = targets(loss, DataType.FLOAT, 1000);
    INDArray p64 = p.castTo(DataType.DOUBLE);
    INDArray t64 = t.castTo(DataType.DOUBLE);
    assertEquals(loss.value(p64, t64), loss.value(p, t), 0, "sums are kept in double");
    INDArray gradient = loss.gradient(p, t);
    assertEquals(DataType.FLOAT, gradient.dataType());
    assertSame(loss.gradient(p64, t64).castTo(DataType.FLOAT), gradient, 0);
    assertEquals(loss.value(p64, t64), loss.value(p, t64), 0, "types may be mixed");
  }

  @ParameterizedTest
  @MethodSource("losses")
  void sumIsTheDenominatorTimesTheMean(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 20, 3);
    INDArray t = targets(loss, DataType.DOUBLE, 20, 3);
    INDArray w = random(Domain.PROBABILITY, 3, DataType.DOUBLE, 20, 3);
    INDArray g = p.ulike();
    INDArray gw = p.ulike();
    double sum = loss.evaluate(p, t, null, Reduction.SUM, g);
    double weighted = loss.evaluate(p, t, w, Reduction.SUM, gw);
    double total = w.sumNumber().doubleValue();
    assertEquals(sum, 60 * loss.value(p, t), 1e-14 * sum);
    assertEquals(weighted, total * loss.evaluate(p, t, w, Reduction.MEAN, null), 1e-14 * weighted);
    assertEquals(loss.values(p, t).mul(w).sumNumber().doubleValue(), weighted, 1e-12 * weighted);
    assertSame(g.mul(w), gw, 1e-14);
    assertSame(loss.gradient(p, t).mul(60), g, 1e-13);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void viewsGiveTheSameAsCopies(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 6, 8);
    INDArray t = targets(loss, DataType.DOUBLE, 6, 8);
    double value = loss.value(p, t);
    INDArray gradient = loss.gradient(p, t);
    assertAll(
        () -> assertEquals(value, loss.value(p.dup('f'), t), 1e-15 * value),
        () -> assertSame(gradient, loss.gradient(p.dup('f'), t.dup('f')), 0),
        () -> assertEquals(value, loss.value(p.transpose(), t.transpose()), 1e-15 * value),
        () -> assertSame(gradient.transpose(), loss.gradient(p.transpose(), t.transpose()), 0));
    INDArray column = p.getColumn(3, true);
    assertEquals(
        loss.value(column.dup(), t.getColumn(3, true).dup()),
        loss.value(column, t.getColumn(3, true)),
        0);
    INDArray rows = p.getRows(2, 3);
    assertSame(
        loss.gradient(p, t).getRows(2, 3).mul(3), loss.gradient(rows, t.getRows(2, 3)), 1e-15);
    INDArray wide = Nd4j.zeros(DataType.DOUBLE, 6, 16);
    INDArray half =
        wide.get(
            org.nd4j.linalg.indexing.NDArrayIndex.all(),
            org.nd4j.linalg.indexing.NDArrayIndex.interval(8, 16));
    loss.evaluate(p, t, half);
    assertSame(gradient, half, 0); // a view is filled in
    assertEquals(
        0, wide.getColumns(0, 1, 2, 3, 4, 5, 6, 7).norm1Number().doubleValue(), "and only it");
  }

  @ParameterizedTest
  @MethodSource("losses")
  void argumentsAreNotChanged(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 40);
    INDArray t = targets(loss, DataType.DOUBLE, 40);
    double[] before = p.toDoubleVector();
    double[] targetsBefore = t.toDoubleVector();
    loss.gradient(p, t);
    loss.values(p, t);
    assertThrows(
        IllegalArgumentException.class, () -> loss.evaluate(p, t, Nd4j.zeros(DataType.DOUBLE, 39)));
    assertArrayEquals(before, p.toDoubleVector());
    assertArrayEquals(targetsBefore, t.toDoubleVector());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatDoesNotFit(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 4, 1);
    INDArray t = targets(loss, DataType.DOUBLE, 4, 1);
    INDArray g = p.ulike();
    assertAll(
        () -> assertRefused("predictions is null", () -> loss.value(null, t)),
        () -> assertRefused("targets is null", () -> loss.value(p, null)),
        () -> assertRefused("predictions is null", () -> loss.gradient(null, t)),
        () -> assertRefused("[4, 1] and targets [4]", () -> loss.value(p, t.reshape(4))),
        () -> assertRefused("[4, 1] and targets [1, 4]", () -> loss.value(p, t.transpose())),
        () -> assertRefused("[4, 1] and targets [1, 1]", () -> loss.value(p, t.getRows(0))),
        () -> assertRefused("gradient has shape [4]", () -> loss.evaluate(p, t, g.reshape(4))),
        () -> assertRefused("predictions is empty", () -> loss.value(Nd4j.empty(), Nd4j.empty())),
        () ->
            assertRefused(
                "predictions is empty",
                () ->
                    loss.value(
                        Nd4j.create(DataType.DOUBLE, 0, 3), Nd4j.create(DataType.DOUBLE, 0, 3))),
        () -> assertRefused("of type INT", () -> loss.value(p.castTo(DataType.INT32), t)),
        () -> assertRefused("of type BOOL", () -> loss.value(p, t.castTo(DataType.BOOL))),
        () ->
            assertRefused(
                "gradient is of type INT", () -> loss.evaluate(p, t, g.castTo(DataType.INT32))),
        () ->
            assertRefused("gradient shares memory with predictions", () -> loss.evaluate(p, t, p)),
        () -> assertRefused("gradient shares memory with targets", () -> loss.evaluate(p, t, t)),
        () -> assertRefused("reduction is null", () -> loss.evaluate(p, t, null, null, g)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWeightsThatCannotBe(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 3);
    INDArray t = targets(loss, DataType.DOUBLE, 3);
    assertAll(
        weightsRefused(loss, p, t, "sum of the weights is 0.0", 0, 0, 0),
        weightsRefused(loss, p, t, "weights[1] is -1.0", 1, -1, 1),
        weightsRefused(loss, p, t, "weights[2] is NaN", 1, 1, Double.NaN),
        weightsRefused(loss, p, t, "weights[0] is Infinity", Double.POSITIVE_INFINITY, 1, 1),
        weightsRefused(loss, p, t, "weights has shape [2]", 1, 1));
  }

  private static Executable weightsRefused(
      Loss loss, INDArray p, INDArray t, String message, double... weights) {
    INDArray w = Nd4j.create(weights);
    return () -> assertRefused(message, () -> loss.evaluate(p, t, w, Reduction.MEAN, null));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void namesTheFirstNumberThatIsNotFinite(ElementwiseLoss loss) {
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      for (int at : new int[] {0, 300, 599}) {
        INDArray p = predictions(loss, DataType.DOUBLE, 200, 3);
        INDArray t = targets(loss, DataType.DOUBLE, 200, 3);
        String index = "[" + at / 3 + ", " + at % 3 + "] is " + bad;
        INDArray wrong = p.dup();
        wrong.putScalar(new long[] {at / 3, at % 3}, bad);
        INDArray wrongTargets = t.dup();
        wrongTargets.putScalar(new long[] {at / 3, at % 3}, bad);
        NonFiniteException e =
            assertThrows(NonFiniteException.class, () -> loss.gradient(wrong, t));
        assertTrue(e.getMessage().contains("predictions" + index), e.getMessage());
        e = assertThrows(NonFiniteException.class, () -> loss.value(p, wrongTargets));
        assertTrue(e.getMessage().contains("targets" + index), e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void refusesWhatIsOutOfItsDomain(ElementwiseLoss loss) {
    INDArray p = predictions(loss, DataType.DOUBLE, 4);
    INDArray t = targets(loss, DataType.DOUBLE, 4);
    double outside = loss.targets() == Domain.SIGN ? 0 : 1.5;
    if (loss.targets() != Domain.REAL) {
      assertRefused(
          "targets[2] is " + outside + "; expected " + loss.targets().description(),
          () -> loss.value(p, t.dup().putScalar(2, outside)));
    }
    if (loss.predictions() != Domain.REAL) {
      assertRefused(
          "predictions[3] is -0.5; expected " + loss.predictions().description(),
          () -> loss.value(p.dup().putScalar(3, -0.5), t));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void extremePredictionsGiveTheLimit(ElementwiseLoss loss) {
    if (loss.predictions() != Domain.REAL) {
      return; // a probability cannot be extreme
    }
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      for (double extreme : new double[] {1e4, -1e4, 1e15, -1e15}) {
        INDArray p = Nd4j.createFromArray(extreme).castTo(type);
        INDArray t = Nd4j.createFromArray(1.0).castTo(type);
        double rounded = p.getDouble(0);
        assertEquals(loss.loss(rounded, 1), loss.value(p, t), 0);
        assertTrue(Double.isFinite(loss.gradient(p, t).getDouble(0)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void everyDomainRefusesWhatIsNotFinite(Domain domain) {
    assertFalse(domain.contains(Double.NaN));
    assertFalse(domain.contains(Double.POSITIVE_INFINITY));
    assertTrue(domain.contains(1));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void theNumberOfThreadsChangesNothing(ElementwiseLoss loss) throws Exception {
    INDArray p = predictions(loss, DataType.DOUBLE, 300_000);
    INDArray t = targets(loss, DataType.DOUBLE, 300_000);
    double[] values = new double[2];
    INDArray[] gradients = new INDArray[2];
    for (int threads = 1; threads <= 2; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      int k = threads - 1;
      pool.submit(
              () -> {
                gradients[k] = p.ulike();
                values[k] = loss.evaluate(p, t, gradients[k]);
              })
          .get();
      pool.shutdown();
    }
    assertEquals(values[0], values[1], 0);
    assertArrayEquals(gradients[0].toDoubleVector(), gradients[1].toDoubleVector());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void showsItsNameAndParameters(ElementwiseLoss loss) {
    assertTrue(loss.toString().startsWith(loss.getClass().getSimpleName() + "["));
  }
}
