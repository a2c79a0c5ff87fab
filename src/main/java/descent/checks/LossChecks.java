package descent.checks;

import descent.engine.Require;
import descent.losses.Loss;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.ops.NDBase;

/**
 * Checks of a loss before it is trusted, beside that of its gradient, {@link GradientCheck}. They
 * take any function from predictions and targets to a number, such as {@code loss::value}.
 */
public final class LossChecks {

  private static final int TRIALS = 200;

  private LossChecks() {}

  /**
   * Checks that no other predictions near or far have a smaller loss, by more than 10⁻⁸, than the
   * best ones. It finds a wrong sign or a lost bracket, which a gradient that was derived from the
   * slip does not show.
   *
   * @param loss a function of predictions and targets
   * @param best the predictions that should have the least loss: the targets themselves for a
   *     regression, large logits of the right sign for classes
   * @param targets the targets
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, or {@code best} not of floats or
   *     doubles
   */
  public static Check leastAtTheTarget(
      ToDoubleBiFunction<INDArray, INDArray> loss, INDArray best, INDArray targets) {
    Require.nonNull("loss", loss);
    Require.floating("best", best);
    double least = loss.applyAsDouble(best, Require.nonNull("targets", targets));
    Random random = new Random(1);
    for (int k = 0; k < TRIALS; k++) {
      double size = Math.pow(10, 1 - k % 4);
      double[] moves = random.doubles(best.length(), -size, size).toArray();
      INDArray other = best.castTo(DataType.DOUBLE).add(Nd4j.create(moves, best.shape(), 'c'));
      double value = loss.applyAsDouble(other, targets);
      if (!(value >= least - 1e-8 * Math.max(1, Math.abs(least)))) {
        return Check.of(
            false,
            "predictions off by up to %.3g have the loss %.6g; the best, %.6g",
            size,
            value,
            least);
      }
    }
    return Check.of(true, "the best predictions have the least loss, %.6g", least);
  }

  /**
   * Checks that a column is refused together with a vector or a row. Where they are broadcast
   * instead, n predictions meet n targets in n × n pairs, and the loss cannot reach 0.
   *
   * @param loss a function of predictions and targets
   * @param predictions a column [n, 1], n at least 2
   * @param targets a column [n, 1]
   * @return what was found
   * @throws IllegalArgumentException if an argument is null or not such a column
   */
  public static Check shapes(
      ToDoubleBiFunction<INDArray, INDArray> loss, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", loss);
    Require.matrix("predictions", predictions, -1, 1);
    long n = predictions.size(0);
    Require.that(n > 1, "the rows of predictions", n, "2 or more");
    Require.matrix("targets", targets, n, 1);
    double right = loss.applyAsDouble(predictions, targets); // what refuses all is no loss
    for (long[] shape : new long[][] {{n}, {1, n}}) {
      try {
        double value = loss.applyAsDouble(predictions, targets.reshape(shape));
        return Check.of(
            false,
            "[%d, 1] against %s has the loss %.6g; of equal shapes it is %.6g",
            n,
            Arrays.toString(shape),
            value,
            right);
      } catch (RuntimeException e) {
        continue; // whatever the reader's loss throws, it refuses
      }
    }
    return Check.of(true, "[%d, 1] against [%d] or [1, %d] is refused", n, n, n);
  }

  /**
   * Checks that a mean is a mean: the same batch twice has the same loss, and so have its rows in
   * another order.
   *
   * @param loss a function of predictions and targets
   * @param predictions the predictions, a row for each sample
   * @param targets the targets
   * @return what was found
   * @throws IllegalArgumentException if an argument is null
   */
  public static Check batch(
      ToDoubleBiFunction<INDArray, INDArray> loss, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", loss);
    Require.nonNull("predictions", predictions);
    Require.nonNull("targets", targets);
    double once = loss.applyAsDouble(predictions, targets);
    double twice =
        loss.applyAsDouble(
            Nd4j.concat(0, predictions, predictions), Nd4j.concat(0, targets, targets));
    if (!near(once, twice)) {
      return Check.of(false, "the same batch twice has %.6g times the loss", twice / once);
    }
    NDBase base = new NDBase();
    double backward = loss.applyAsDouble(base.reverse(predictions, 0), base.reverse(targets, 0));
    return near(once, backward)
        ? Check.of(true, "the loss is a mean over the rows, in any order")
        : Check.of(false, "the rows in another order have the loss %.6g, not %.6g", backward, once);
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }

  /**
   * Checks that a loss and its gradient stay finite for large predictions, right ones and wrong
   * ones.
   *
   * @param loss the loss, of logits or real numbers
   * @param predictions predictions of usual size; they are multiplied by up to ±10⁴
   * @param targets the targets
   * @return what was found
   * @throws IllegalArgumentException if an argument is null or the loss refuses it
   */
  public static Check extremes(Loss loss, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", loss);
    return extremes(loss::value, loss::gradient, predictions, targets);
  }

  /**
   * Checks the same of a loss that is two functions, whatever they are written with.
   *
   * @param loss a function of predictions, which are logits or real numbers, and targets
   * @param gradient from predictions and targets to the loss's gradient
   * @param predictions predictions of usual size; they are multiplied by up to ±10⁴
   * @param targets the targets
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, or the predictions are not of floats
   *     or doubles
   */
  public static Check extremes(
      ToDoubleBiFunction<INDArray, INDArray> loss,
      BinaryOperator<INDArray> gradient,
      INDArray predictions,
      INDArray targets) {
    Require.nonNull("loss", loss);
    Require.nonNull("gradient", gradient);
    Require.floating("predictions", predictions);
    for (double factor : new double[] {1, -1, 100, -100, 1e4, -1e4}) {
      INDArray large = predictions.mul(factor);
      double value = loss.applyAsDouble(large, targets);
      INDArray slopes = gradient.apply(large, targets);
      double norm = slopes.castTo(DataType.DOUBLE).norm2Number().doubleValue();
      if (!Double.isFinite(value) || !Double.isFinite(norm)) {
        return Check.of(
            false,
            "at %.6g times the predictions the loss is %s, its gradient's norm %s",
            factor,
            value,
            norm);
      }
    }
    return Check.of(true, "loss and gradient are finite up to ten thousand times the predictions");
  }
}
