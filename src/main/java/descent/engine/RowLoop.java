package descent.engine;

/** The loop over rows of predictions and rows of targets. */
final class RowLoop implements Loop<Rowwise> {

  @Override
  public double run(Rowwise f, Batch batch, double scale, int from, int to) {
    int width = batch.width;
    int block = Math.max(1, BLOCK / width);
    double[] p = new double[block * width];
    double[] prediction = new double[width];
    TargetRows targets = new TargetRows(f, batch);
    double[] gradient = new double[width];
    double[] w = batch.weights == null ? null : new double[block];
    double[] losses = new double[block];
    double[] slopes = new double[block * width];
    float[] scratch = new float[block * width];
    double sum = 0;
    for (int at = from; at < to; at += block) {
      int n = Math.min(block, to - at);
      batch.predictions.read(at * width, p, scratch, n * width);
      if (w != null) {
        batch.weights.read(at, w, scratch, n);
      }
      for (int r = 0; r < n; r++) {
        System.arraycopy(p, r * width, prediction, 0, width);
        double factor = 0;
        losses[r] = 0;
        if (targets.read(at + r)) {
          losses[r] = f.row(prediction, targets.row, gradient);
          factor = w == null ? 1 : w[r];
          sum += factor * losses[r];
        }
        for (int j = 0; j < width; j++) {
          slopes[r * width + j] = factor == 0 ? 0 : scale * factor * gradient[j];
        }
        for (double number : targets.row) {
          sum += 0 * number; // NaN exactly where an input is not finite
        }
      }
      for (int i = 0; i < n * width; i++) {
        sum += 0 * p[i];
      }
      if (batch.losses != null) {
        batch.losses.write(at, losses, scratch, n);
      }
      if (batch.slopes != null) {
        batch.slopes.write(at * width, slopes, scratch, n * width);
      }
    }
    return sum;
  }
}
