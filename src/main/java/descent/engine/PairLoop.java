package descent.engine;

/**
 * The loop over pairs of a prediction and a target. Its loops are split so that each vectorises.
 */
final class PairLoop implements Loop {

  @Override
  public double run(
      Elementwise f,
      Dense predictions,
      Dense targets,
      Dense weights,
      Dense slopes,
      Dense losses,
      double scale,
      int from,
      int to) {
    double[] p = new double[BLOCK];
    double[] t = new double[BLOCK];
    double[] w = weights == null ? null : new double[BLOCK];
    double[] out = new double[BLOCK];
    double[] sums = new double[BLOCK];
    float[] scratch = new float[BLOCK];
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      predictions.read(at, p, scratch, n);
      targets.read(at, t, scratch, n);
      if (w != null) {
        weights.read(at, w, scratch, n);
      }
      for (int i = 0; i < n; i++) {
        out[i] = f.loss(p[i], t[i]);
      }
      if (losses != null) {
        losses.write(at, out, scratch, n);
      }
      if (w != null) {
        for (int i = 0; i < n; i++) {
          out[i] *= w[i];
        }
      }
      // 0·p + 0·t is NaN exactly where an input is not finite, and costs no branch
      for (int i = 0; i < n; i++) {
        sums[i] += out[i] + 0 * p[i] + 0 * t[i];
      }
      if (slopes != null) {
        for (int i = 0; i < n; i++) {
          out[i] = scale * f.slope(p[i], t[i]);
        }
        if (w != null) {
          for (int i = 0; i < n; i++) {
            out[i] *= w[i];
          }
        }
        slopes.write(at, out, scratch, n);
      }
    }
    double sum = 0;
    for (double s : sums) {
      sum += s;
    }
    return sum;
  }
}
