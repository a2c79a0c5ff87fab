package descent.losses;

/** Probabilities that may be 0 where a logarithm or a quotient needs more. */
final class Probability {

  /** The smallest normal double, about 2.2 · 10⁻³⁰⁸, which stands for smaller probabilities. */
  static final double SMALLEST = 0x1p-1022;

  private static final double LOG_SMALLEST = Math.log(SMALLEST); // −708.4

  private Probability() {}

  /** Returns p, or the smallest double if p is below it. */
  static double above0(double p) {
    return Math.max(p, SMALLEST);
  }

  /** Returns log p, not below −708.4. */
  static double log(double p) {
    return Math.max(Math.log(p), LOG_SMALLEST);
  }

  /** Returns log(1 − p), not below −708.4. */
  static double log1m(double p) {
    return Math.max(Math.log1p(-p), LOG_SMALLEST);
  }
}
