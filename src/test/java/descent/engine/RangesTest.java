package descent.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, and the search for what is not finite, which goes through them. */
class RangesTest {

  private static final int PIECE = 1 << 15;

  @ParameterizedTest
  @ValueSource(
      ints = {1, PIECE, 2 * PIECE - 1, 2 * PIECE, 2 * PIECE + 1, 3 * PIECE - 1, 5 * PIECE + 3})
  void everyCoordinateIsMetOnce(int n) {
    int[] met = new int[n];
    Ranges.run(
        n,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            met[i]++;
          }
        });
    int[] once = new int[n];
    Arrays.fill(once, 1);
    assertArrayEquals(once, met);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void theFirstNonFiniteNumberIsNamed(double bad) {
    for (int n : new int[] {3, 1000, 4 * PIECE + 5}) {
      double[] doubles = new double[n];
      float[] floats = new float[n];
      Arrays.fill(doubles, -Double.MAX_VALUE);
      Arrays.fill(floats, Float.MAX_VALUE);
      assertSame(doubles, Require.finite("x", doubles));
      assertSame(floats, Require.finite("x", floats));
      for (int first : new int[] {n - 1, n / 2, 0}) { // those further on stay bad
        doubles[first] = bad;
        floats[first] = (float) bad;
        String message = "x[" + first + "] is " + bad + "; expected a finite number";
        assertEquals(message, failure(() -> Require.finite("x", doubles)));
        assertEquals(message, failure(() -> Require.finite("x", floats)));
      }
    }
  }

  private static String failure(Runnable action) {
    return assertThrows(NonFiniteException.class, action::run).getMessage();
  }
}
