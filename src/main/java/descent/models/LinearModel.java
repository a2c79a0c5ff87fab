package descent.models;

import descent.engine.Affine;
import descent.engine.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A linear model with a bias.
 *
 * <pre>
 * Ŷ      = X W + b          X [n, inputs],  W [inputs, outputs],  b [outputs],  Ŷ [n, outputs]
 * ∂L/∂W  = Xᵀ ∂L/∂Ŷ
 * ∂L/∂b  = the sum of the rows of ∂L/∂Ŷ
 * </pre>
 *
 * <p>θ is W, row by row, and then b.
 *
 * @param inputs the number of features, at least 1
 * @param outputs the number of predictions for each row, at least 1
 */
public record LinearModel(int inputs, int outputs) implements Model {

  /**
   * Checks the numbers.
   *
   * @param inputs the number of features
   * @param outputs the number of predictions for each row
   * @throws IllegalArgumentException if one is below 1
   */
  public LinearModel {
    Require.that(inputs >= 1, "inputs", inputs, "1 or more");
    Require.that(outputs >= 1, "outputs", outputs, "1 or more");
  }

  /**
   * Creates a model with one output, as in linear regression.
   *
   * @param inputs the number of features, at least 1
   */
  public LinearModel(int inputs) {
    this(inputs, 1);
  }

  @Override
  public int parameters() {
    return (inputs + 1) * outputs;
  }

  @Override
  public Parameters map() {
    return Parameters.of("W", inputs, outputs).and("b", outputs);
  }

  @Override
  public INDArray predict(double[] theta, INDArray x) {
    requireFit(theta, x);
    if (Affine.isSmall(x, outputs)) {
      return Affine.forward(x, theta, outputs);
    }
    int split = inputs * outputs;
    try (INDArray w = array(x, Arrays.copyOfRange(theta, 0, split), inputs, outputs);
        INDArray b = array(x, Arrays.copyOfRange(theta, split, theta.length), 1, outputs)) {
      return x.mmul(w).addiRowVector(b);
    }
  }

  @Override
  public void pullback(double[] theta, INDArray x, INDArray slopes, double[] gradient) {
    requireFit(theta, x);
    Require.length("gradient", gradient, theta.length, this);
    Require.matrix("slopes", slopes, x.size(0), outputs);
    if (Affine.isSmall(x, outputs)) {
      Affine.backward(x, slopes, gradient);
      return;
    }
    try (INDArray dw = Nd4j.gemm(x, slopes, true, false);
        INDArray db = slopes.sum(0)) {
      for (int i = 0; i < inputs; i++) {
        for (int j = 0; j < outputs; j++) {
          gradient[i * outputs + j] = dw.getDouble(i, j);
        }
      }
      for (int j = 0; j < outputs; j++) {
        gradient[inputs * outputs + j] = db.getDouble(j);
      }
    }
  }

  private static INDArray array(INDArray like, double[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, like.dataType());
  }

  private void requireFit(double[] theta, INDArray x) {
    Require.length("theta", theta, parameters(), this);
    Require.matrix("x", x, -1, inputs);
  }
}
