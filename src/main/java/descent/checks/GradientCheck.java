package descent.checks;

import descent.engine.Require;
import descent.losses.Loss;
import descent.objectives.Objective;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The outcome of comparing a gradient with central differences, in double.
 *
 * <pre>
 * ∂f/∂θᵢ ≈ (f(θ + h eᵢ) − f(θ − h eᵢ)) / 2h,   h = ∛ε · max(1, |θᵢ|),   ε = 2⁻⁵²
 * </pre>
 *
 * <p>A coordinate agrees if the difference is at most 10⁻⁶ of the larger of both, plus what
 * rounding of f can make of it. At a kink the two differ rightly. A slope that is wrong in one
 * piece only is found only by points in that piece: take many. It shows itself as one line that
 * begins with ✓ or ✗ and says where and by how much the gradient is off.
 *
 * @param passed whether all coordinates agree
 * @param coordinates how many were compared
 * @param worst the index of the coordinate that is off the most, in row-major order
 * @param gradient what the gradient says there
 * @param difference what the central difference says there
 */
public record GradientCheck(
    boolean passed, int coordinates, int worst, double gradient, double difference) {

  private static final double STEP = Math.cbrt(Math.ulp(1.0));
  private static final double TOLERANCE = 1e-6;

  /**
   * Checks the gradient of an objective.
   *
   * @param objective the function, with its gradient
   * @param theta where; not changed
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, or θ is empty or not finite
   */
  public static GradientCheck of(Objective objective, double[] theta) {
    Require.nonNull("objective", objective);
    double[] x = Require.finite("theta", theta).clone();
    double[] gradient = new double[x.length];
    Arrays.fill(gradient, Double.NaN); // what the objective does not fill in is off
    objective.evaluate(theta, gradient);
    return compare(gradient, x, i -> objective.value(x));
  }

  /**
   * Checks the gradient of a loss with respect to its predictions.
   *
   * @param loss the loss
   * @param predictions where, floats or doubles; not changed
   * @param targets y, of the same shape
   * @return what was found
   * @throws IllegalArgumentException as {@link Loss#gradient}
   */
  public static GradientCheck of(Loss loss, INDArray predictions, INDArray targets) {
    Require.nonNull("loss", loss);
    return of(loss::value, loss::gradient, predictions, targets);
  }

  /**
   * Checks the gradient of a loss that is two functions, whatever they are written with.
   *
   * @param value from predictions and targets to the loss
   * @param gradient from predictions and targets to the loss's gradient, of the shape of the
   *     predictions
   * @param predictions where, floats or doubles; not changed
   * @param targets the targets
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, the predictions are not of floats or
   *     doubles, or the gradient is of another shape than they
   */
  public static GradientCheck of(
      ToDoubleBiFunction<INDArray, INDArray> value,
      BinaryOperator<INDArray> gradient,
      INDArray predictions,
      INDArray targets) {
    Require.nonNull("value", value);
    Require.nonNull("gradient", gradient);
    INDArray p = Require.floating("predictions", predictions).castTo(DataType.DOUBLE).dup('c');
    INDArray slopes = Require.nonNull("the gradient", gradient.apply(p, targets));
    Require.that(
        Arrays.equals(slopes.shape(), p.shape()),
        "the gradient",
        "of shape " + Arrays.toString(slopes.shape()),
        "that of the predictions, " + Arrays.toString(p.shape()));
    INDArray flat = p.reshape(p.length()); // a view: what is put there is in p
    double[] x = flat.toDoubleVector();
    return compare(
        slopes.castTo(DataType.DOUBLE).dup('c').reshape(p.length()).toDoubleVector(),
        x,
        i -> {
          flat.putScalar(i, x[i]);
          return value.applyAsDouble(p, targets);
        });
  }

  /** Compares, where {@code valueAt(i)} is the function's value at x after x[i] was changed. */
  private static GradientCheck compare(double[] gradient, double[] x, IntToDoubleFunction valueAt) {
    int worst = 0;
    double worstExcess = Double.NEGATIVE_INFINITY;
    double worstDifference = Double.NaN;
    for (int i = 0; i < x.length; i++) {
      double at = x[i];
      double h = STEP * Math.max(1, Math.abs(at));
      x[i] = at + h;
      double above = valueAt.applyAsDouble(i);
      double width = x[i];
      x[i] = at - h;
      double below = valueAt.applyAsDouble(i);
      width -= x[i];
      x[i] = at;
      valueAt.applyAsDouble(i); // puts it back
      double difference = (above - below) / width;
      double rounding = 8 * Math.ulp(Math.max(Math.abs(above), Math.abs(below))) / width;
      double larger = Math.max(Math.abs(gradient[i]), Math.abs(difference));
      double allowed = TOLERANCE * larger + rounding;
      double excess = Math.abs(gradient[i] - difference) - allowed;
      if (!(excess <= worstExcess)) { // also if it is NaN
        worst = i;
        worstExcess = excess;
        worstDifference = difference;
        if (Double.isNaN(excess)) {
          break;
        }
      }
    }
    return new GradientCheck(worstExcess <= 0, x.length, worst, gradient[worst], worstDifference);
  }

  @Override
  public String toString() {
    if (passed) {
      return String.format(
          "✓ the gradient agrees with central differences at all %d coordinates", coordinates);
    }
    return String.format(
        "✗ the gradient is off: at coordinate %d it is %.6g, the central difference is %.6g",
        worst, gradient, difference);
  }
}
