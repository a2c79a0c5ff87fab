package descent.engine;

/**
 * The loop over pairs of a prediction and a target. Its loops are split so that each vectorises.
 */
final class PairLoop implements Loop<Elementwise> {

  @Override
  public double run(Elementwise f, Batch batch, double scale, int from, int to) {
    double[] p = new double[BLOCK];
    double[] t = new double[BLOCK];
    double[] w = batch.weights == null ? null : new double[BLOCK];
    double[] out = new double[BLOCK];
    double[] sums = new double[BLOCK];
    float[] scratch = new float[BLOCK];
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      batch.predictions.read(at, p, scratch, n);
      batch.targets.read(at, t, scratch, n);
      if (w != null) {
        batch.weights.read(at, w, scratch, n);
      }
      for (int i = 0; i < n; i++) {
        out[i] = f.loss(p[i], t[i]);
      }
      if (batch.losses != null) {
        batch.losses.write(at, out, scratch, n);
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
      if (batch.slopes != null) {
        for (int i = 0; i < n; i++) {
          out[i] = scale * f.slope(p[i], t[i]);
        }
        if (w != null) {
          for (int i = 0; i < n; i++) {
            out[i] *= w[i];
          }
        }
        batch.slopes.write(at, out, scratch, n);
      }
    }
    double sum = 0;
    for (double s : sums) {
      sum += s;
    }
    return sum;
  }
}
