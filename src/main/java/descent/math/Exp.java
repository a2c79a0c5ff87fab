package descent.math;

/**
 * The exponential function.
 *
 * <pre>
 * x = k log 2 + r,  k a whole number, |r| ≤ log 2 / 2
 * eˣ = 2ᵏ eʳ,       eʳ by Taylor's series, 2ᵏ by its bits
 * </pre>
 */
public final class Exp {

  /** Added to a number below 2⁵¹ and subtracted again, it rounds to a whole number. */
  static final double ROUND = 0x1.8p52;

  static final double LOG2_E = 1.4426950408889634;

  /** log 2 in two parts, of which k times the first is exact. */
  static final double LN_2_HIGH = 0x1.62e42fefa38p-1;

  static final double LN_2_LOW = 0x1.ef35793c7673p-45;

  private static final int LARGEST = 1020; // 2ᵏ and 2ᵏ eʳ are normal numbers

  private Exp() {}

  /**
   * Computes y[i] = exp(x[i]) for the first n numbers.
   *
   * @param x any numbers
   * @param y filled with their exponentials; another array than x
   * @param n how many
   */
  public static void of(double[] x, double[] y, int n) {
    for (int i = 0; i < n; i++) {
      double k = Math.fma(x[i], LOG2_E, ROUND) - ROUND;
      double r = Math.fma(-k, LN_2_LOW, Math.fma(-k, LN_2_HIGH, x[i]));
      y[i] = 1 + Math.fma(r * r, series(r), r);
    }
    for (int i = 0; i < n; i++) { // bits of numbers do not vectorize, so they have their own loop
      double k = Math.fma(x[i], LOG2_E, ROUND) - ROUND;
      boolean usual = Math.abs(k) <= LARGEST; // not subnormal, not infinite, not NaN
      y[i] = usual ? y[i] * power(k) : StrictMath.exp(x[i]);
    }
  }

  /** Returns (eʳ − 1 − r) / r² for |r| ≤ log 2 / 2. */
  static double series(double r) {
    double q = 1.0 / 6227020800.0; // 1/13!
    q = Math.fma(q, r, 1.0 / 479001600);
    q = Math.fma(q, r, 1.0 / 39916800);
    q = Math.fma(q, r, 1.0 / 3628800);
    q = Math.fma(q, r, 1.0 / 362880);
    q = Math.fma(q, r, 1.0 / 40320);
    q = Math.fma(q, r, 1.0 / 5040);
    q = Math.fma(q, r, 1.0 / 720);
    q = Math.fma(q, r, 1.0 / 120);
    q = Math.fma(q, r, 1.0 / 24);
    q = Math.fma(q, r, 1.0 / 6);
    return Math.fma(q, r, 0.5);
  }

  /** Returns 2ᵏ for a whole number k from −1022 to 1023. */
  static double power(double k) {
    return Double.longBitsToDouble(((long) k + 1023) << 52);
  }
}
