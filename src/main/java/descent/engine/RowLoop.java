package descent.engine;

import descent.math.Range;

/** The loop over rows of predictions and rows of targets. */
final class RowLoop implements Loop<Rowwise> {

  @Override
  public Sum run(Rowwise f, Batch batch, double scale, int from, int to) {
    int width = batch.width;
    int block = Math.max(1, BLOCK / width);
    double[] p = new double[block * width];
    TargetRows targets = new TargetRows(f, batch, block);
    double[] slopes = new double[block * width];
    double[] losses = new double[block];
    double[] w = batch.weights == null ? null : new double[block];
    double[] excess = new double[block * width];
    double[] zeros = new double[block * width];
    float[] floats = new float[block * width];
    double[] scratch = new double[block * width];
    double[] factors = new double[block];
    double[] prediction = new double[width];
    double[] target = new double[targets.width];
    double[] gradient = new double[width];
    double sum = 0;
    double weight = 0;
    for (int at = from; at < to; at += block) {
      int n = Math.min(block, to - at);
      batch.predictions.read(at * width, p, floats, n * width);
      f.predictions().collectExcess(p, excess, n * width);
      for (int i = 0; i < n * width; i++) {
        zeros[i] += 0 * p[i]; // NaN exactly where an input is not finite
      }
      sum += targets.read(at, n);
      if (w != null) {
        batch.weights.read(at, w, floats, n);
        Domain.NON_NEGATIVE.collectExcess(w, excess, n);
      }
      if (f instanceof RowBlockwise b) {
        b.block(p, targets.rows, slopes, losses, scratch, n, width);
      }
      for (int r = 0; r < n; r++) {
        if (!targets.counts[r]) {
          losses[r] = 0;
          factors[r] = 0;
          continue;
        }
        double share = 1;
        if (!(f instanceof RowBlockwise b && b.rowsCountTheSame())) {
          System.arraycopy(targets.rows, r * targets.width, target, 0, targets.width);
          share = f.weight(target);
        }
        if (!(f instanceof RowBlockwise)) {
          System.arraycopy(p, r * width, prediction, 0, width);
          losses[r] = f.row(prediction, target, gradient);
          System.arraycopy(gradient, 0, slopes, r * width, width);
        }
        factors[r] = w == null ? 1 : w[r];
        sum += factors[r] * losses[r];
        weight += factors[r] * share;
      }
      if (batch.slopes != null) {
        scale(slopes, factors, scale, n, width);
        batch.slopes.write(at * width, slopes, floats, n * width);
      }
      if (batch.losses != null) {
        batch.losses.write(at, losses, floats, n);
      }
      if (f.predictions() == Domain.DISTRIBUTION) {
        sum += notOne(p, n, width);
      }
      if (f.targets() == Domain.DISTRIBUTION && !batch.classes) {
        sum += notOne(targets.rows, n, targets.width);
      }
    }
    for (int i = 0; i < block * width; i++) {
      sum += excess[i] <= 0 ? zeros[i] : Double.NaN;
    }
    return new Sum(sum, weight);
  }

  private static void scale(double[] x, double[] factors, double scale, int rows, int width) {
    boolean same = true;
    for (int r = 0; r < rows; r++) {
      same &= factors[r] == 1;
    }
    if (same) {
      for (int i = 0; i < rows * width; i++) {
        x[i] *= scale;
      }
      return;
    }
    for (int r = 0; r < rows; r++) {
      double factor = scale * factors[r];
      for (int i = r * width; i < (r + 1) * width; i++) {
        x[i] = factor == 0 ? 0 : factor * x[i];
      }
    }
  }

  /** Returns 0, or NaN if there is a row that does not sum to 1. */
  private static double notOne(double[] x, int rows, int width) {
    double trouble = 0;
    for (int r = 0; r < rows; r++) {
      trouble += Scan.isOne(Range.sum(x, r * width, (r + 1) * width)) ? 0 : Double.NaN;
    }
    return trouble;
  }
}
