package descent.training;

import descent.engine.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Data to watch a training by, which it does not learn from, and how long to wait for the loss on
 * them to fall (early stopping).
 *
 * @param inputs X, [rows, …]
 * @param targets Y, as many rows
 * @param patience the run ends after so many epochs without a new lowest loss, at least 1; as many
 *     as there are epochs or more for never
 */
public record Validation(INDArray inputs, INDArray targets, int patience) {

  /**
   * Checks the arguments.
   *
   * @param inputs X
   * @param targets Y
   * @param patience epochs without a new lowest loss
   * @throws IllegalArgumentException if an array is null, the numbers of rows differ, or the
   *     patience is below 1
   */
  public Validation {
    Require.floating("inputs", inputs);
    Require.nonNull("targets", targets);
    Require.that(
        targets.rank() > 0 && targets.size(0) == inputs.size(0),
        "targets",
        "of shape " + Arrays.toString(targets.shape()),
        "as many rows as the inputs, " + Arrays.toString(inputs.shape()));
    Require.that(patience >= 1, "patience", patience, "1 or more");
  }
}
