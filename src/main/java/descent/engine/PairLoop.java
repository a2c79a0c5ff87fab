package descent.engine;

/**
 * The loop over pairs of a prediction and a target. Its loops are split so that each vectorises.
 */
final class PairLoop implements Loop<Elementwise> {

  @Override
  public Sum run(Elementwise f, Batch batch, double scale, int from, int to) {
    double[] p = new double[BLOCK];
    double[] t = new double[BLOCK];
    double[] w = batch.weights == null ? null : new double[BLOCK];
    double[] loss = new double[BLOCK];
    double[] slope = new double[BLOCK];
    double[] sums = new double[BLOCK];
    double[] excess = new double[BLOCK];
    double weight = batch.weights == null ? to - from : 0;
    float[] scratch = new float[BLOCK];
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      batch.predictions.read(at, p, scratch, n);
      batch.targets.read(at, t, scratch, n);
      f.predictions().collectExcess(p, excess, n);
      f.targets().collectExcess(t, excess, n);
      if (f instanceof Blockwise b) {
        b.block(p, t, loss, slope, n);
      } else {
        for (int i = 0; i < n; i++) {
          loss[i] = f.loss(p[i], t[i]);
        }
        if (batch.slopes != null) {
          for (int i = 0; i < n; i++) {
            slope[i] = f.slope(p[i], t[i]);
          }
        }
      }
      if (batch.losses != null) {
        batch.losses.write(at, loss, scratch, n);
      }
      if (w != null) {
        batch.weights.read(at, w, scratch, n);
        Domain.NON_NEGATIVE.collectExcess(w, excess, n);
        for (int i = 0; i < n; i++) {
          loss[i] *= w[i];
          slope[i] *= w[i];
          weight += w[i];
        }
      }
      for (int i = 0; i < n; i++) {
        // 0·p + 0·t is NaN exactly where an input is not finite, and costs no branch
        sums[i] += loss[i] + 0 * p[i] + 0 * t[i];
        slope[i] *= scale;
      }
      if (batch.slopes != null) {
        batch.slopes.write(at, slope, scratch, n);
      }
    }
    double sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += excess[i] <= 0 ? sums[i] : Double.NaN;
    }
    return new Sum(sum, weight);
  }
}
