package descent.engine;

/**
 * The targets row by row, as a loss sees them. Where the loss wants a distribution and the array
 * has class numbers, each becomes the distribution that puts everything on its class.
 */
final class TargetRows {

  /** The targets of the row that was read last. */
  final double[] row;

  private final Rowwise f;
  private final Batch batch;
  private final boolean oneHot;
  private final int width;
  private final int block;
  private final double[] numbers;
  private final float[] scratch;
  private int first;
  private int end;
  private int hot;

  TargetRows(Rowwise f, Batch batch) {
    this.f = f;
    this.batch = batch;
    this.oneHot = batch.classes && f.targets() == Domain.DISTRIBUTION;
    this.width = batch.targetWidth;
    this.row = new double[oneHot ? batch.width : width];
    this.block = Math.max(1, Loop.BLOCK / width);
    this.numbers = new double[block * width];
    this.scratch = new float[block * width];
  }

  /** Reads a row, rows being read in their order. Returns whether it counts. */
  boolean read(int index) {
    if (index >= end) {
      first = index;
      end = Math.min(index + block, batch.rows);
      batch.targets.read(first * width, numbers, scratch, (end - first) * width);
    }
    int at = (index - first) * width;
    if (batch.classes && f.ignores((int) numbers[at])) {
      return false;
    }
    if (oneHot) {
      row[hot] = 0;
      hot = (int) numbers[at];
      row[hot] = 1;
    } else {
      System.arraycopy(numbers, at, row, 0, width);
    }
    return true;
  }
}
