package descent.engine;

import java.util.Arrays;

/**
 * The targets as a loss sees them, some rows at a time. Where the loss wants a distribution and the
 * array has class numbers, each becomes the distribution that puts everything on its class.
 */
final class TargetRows {

  /** The targets, row after row. */
  final double[] rows;

  /** How many targets a row has. */
  final int width;

  /** Whether a row is not ignored. */
  final boolean[] counts;

  private final Rowwise f;
  private final Batch batch;
  private final boolean oneHot;
  private final double[] numbers; // as they are in the array
  private final float[] scratch;
  private final double[] excess;

  TargetRows(Rowwise f, Batch batch, int block) {
    this.f = f;
    this.batch = batch;
    this.oneHot = batch.classes && f.targets() == Domain.DISTRIBUTION;
    this.width = oneHot ? batch.width : batch.targetWidth;
    this.rows = new double[block * width];
    this.counts = new boolean[block];
    this.numbers = oneHot ? new double[block] : rows;
    this.scratch = new float[numbers.length];
    this.excess = new double[numbers.length];
    Arrays.fill(counts, true);
  }

  /** Reads n rows. Returns 0, or NaN if there is one that is not as it should be. */
  double read(int from, int n) {
    int length = n * batch.targetWidth;
    batch.targets.read(from * batch.targetWidth, numbers, scratch, length);
    double trouble = batch.classes ? classes(n) : 0;
    if (!batch.classes) {
      f.targets().collectExcess(numbers, excess, length);
      for (int i = 0; i < length; i++) {
        trouble += excess[i] <= 0 ? 0 * numbers[i] : Double.NaN;
      }
    }
    return trouble;
  }

  private double classes(int n) {
    double trouble = 0;
    if (oneHot) {
      Arrays.fill(rows, 0, n * width, 0);
    }
    for (int r = 0; r < n; r++) {
      int number = (int) numbers[r];
      boolean whole = number == numbers[r];
      boolean known = whole && number >= 0 && number < batch.width;
      counts[r] = known && !f.ignores(number);
      if (!known && !(whole && f.ignores(number))) {
        trouble = Double.NaN;
      } else if (oneHot && counts[r]) {
        rows[r * width + number] = 1;
      }
    }
    return trouble;
  }
}
