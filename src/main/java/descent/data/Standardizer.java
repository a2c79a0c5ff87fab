package descent.data;

import descent.engine.Require;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Brings every column to mean 0 and standard deviation 1.
 *
 * <pre>
 *   z = (x − μ) / σ      μ = 1/n Σ x      σ = √(1/n Σ (x − μ)²)
 * </pre>
 *
 * <p>σ divides by n, as scikit-learn's StandardScaler does, not by n − 1 as R's {@code scale}. A
 * constant column has σ = 0; it is divided by 1 instead and becomes all zeros.
 *
 * <p>μ and σ belong to the training data, and what is fitted cannot be fitted again: test data can
 * only be given to {@link #apply}.
 */
public final class Standardizer {

  private final double[] mean;
  private final double[] scale;

  private Standardizer(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /**
   * Takes μ and σ of every column.
   *
   * @param x the training data, float or double, shape [n, k]
   * @return the standardizer with these μ and σ
   * @throws IllegalArgumentException if x is not such a matrix, or a column spreads so little or so
   *     much that σ is not a double above 0
   * @throws descent.engine.NonFiniteException if a value is NaN or infinite
   */
  public static Standardizer fit(INDArray x) {
    Dataset.matrix("x", x);
    double[] mean = new double[x.columns()];
    double[] scale = new double[x.columns()];
    for (int j = 0; j < mean.length; j++) {
      String name = "column " + j + " of x";
      double[] column = Require.finite(name, x.getColumn(j).toDoubleVector());
      DoubleSummaryStatistics summary = DoubleStream.of(column).summaryStatistics();
      boolean constant = summary.getMin() == summary.getMax();
      double mu = constant ? summary.getMin() : summary.getAverage();
      double variance =
          DoubleStream.of(column).map(v -> (v - mu) * (v - mu)).average().orElseThrow();
      mean[j] = mu;
      scale[j] =
          constant ? 1 : Require.positive("standard deviation of " + name, Math.sqrt(variance));
    }
    return new Standardizer(mean, scale);
  }

  /**
   * Returns z = (x − μ) / σ.
   *
   * @param x float or double, shape [n, k] with the k of the training data
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if x is not such a matrix
   */
  public INDArray apply(INDArray x) {
    return require("x", x).sub(row(mean, x)).divi(row(scale, x));
  }

  /**
   * Returns x = σ z + μ, undoing {@link #apply}.
   *
   * @param z float or double, shape [n, k] with the k of the training data
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if z is not such a matrix
   */
  public INDArray inverse(INDArray z) {
    return require("z", z).mul(row(scale, z)).addi(row(mean, z));
  }

  /**
   * Returns the training data's means.
   *
   * @return μ of every column
   */
  public double[] mean() {
    return mean.clone();
  }

  /**
   * Returns what the columns are divided by.
   *
   * @return σ of every column; 1 where the column is constant
   */
  public double[] scale() {
    return scale.clone();
  }

  @Override
  public String toString() {
    return "Standardizer[mean=" + Arrays.toString(mean) + ", scale=" + Arrays.toString(scale) + "]";
  }

  private INDArray require(String name, INDArray array) {
    int columns = Dataset.matrix(name, array).columns();
    String expected = "as many as were fitted, " + mean.length;
    Require.that(columns == mean.length, "columns of " + name, columns, expected);
    return array;
  }

  private static INDArray row(double[] values, INDArray like) {
    return Nd4j.createFromArray(values).reshape(1, values.length).castTo(like.dataType());
  }
}
