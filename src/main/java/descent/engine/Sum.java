package descent.engine;

/**
 * What a loop adds up.
 *
 * @param loss Σwℓ; NaN if an input is not finite or out of its domain
 * @param weight Σw
 */
record Sum(double loss, double weight) {

  static final Sum NOTHING = new Sum(0, 0);

  Sum plus(Sum other) {
    return new Sum(loss + other.loss, weight + other.weight);
  }

  /** A pass over all rows, in which slopes are multiplied by a number. */
  interface Pass {
    Sum run(double scale);
  }

  /**
   * Returns the sum or the mean. What the mean divides by, mostly the number of rows, is known only
   * after the pass that adds up the weights; where it is another, the slopes are computed again.
   */
  static double reduced(Reduction reduction, int rows, boolean slopes, Pass pass) {
    Sum sum = pass.run(reduction == Reduction.MEAN ? 1.0 / rows : 1);
    Require.that(
        sum.weight > 0, "the sum of the weights of all that count", sum.weight, "a number above 0");
    if (reduction == Reduction.SUM) {
      return sum.loss;
    }
    if (slopes && sum.weight != rows) {
      pass.run(1 / sum.weight);
    }
    return sum.loss / sum.weight;
  }
}
