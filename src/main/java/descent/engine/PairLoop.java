package descent.engine;

import descent.math.Range;

/** The loop over pairs of a prediction and a target. */
final class PairLoop implements Loop<Elementwise> {

  @Override
  public Sum run(Elementwise f, Batch batch, double scale, int from, int to) {
    double[] p = new double[BLOCK];
    double[] t = new double[BLOCK];
    double[] slope = new double[BLOCK];
    double[] sums = new double[BLOCK];
    double[] excess = new double[Domain.areChecked(f) || batch.weights != null ? BLOCK : 0];
    float[] scratch = new float[BLOCK];
    boolean inOne = !(f instanceof Blockwise) && batch.weights == null && batch.losses == null;
    double[] loss = inOne ? null : new double[BLOCK];
    double[] w = batch.weights == null ? null : new double[BLOCK];
    double weight = batch.weights == null ? to - from : 0;
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      batch.predictions.read(at, p, scratch, n);
      batch.targets.read(at, t, scratch, n);
      f.predictions().collectExcess(p, excess, n);
      f.targets().collectExcess(t, excess, n);
      // 0·p + 0·t is NaN exactly where an input is not finite, and costs no branch
      if (inOne) {
        for (int i = 0; i < n; i++) {
          sums[i] += f.loss(p[i], t[i]) + 0 * p[i] + 0 * t[i];
          slope[i] = scale * f.slope(p[i], t[i]);
        }
      } else {
        compute(f, p, t, loss, slope, n);
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
          sums[i] += loss[i] + 0 * p[i] + 0 * t[i];
          slope[i] *= scale;
        }
      }
      if (batch.slopes != null) {
        batch.slopes.write(at, slope, scratch, n);
      }
    }
    return new Sum(total(sums, excess), weight);
  }

  private static void compute(
      Elementwise f, double[] p, double[] t, double[] loss, double[] slope, int n) {
    if (f instanceof Blockwise b) {
      b.block(p, t, loss, slope, n);
    } else {
      for (int i = 0; i < n; i++) {
        loss[i] = f.loss(p[i], t[i]);
        slope[i] = f.slope(p[i], t[i]);
      }
    }
  }

  /** Returns the sum of the sums, or NaN if an input was out of its domain. */
  static double total(double[] sums, double[] excess) {
    return Range.sum(excess, 0, excess.length) <= 0 ? Range.sum(sums, 0, BLOCK) : Double.NaN;
  }
}
