package descent.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one call, open for reading and writing in blocks, and the run over all their rows.
 * Arrays that may be missing are null. For an elementwise loss a row is one element.
 */
final class Batch implements AutoCloseable {

  private static final int PIECE = 1 << 15;

  /** More elements than this would not fit into what Java can index. */
  static final int LARGEST = Integer.MAX_VALUE - PIECE;

  final Dense predictions;
  final Dense targets;
  final Dense weights;
  final Dense slopes;
  final Dense losses;
  final int rows;
  final int width;
  final int targetWidth;
  final boolean classes; // whether the targets are class numbers

  private Batch(
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      INDArray slopes,
      INDArray losses,
      int width,
      boolean classes) {
    this.predictions = Dense.reading(predictions);
    this.targets = Dense.reading(targets);
    this.weights = weights == null ? null : Dense.reading(weights);
    this.slopes = slopes == null ? null : Dense.writing(slopes);
    this.losses = losses == null ? null : Dense.writing(losses);
    this.rows = (int) (predictions.length() / width);
    this.width = width;
    this.targetWidth = (int) (targets.length() / rows);
    this.classes = classes;
  }

  /** Opens arrays of which each element is a row by itself. */
  static Batch ofElements(
      INDArray predictions, INDArray targets, INDArray weights, INDArray slopes, INDArray losses) {
    return new Batch(predictions, targets, weights, slopes, losses, 1, false);
  }

  /** Opens arrays with a first axis of rows. */
  static Batch ofRows(
      Rowwise f,
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      INDArray slopes,
      INDArray losses) {
    int width = (int) predictions.size(1);
    boolean classes = areClasses(f, predictions, targets);
    return new Batch(predictions, targets, weights, slopes, losses, width, classes);
  }

  /** Tells whether targets are class numbers, one for each row, by the loss and their shape. */
  static boolean areClasses(Rowwise f, INDArray predictions, INDArray targets) {
    boolean column = targets.rank() == 1 || predictions.size(1) != 1 && targets.size(1) == 1;
    return f.targets() == Domain.CLASS || f.targets() == Domain.DISTRIBUTION && column;
  }

  /**
   * Returns the sum of the losses, and fills slopes and losses. The rows are cut into the same
   * pieces, and their sums added in the same order, on any number of cores.
   */
  <F> Sum run(Loop<F> loop, F f, double scale) {
    int piece = Math.max(1, PIECE / width);
    Sum sum;
    if (rows <= piece) {
      sum = loop.run(f, this, scale, 0, rows);
    } else {
      Sum[] sums = new Sum[(rows + piece - 1) / piece];
      IntStream.range(0, sums.length)
          .parallel()
          .forEach(
              i -> {
                int from = i * piece;
                sums[i] = loop.run(f, this, scale, from, Math.min(rows, from + piece));
              });
      sum = Arrays.stream(sums).reduce(Sum.NOTHING, Sum::plus);
    }
    if (slopes != null) {
      slopes.flush();
    }
    if (losses != null) {
      losses.flush();
    }
    return sum;
  }

  @Override
  public void close() {
    for (Dense dense : new Dense[] {predictions, targets, weights, slopes, losses}) {
      if (dense != null) {
        dense.close();
      }
    }
  }
}
