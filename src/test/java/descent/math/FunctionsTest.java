package descent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import descent.Fixtures;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The functions are as near to the true values as they say, over the whole range. */
class FunctionsTest {

  /** Computes the first n numbers. */
  private interface Function {
    void of(double[] x, double[] y, int n);
  }

  /** Fails if a value is further from the true one than some units in the last place. */
  private static void requireUlps(double limit, String name, Function f) {
    JsonArray cases = Fixtures.cases("functions.json", name);
    double[] x = column(cases, 0);
    double[] high = column(cases, 1);
    double[] low = column(cases, 2);
    double[] y = new double[x.length];
    f.of(x, y, x.length);
    for (int i = 0; i < x.length; i++) {
      double error = Math.abs((y[i] - high[i]) - low[i]) / Math.ulp(high[i]);
      String message = name + "(" + x[i] + ") = " + y[i] + ", truly " + high[i] + ": ";
      assertTrue(error <= limit, message + error + " ulp");
    }
  }

  private static double[] column(JsonArray cases, int column) {
    return IntStream.range(0, cases.size())
        .mapToObj(i -> cases.get(i).getAsJsonArray().get(column))
        .map(JsonElement::getAsString)
        .mapToDouble(bits -> Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))
        .toArray();
  }

  @Test
  void areWithinTwoUlps() {
    requireUlps(1, "exp", Exp::of);
    requireUlps(1.5, "log", Log::of);
    requireUlps(1.5, "tanh", HyperbolicTangent::of);
  }

  @Test
  void logisticAndSoftplusAreWithinThree() {
    requireUlps(3, "sigmoid", FunctionsTest::sigmoid);
    requireUlps(3, "softplus", FunctionsTest::softplus);
  }

  private static void sigmoid(double[] x, double[] y, int n) {
    Logistic.parts(x, y, new double[n], n);
    for (int i = 0; i < n; i++) {
      y[i] = (x[i] >= 0 ? 1 : y[i]) / (1 + y[i]);
    }
  }

  private static void softplus(double[] x, double[] y, int n) {
    Logistic.parts(x, new double[n], y, n);
    for (int i = 0; i < n; i++) {
      y[i] += Math.max(x[i], 0);
    }
  }

  @Test
  void limitsAreExact() {
    double inf = Double.POSITIVE_INFINITY;
    double[] x = {0, 1e4, -1e4, inf, -inf, Double.NaN};
    double[] y = new double[6];
    Exp.of(x, y, 6);
    assertArrayEquals(new double[] {1, inf, 0, inf, 0, Double.NaN}, y);
    HyperbolicTangent.of(x, y, 6);
    assertArrayEquals(new double[] {0, 1, -1, 1, -1, Double.NaN}, y);
    Log.of(new double[] {0, 1, -1, inf, -inf, Double.NaN}, y, 6);
    double nan = Double.NaN;
    assertArrayEquals(new double[] {-inf, 0, nan, inf, nan, nan}, y);
  }

  @Test
  void singleNumbersAgree() {
    double[] x = {-800, -30, -1, -1e-9, 0, 1e-320, 0.5, 20, 700};
    double[] s = new double[x.length];
    double[] p = new double[x.length];
    sigmoid(x, s, x.length);
    softplus(x, p, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(s[i], Logistic.sigmoid(x[i]), 4 * Math.ulp(s[i]));
      assertEquals(p[i], Logistic.softplus(x[i]), 4 * Math.ulp(p[i]));
    }
  }

  @Test
  void theSumAndTheLargestOfARange() {
    double[] x = {9, 1, -2, 4, 8, 16, -32, 64, 99};
    for (int to = 1; to < x.length; to++) {
      double[] part = Arrays.copyOfRange(x, 1, to);
      assertEquals(Arrays.stream(part).sum(), Range.sum(x, 1, to));
      double max = Arrays.stream(part).max().orElse(Double.NEGATIVE_INFINITY);
      assertEquals(max, Range.max(x, 1, to));
    }
    assertEquals(Double.NaN, Range.max(new double[] {1, Double.NaN, 2, 3, 4}, 0, 5));
  }
}
