package descent.adversarial;

import static descent.Fixtures.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas of adversarial losses; values from PyTorch, see make_adversarial.py. */
class AdversarialLossTest {

  private static final double[] SCORES = {0, 0.3, -0.7, 2.5, -4, 30, -30, 800, -800};

  private record Part(String name, DoubleUnaryOperator f, DoubleUnaryOperator slope) {}

  static Stream<AdversarialLoss> losses() {
    return Stream.of(new Minimax(), new NonSaturating(), new Wasserstein(), new Wasserstein(10));
  }

  private static Stream<Part> parts(AdversarialLoss loss) {
    return Stream.of(
        new Part("real", loss::real, loss::realSlope),
        new Part("made", loss::made, loss::madeSlope),
        new Part("generator", loss::generator, loss::generatorSlope));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void valuesAndSlopesEqualPyTorchs(AdversarialLoss loss) {
    String name = loss.getClass().getSimpleName();
    JsonObject expected = Fixtures.cases("adversarial.json", name).get(0).getAsJsonObject();
    parts(loss)
        .forEach(
            part -> { // PyTorch's softplus keeps no more digits after the point
              double[] values = Arrays.stream(SCORES).map(part.f).toArray();
              assertArrayEquals(doubles(expected, part.name), values, 2e-15, part.name);
              double[] slopes = Arrays.stream(SCORES).map(part.slope).toArray();
              assertArrayEquals(doubles(expected, part.name + "Slope"), slopes, 2e-15, part.name);
            });
  }

  @ParameterizedTest
  @MethodSource("losses")
  void slopesAreCentralDifferences(AdversarialLoss loss) {
    parts(loss)
        .forEach(
            part -> {
              for (double s = -6; s <= 6; s += 0.37) {
                double h = 1e-5;
                double difference =
                    (part.f.applyAsDouble(s + h) - part.f.applyAsDouble(s - h)) / (2 * h);
                assertEquals(difference, part.slope.applyAsDouble(s), 1e-9, part.name + " at " + s);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("losses")
  void isFiniteForAnyFiniteScore(AdversarialLoss loss) {
    parts(loss)
        .forEach(
            part -> {
              for (double s : new double[] {-1e300, -1e4, 1e4, 1e300}) {
                assertTrue(Double.isFinite(part.f.applyAsDouble(s)), part.name + " at " + s);
                assertTrue(Math.abs(part.slope.applyAsDouble(s)) <= 1, part.name + " at " + s);
              }
            });
  }

  @Test
  void valuesByHand() {
    double log2 = Math.log(2);
    Minimax minimax = new Minimax();
    assertEquals(2 * log2, minimax.real(0) + minimax.made(0), 1e-15);
    assertEquals(-log2, minimax.generator(0), 1e-15);
    assertEquals(log2, new NonSaturating().generator(0), 1e-15);
    assertEquals(-3, new Wasserstein().real(3) + new Wasserstein().made(0));
    assertEquals(Math.log(0.75), minimax.generator(Math.log(1.0 / 3)), 1e-15); // p = 1/4
    assertEquals(-Math.log(0.25), new NonSaturating().generator(Math.log(1.0 / 3)), 1e-15);
  }

  @Test
  void minimaxSaturatesAndNonSaturatingDoesNot() {
    assertEquals(-Math.exp(-20), new Minimax().generatorSlope(-20), 1e-16);
    assertEquals(-1, new NonSaturating().generatorSlope(-20), 1e-8);
  }

  @Test
  void minimaxIsAGameOfOneValue() {
    for (double s : SCORES) {
      assertEquals(0, new Minimax().made(s) + new Minimax().generator(s));
      assertEquals(0, new Wasserstein().made(s) + new Wasserstein().generator(s));
    }
  }

  @Test
  void onlyWassersteinHasAPenalty() {
    assertEquals(0, new Minimax().penalty());
    assertEquals(0, new NonSaturating().penalty());
    assertEquals(0, new Wasserstein().penalty());
    assertEquals(10, new Wasserstein(10).penalty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void badPenaltiesAreRefused(double penalty) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Wasserstein(penalty));
    assertTrue(e.getMessage().startsWith("penalty is " + penalty), e.getMessage());
  }
}
