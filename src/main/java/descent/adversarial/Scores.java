package descent.adversarial;

import descent.engine.Require;
import descent.engine.Transfer;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A column of scores that a discriminator gave. */
final class Scores {

  private Scores() {}

  /** Returns the mean of a function of the scores. */
  static double mean(INDArray scores, DoubleUnaryOperator f) {
    double sum = 0;
    for (double s : read(scores)) {
      sum += f.applyAsDouble(s);
    }
    return sum / scores.length();
  }

  /** Puts the slopes of that mean in the scores' place, given the function's derivative. */
  static void toSlopes(INDArray scores, DoubleUnaryOperator derivative) {
    double[] numbers = read(scores);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = derivative.applyAsDouble(numbers[i]) / numbers.length;
    }
    Transfer.write(numbers, scores);
  }

  private static double[] read(INDArray scores) {
    double[] numbers = new double[(int) Require.matrix("scores", scores, -1, 1).length()];
    Transfer.read(scores, numbers);
    return numbers;
  }
}
