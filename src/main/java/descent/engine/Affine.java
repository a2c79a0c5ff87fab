package descent.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The affine map X W + b and its way back, for small arrays. A call into ND4J costs some ten
 * microseconds, whatever the size; up to a million products these plain loops are faster. They also
 * give the same digits on every machine, which a BLAS does not.
 *
 * <p>W [inputs, outputs] and then b [outputs] lie one behind the other in a vector, row by row.
 */
public final class Affine {

  private static final int BLOCK = 1 << 10; // numbers that are read at once
  private static final long LARGEST = 1 << 20; // products; from here on a BLAS is faster

  private Affine() {}

  /**
   * Tells whether these loops are the faster way.
   *
   * @param x X, [rows, inputs]
   * @param outputs the columns of W
   * @return true up to a million products
   */
  public static boolean isSmall(INDArray x, int outputs) {
    return x.length() * outputs <= LARGEST;
  }

  /**
   * Returns X W + b.
   *
   * @param x X, [rows, inputs], floats or doubles
   * @param theta W and b
   * @param outputs the columns of W
   * @return a new array [rows, outputs] of the type of X
   */
  public static INDArray forward(INDArray x, double[] theta, int outputs) {
    int rows = (int) x.size(0);
    int inputs = (int) x.size(1);
    int bias = inputs * outputs;
    INDArray result = Nd4j.createUninitialized(x.dataType(), new long[] {rows, outputs}, 'c');
    int block = Math.max(1, BLOCK / Math.max(inputs, outputs));
    double[] xs = new double[block * inputs];
    double[] ys = new double[block * outputs];
    float[] scratch = new float[Math.max(xs.length, ys.length)];
    try (Dense in = Dense.reading(x);
        Dense out = Dense.writing(result)) {
      for (int at = 0; at < rows; at += block) {
        int n = Math.min(block, rows - at);
        in.read(at * inputs, xs, scratch, n * inputs);
        for (int r = 0; r < n; r++) {
          System.arraycopy(theta, bias, ys, r * outputs, outputs);
          if (outputs == 1) {
            ys[r] += dot(xs, r * inputs, theta, inputs);
          } else {
            for (int j = 0; j < inputs; j++) {
              add(xs[r * inputs + j], theta, j * outputs, ys, r * outputs, outputs);
            }
          }
        }
        out.write(at * outputs, ys, scratch, n * outputs);
      }
      out.flush();
    }
    return result;
  }

  /**
   * Fills in the gradient with respect to W and b.
   *
   * @param x X, [rows, inputs], floats or doubles
   * @param slopes the gradient with respect to X W + b, [rows, outputs]
   * @param gradient filled with Xᵀ slopes and the sum of the rows of the slopes
   */
  public static void backward(INDArray x, INDArray slopes, double[] gradient) {
    int rows = (int) x.size(0);
    int inputs = (int) x.size(1);
    int outputs = (int) slopes.size(1);
    int bias = inputs * outputs;
    Arrays.fill(gradient, 0);
    int block = Math.max(1, BLOCK / Math.max(inputs, outputs));
    double[] xs = new double[block * inputs];
    double[] ss = new double[block * outputs];
    float[] scratch = new float[Math.max(xs.length, ss.length)];
    try (Dense in = Dense.reading(x);
        Dense from = Dense.reading(slopes)) {
      for (int at = 0; at < rows; at += block) {
        int n = Math.min(block, rows - at);
        in.read(at * inputs, xs, scratch, n * inputs);
        from.read(at * outputs, ss, scratch, n * outputs);
        for (int r = 0; r < n; r++) {
          if (outputs == 1) {
            add(ss[r], xs, r * inputs, gradient, 0, inputs);
          } else {
            for (int j = 0; j < inputs; j++) {
              add(xs[r * inputs + j], ss, r * outputs, gradient, j * outputs, outputs);
            }
          }
          add(1, ss, r * outputs, gradient, bias, outputs);
        }
      }
    }
  }

  private static double dot(double[] a, int from, double[] b, int n) {
    double even = 0; // two sums, so that one addition need not wait for the other
    double odd = 0;
    int i = 0;
    for (; i + 1 < n; i += 2) {
      even += a[from + i] * b[i];
      odd += a[from + i + 1] * b[i + 1];
    }
    return i < n ? even + odd + a[from + i] * b[i] : even + odd;
  }

  private static void add(double factor, double[] a, int from, double[] b, int to, int n) {
    for (int i = 0; i < n; i++) {
      b[to + i] += factor * a[from + i];
    }
  }
}
