package descent.losses;

/** The logistic function and its relatives, without overflow and without cancellation. */
final class Logistic {

  private Logistic() {}

  /** Returns σ(x) = 1 / (1 + e⁻ˣ). */
  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
  }

  /** Returns log(1 + eˣ) = −log σ(−x). */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
