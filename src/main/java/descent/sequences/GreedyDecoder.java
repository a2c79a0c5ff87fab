package descent.sequences;

import descent.engine.Require;
import descent.models.Model;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Greedy decoding: a model writes a sequence symbol by symbol, each time the most probable one, and
 * reads what it has written so far.
 *
 * <pre>
 * yₜ = the k with the largest logit zₜₖ of the model on (source, border, y₁, … yₜ₋₁)
 * </pre>
 *
 * <p>A row of the model's inputs is the source and then as many symbols as there are target steps:
 * the border and what comes before the last symbol (in training the true ones: teacher forcing). A
 * row of its predictions has the logits of each target step; those of a step may depend on the
 * source, and on what was written before it, only. The border marks the beginning and the end of
 * what is written, as in fairseq; behind it comes padding.
 *
 * @param model what predicts
 * @param targetSteps the most symbols to write, the border at the end included, at least 1
 * @param border the number of the symbol that marks beginning and end
 * @param padding the number of the symbol that fills up short rows
 */
public record GreedyDecoder(Model model, int targetSteps, int border, int padding) {

  private static final int BLOCK = 32; // rows at once: what a pass needs stays small

  /**
   * Checks the arguments.
   *
   * @param model what predicts
   * @param targetSteps the most symbols to write
   * @param border the number of the symbol that marks beginning and end
   * @param padding the number of the symbol that fills up short rows
   * @throws IllegalArgumentException if the model is null, there is no step, a number is negative,
   *     or border and padding are the same
   */
  public GreedyDecoder {
    Require.nonNull("model", model);
    Require.that(targetSteps >= 1, "targetSteps", targetSteps, "1 or more");
    Require.that(border >= 0, "border", border, "0 or more");
    Require.that(
        padding >= 0 && padding != border, "padding", padding, "0 or more, and not the border");
  }

  /**
   * Writes a sequence for each source.
   *
   * @param theta the parameters θ of the model; not changed
   * @param sources [rows, source steps], the numbers of symbols; not changed
   * @return [rows, targetSteps] in a new array: the numbers of what was written, the border if
   *     there was a step left for it, and padding
   * @throws IllegalArgumentException if an argument does not fit the model
   */
  public INDArray decode(double[] theta, INDArray sources) {
    Require.matrix("sources", sources, -1, Require.floating("sources", sources).size(1));
    double[][] all = sources.toDoubleMatrix();
    double[][] written = new double[all.length][];
    for (int from = 0; from < all.length; from += BLOCK) {
      double[][] some = Arrays.copyOfRange(all, from, Math.min(all.length, from + BLOCK));
      System.arraycopy(decode(theta, some, sources.dataType()), 0, written, from, some.length);
    }
    return Nd4j.createFromArray(written).castTo(sources.dataType());
  }

  private double[][] decode(double[] theta, double[][] sources, DataType type) {
    int rows = sources.length;
    int start = sources[0].length; // where what was written begins
    double[][] read = new double[rows][start + targetSteps];
    double[][] written = new double[rows][targetSteps];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(sources[r], 0, read[r], 0, start);
      Arrays.fill(read[r], start, start + targetSteps, padding);
      read[r][start] = border;
      Arrays.fill(written[r], padding);
    }
    boolean[] ended = new boolean[rows];
    for (int t = 0; t < targetSteps; t++) {
      double[][] logits = predict(theta, read, type);
      int symbols = logits[0].length / targetSteps;
      for (int r = 0; r < rows; r++) {
        if (ended[r]) {
          continue;
        }
        written[r][t] = largest(logits[r], t * symbols, (t + 1) * symbols) - t * symbols;
        ended[r] = written[r][t] == border;
        if (t + 1 < targetSteps) {
          read[r][start + t + 1] = written[r][t];
        }
      }
    }
    return written;
  }

  private double[][] predict(double[] theta, double[][] read, DataType type) {
    try (INDArray inputs = Nd4j.createFromArray(read).castTo(type);
        INDArray logits = model.predict(theta, inputs)) {
      long width = logits.size(1);
      Require.that(
          width % targetSteps == 0, "the width of predictions", width, "a multiple of targetSteps");
      return logits.toDoubleMatrix();
    }
  }

  private static int largest(double[] values, int from, int to) {
    int best = from;
    for (int i = from + 1; i < to; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
