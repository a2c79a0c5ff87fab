package descent.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Goes through an array in search of what must not be there, and names its index. */
final class Scan {

  private Scan() {}

  /** Requires every element to be finite. */
  static void requireFinite(String name, INDArray array) {
    requireDomain(name, array, null);
  }

  /** Requires every element to be finite and, if a domain is given, to belong to it. */
  static void requireDomain(String name, INDArray array, Domain domain) {
    if (domain == Domain.REAL) {
      return; // the loop itself notices what is not finite, at no cost
    }
    Dense dense = Dense.reading(array);
    double[] block = new double[Loop.BLOCK];
    float[] scratch = new float[Loop.BLOCK];
    int length = (int) array.length();
    for (int at = 0; at < length; at += Loop.BLOCK) {
      int n = Math.min(Loop.BLOCK, length - at);
      dense.read(at, block, scratch, n);
      for (int i = 0; i < n; i++) {
        if (!Double.isFinite(block[i])) {
          throw new NonFiniteException(name + index(array, at + i), block[i]);
        }
        if (domain != null && !domain.contains(block[i])) {
          Require.that(false, name + index(array, at + i), block[i], domain.description());
        }
      }
    }
    dense.done();
  }

  /** Returns the sum of the weights, each of which must be finite and not negative. */
  static double sumOfWeights(INDArray weights) {
    Dense dense = Dense.reading(weights);
    double[] block = new double[Loop.BLOCK];
    float[] scratch = new float[Loop.BLOCK];
    int length = (int) weights.length();
    double sum = 0;
    for (int at = 0; at < length; at += Loop.BLOCK) {
      int n = Math.min(Loop.BLOCK, length - at);
      dense.read(at, block, scratch, n);
      double part = 0;
      for (int i = 0; i < n; i++) {
        if (!(block[i] >= 0 && block[i] < Double.POSITIVE_INFINITY)) {
          String at_i = "weights" + index(weights, at + i);
          Require.that(false, at_i, block[i], "a finite number, 0 or above");
        }
        part += block[i];
      }
      sum += part;
    }
    dense.done();
    return sum;
  }

  /** Returns the index of an element, given its place in row-major order: [2, 0], for example. */
  private static String index(INDArray array, int place) {
    long[] index = new long[array.rank()];
    for (int i = array.rank() - 1; i >= 0; i--) {
      index[i] = place % array.size(i);
      place /= (int) array.size(i);
    }
    return array.rank() == 0 ? "" : Arrays.toString(index);
  }
}
