package descent.math;

/**
 * The hyperbolic tangent.
 *
 * <pre>
 * tanh x = m / (m + 2)   with m = e²ˣ − 1 = 2ᵏ (eʳ − 1) + (2ᵏ − 1)
 * </pre>
 */
public final class HyperbolicTangent {

  private static final double LARGEST = 20; // beyond it tanh x is ±1 to the last bit

  private HyperbolicTangent() {}

  /**
   * Computes y[i] = tanh(x[i]) for the first n numbers.
   *
   * @param x any numbers
   * @param y filled with their hyperbolic tangents; may be x itself
   * @param n how many
   */
  public static void of(double[] x, double[] y, int n) {
    double[] k = new double[n];
    for (int i = 0; i < n; i++) {
      double a = 2 * Math.max(-LARGEST, Math.min(LARGEST, x[i]));
      k[i] = Math.fma(a, Exp.LOG2_E, Exp.ROUND) - Exp.ROUND;
      double r = Math.fma(-k[i], Exp.LN_2_LOW, Math.fma(-k[i], Exp.LN_2_HIGH, a));
      y[i] = Math.fma(r * r, Exp.series(r), r); // eʳ − 1
    }
    for (int i = 0; i < n; i++) {
      k[i] = Exp.power(k[i]);
    }
    for (int i = 0; i < n; i++) {
      double m = Math.fma(k[i], y[i], k[i] - 1);
      double mLost = Math.fma(k[i], y[i], k[i] - 1 - m);
      double d = m + 2;
      double two = d - m;
      double dLost = (m - (d - two)) + (2 - two) + mLost;
      double inverse = 1 / d;
      double t = m * inverse;
      // what t d is short of m, divided by d, makes up for all that was rounded
      y[i] = Math.fma(Math.fma(-t, d, m) + mLost - t * dLost, inverse, t);
    }
  }
}
