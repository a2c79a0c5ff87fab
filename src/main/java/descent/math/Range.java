package descent.math;

/** The sum and the largest of a range of numbers, four at a time: one would wait for the last. */
public final class Range {

  private Range() {}

  /**
   * Returns the sum of x[from], …, x[to − 1].
   *
   * @param x the numbers
   * @param from the first index
   * @param to the one behind the last
   * @return their sum, 0 if there is none
   */
  public static double sum(double[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return a + b + (c + d);
  }

  /**
   * Returns the largest of x[from], …, x[to − 1].
   *
   * @param x the numbers
   * @param from the first index
   * @param to the one behind the last
   * @return the largest, −∞ if there is none, NaN if one is NaN
   */
  public static double max(double[] x, int from, int to) {
    double a = Double.NEGATIVE_INFINITY;
    double b = a;
    double c = a;
    double d = a;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a = Math.max(a, x[i]);
      b = Math.max(b, x[i + 1]);
      c = Math.max(c, x[i + 2]);
      d = Math.max(d, x[i + 3]);
    }
    for (; i < to; i++) {
      a = Math.max(a, x[i]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }
}
