package descent.math;

/**
 * The logistic function σ(x) = 1 / (1 + e⁻ˣ) and softplus log(1 + eˣ) = −log σ(−x), without
 * overflow and without cancellation: both follow from e^(−|x|).
 */
public final class Logistic {

  private Logistic() {}

  /**
   * Returns the logistic function of a number.
   *
   * @param x any number
   * @return σ(x)
   */
  public static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  }

  /**
   * Returns softplus of a number.
   *
   * @param x any number
   * @return log(1 + eˣ)
   */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /**
   * Computes what both functions follow from, for the first n numbers: e = e^(−|x|) and l = log(1 +
   * e). Then softplus(x) = max(x, 0) + l, and σ(x) is 1 / (1 + e) for x ≥ 0, e / (1 + e) below.
   *
   * @param x any numbers
   * @param e filled with e^(−|x[i]|); another array than x
   * @param l filled with log(1 + e[i]); another array than both
   * @param n how many
   */
  public static void parts(double[] x, double[] e, double[] l, int n) {
    for (int i = 0; i < n; i++) {
      l[i] = -Math.abs(x[i]);
    }
    Exp.of(l, e, n);
    for (int i = 0; i < n; i++) {
      double s = e[i] / (2 + e[i]);
      l[i] = s * Math.fma(s * s, series(s * s), 2); // 2 (s + s³/3 + s⁵/5 + …)
    }
  }

  /**
   * Returns 1 for a number above 0 and 0 for others, without a branch. (Positive ones below 2⁻¹⁰⁰⁰
   * give something in between.)
   *
   * @param x a finite number
   * @return 0 or 1
   */
  public static double step(double x) {
    return Math.max(0, Math.min(1, x * 0x1p1000));
  }

  /** Returns 2 (1/3 + z/5 + z²/7 + …) for z = s² up to 1/9. */
  private static double series(double z) {
    double q = 2.0 / 31;
    q = Math.fma(q, z, 2.0 / 29);
    q = Math.fma(q, z, 2.0 / 27);
    q = Math.fma(q, z, 2.0 / 25);
    q = Math.fma(q, z, 2.0 / 23);
    return Log.series(z, q);
  }
}
