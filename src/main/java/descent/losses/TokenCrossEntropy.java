package descent.losses;

import descent.engine.Require;
import descent.engine.RowBlockwise;
import java.util.Arrays;

/**
 * Cross-entropy of the tokens of sentences: a softmax at every step, and steps that are only
 * padding left out.
 *
 * <pre>
 * ℓ(z, y)    = Σₜ mₜ ℓ(zₜ, yₜ)            zₜ the logits of step t, yₜ its token's number
 * mₜ         = 0 where yₜ is the padding, otherwise 1
 * ∂ℓ/∂zₜⱼ    = mₜ (pₜⱼ − yₜⱼ')            pₜ the softmax of zₜ, yₜ' the smoothed target
 * mean       = Σ ℓ / Σ mₜ                 over all tokens of all rows that are not padding
 * </pre>
 *
 * <p>The loss of a step is that of {@link SoftmaxCrossEntropy} with label smoothing. Predictions:
 * [rows, steps × symbols], the logits of a step side by side. Targets: [rows, steps], a token's
 * number each. The exponential of the mean without smoothing is the perplexity. As {@code
 * cross_entropy} in PyTorch with {@code ignore_index}, on arrays [rows × steps, symbols].
 *
 * @param symbols how many symbols there are, at least 1; their numbers begin at 0
 * @param padding the number of the symbol that fills up short rows
 * @param labelSmoothing ε, at least 0 and below 1
 */
public record TokenCrossEntropy(int symbols, int padding, double labelSmoothing)
    implements RowwiseLoss, RowBlockwise {

  /**
   * Checks the parameters.
   *
   * @param symbols how many symbols there are
   * @param padding the number of the symbol that fills up short rows
   * @param labelSmoothing ε
   * @throws IllegalArgumentException if there are no symbols, the padding is not one of them, or ε
   *     is not at least 0 and below 1
   */
  public TokenCrossEntropy {
    Require.that(symbols >= 1, "symbols", symbols, "1 or more");
    Require.that(
        padding >= 0 && padding < symbols, "padding", padding, "from 0 to " + (symbols - 1));
    new SoftmaxCrossEntropy().withLabelSmoothing(labelSmoothing); // checks it
  }

  /**
   * Creates the loss without smoothing.
   *
   * @param symbols how many symbols there are, at least 1
   * @param padding the number of the symbol that fills up short rows
   * @throws IllegalArgumentException if there are no symbols or the padding is not one of them
   */
  public TokenCrossEntropy(int symbols, int padding) {
    this(symbols, padding, 0);
  }

  @Override
  public void block(
      double[] prediction,
      double[] target,
      double[] gradient,
      double[] loss,
      double[] scratch,
      int rows,
      int width) {
    int steps = targetWidth(width);
    double[] oneHot = new double[rows * width];
    for (int i = 0; i < rows * steps; i++) {
      int token = (int) target[i];
      if (token != target[i] || token < 0 || token >= symbols) {
        String name = "a token of step " + i % steps + " of targets";
        Require.that(false, name, target[i], "a symbol's number from 0 to " + (symbols - 1));
      }
      oneHot[i * symbols + token] = 1;
    }
    double[] each = new double[rows * steps];
    new SoftmaxCrossEntropy()
        .withLabelSmoothing(labelSmoothing)
        .block(prediction, oneHot, gradient, each, scratch, rows * steps, symbols);
    for (int r = 0; r < rows; r++) {
      loss[r] = 0;
      for (int i = r * steps; i < (r + 1) * steps; i++) {
        if (target[i] == padding) {
          Arrays.fill(gradient, i * symbols, (i + 1) * symbols, 0);
        } else {
          loss[r] += each[i];
        }
      }
    }
  }

  @Override
  public boolean rowsCountTheSame() {
    return false;
  }

  @Override
  public double weight(double[] target) {
    int tokens = 0;
    for (double token : target) {
      tokens += token == padding ? 0 : 1;
    }
    return tokens;
  }

  @Override
  public int targetWidth(int width) {
    Require.that(
        width % symbols == 0, "the width of predictions", width, "a multiple of " + symbols);
    return width / symbols;
  }
}
