package descent.math;

/**
 * The natural logarithm.
 *
 * <pre>
 * x = 2ᵏ (1 + f),   k a whole number, √½ ≤ 1 + f &lt; √2
 * log x = k log 2 + log(1 + f)
 * log(1 + f) = 2 (s + s³/3 + s⁵/5 + …)   with s = f / (2 + f)
 * </pre>
 */
public final class Log {

  private static final long SQRT_HALF = Double.doubleToRawLongBits(Math.sqrt(0.5));

  private Log() {}

  /**
   * Computes y[i] = log(x[i]) for the first n numbers.
   *
   * @param x any numbers; the logarithm of 0 is −∞, of a negative number NaN
   * @param y filled with their logarithms; another array than x
   * @param n how many
   */
  public static void of(double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      y[i] = Double.longBitsToDouble(bits - (exponent(bits) << 52)); // 1 + f
    }
    for (int i = 0; i < n; i++) {
      y[i] = log1p(y[i] - 1);
    }
    for (int i = 0; i < n; i++) {
      double k = exponent(Double.doubleToRawLongBits(x[i]));
      boolean usual = x[i] >= Double.MIN_NORMAL && x[i] <= Double.MAX_VALUE;
      y[i] =
          usual
              ? Math.fma(k, Exp.LN_2_HIGH, Math.fma(k, Exp.LN_2_LOW, y[i]))
              : StrictMath.log(x[i]);
    }
  }

  private static long exponent(long bits) {
    return (bits - SQRT_HALF) >> 52;
  }

  /** Returns log(1 + f) for √½ ≤ 1 + f ≤ √2. */
  private static double log1p(double f) {
    double s = f / (2 + f);
    return f - s * Math.fma(-s * s, series(s * s, 0), f); // 2s = f − s f, and f is exact
  }

  /**
   * Returns 2 (1/3 + z/5 + z²/7 + … + z⁹/21 + z¹⁰ rest/2), exact for z up to 0.03 and a rest of 0.
   */
  static double series(double z, double rest) {
    double q = Math.fma(rest, z, 2.0 / 21);
    q = Math.fma(q, z, 2.0 / 19);
    q = Math.fma(q, z, 2.0 / 17);
    q = Math.fma(q, z, 2.0 / 15);
    q = Math.fma(q, z, 2.0 / 13);
    q = Math.fma(q, z, 2.0 / 11);
    q = Math.fma(q, z, 2.0 / 9);
    q = Math.fma(q, z, 2.0 / 7);
    q = Math.fma(q, z, 2.0 / 5);
    return Math.fma(q, z, 2.0 / 3);
  }
}
