package descent.losses;

/** The logarithm of softmax, without overflow. */
final class LogSoftmax {

  private LogSoftmax() {}

  /**
   * Fills out with log softmax(z)ⱼ = zⱼ − m − log Σₖ e^(zₖ − m), where m = max z. The largest term
   * of the sum is 1; the others are added to it inside of log1p, so that they are not lost.
   */
  static void of(double[] z, double[] out) {
    int largest = 0;
    for (int j = 1; j < z.length; j++) {
      if (z[j] > z[largest]) {
        largest = j;
      }
    }
    double others = 0;
    for (int j = 0; j < z.length; j++) {
      out[j] = z[j] - z[largest];
      others += j == largest ? 0 : Math.exp(out[j]);
    }
    double logSum = Math.log1p(others);
    for (int j = 0; j < z.length; j++) {
      out[j] -= logSum;
    }
  }
}
