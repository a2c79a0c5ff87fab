package descent.engine;

import descent.math.Range;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Goes through an array in search of what must not be there, and names its index. The loops notice
 * by themselves that there is something; only then is it looked for.
 */
final class Scan {

  private Scan() {}

  /** What is done with an element and its place in row-major order. */
  private interface Visitor {
    void visit(int place, double x);
  }

  private static void each(INDArray array, Visitor visitor) {
    try (Dense dense = Dense.reading(array)) {
      double[] block = new double[Loop.BLOCK];
      float[] scratch = new float[Loop.BLOCK];
      int length = (int) array.length();
      for (int at = 0; at < length; at += Loop.BLOCK) {
        int n = Math.min(Loop.BLOCK, length - at);
        dense.read(at, block, scratch, n);
        for (int i = 0; i < n; i++) {
          visitor.visit(at + i, block[i]);
        }
      }
    }
  }

  private static void requireFinite(String name, INDArray array, int place, double x) {
    if (!Double.isFinite(x)) {
      throw new NonFiniteException(name + index(array, place), x);
    }
  }

  /** Requires every element to be finite and to belong to a domain. */
  static void requireDomain(String name, INDArray array, Domain domain) {
    each(
        array,
        (place, x) -> {
          if (!domain.contains(x)) {
            requireFinite(name, array, place, x);
            Require.that(false, name + index(array, place), x, domain.description());
          }
        });
  }

  /** Requires class numbers that exist or are ignored. */
  static void requireClasses(String name, INDArray array, Rowwise f, long classes) {
    each(
        array,
        (place, x) -> {
          int number = (int) x;
          if (!(number == x && (number >= 0 && number < classes || f.ignores(number)))) {
            requireFinite(name, array, place, x);
            String range = "a class number from 0 to " + (classes - 1);
            Require.that(false, name + index(array, place), x, range);
          }
        });
  }

  /** Requires each row of a matrix to sum to 1, to within 10⁻⁴. */
  static void requireSumsOfOne(String name, INDArray array) {
    int width = (int) array.size(1);
    double[] row = new double[width];
    try (Dense dense = Dense.reading(array)) {
      for (int r = 0; r < array.size(0); r++) {
        dense.read(r * width, row, new float[width], width);
        double sum = Range.sum(row, 0, width);
        Require.that(isOne(sum), "the sum of " + name + "[" + r + "]", sum, "1, to within 1e-4");
      }
    }
  }

  /** Tells whether the sum of probabilities is 1, to within 10⁻⁴. */
  static boolean isOne(double sum) {
    return Math.abs(sum - 1) <= 1e-4;
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
