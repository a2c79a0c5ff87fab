package descent.engine;

/**
 * The product of small matrices in plain loops, which gives the same digits on every machine.
 *
 * <p>Rows are copied into arrays of their own first: the compiler turns a loop into vector
 * instructions only where all arrays have the same index, which is three times as fast.
 */
public final class Product {

  private Product() {}

  /**
   * Adds the product of two matrices to a third: C ← C + A B. B and C lie row by row; A may lie
   * either way, so that its transpose is the same array with its two strides exchanged.
   *
   * @param a A, [rows, inner]
   * @param rowStride how far the next row of A is
   * @param columnStride how far the next column of A is
   * @param rows the rows of A and C
   * @param inner the columns of A and rows of B
   * @param b B, [inner, columns]
   * @param bFrom where B begins
   * @param columns the columns of B and C
   * @param c C, [rows, columns]
   * @param cFrom where C begins
   */
  public static void add(
      double[] a,
      int rowStride,
      int columnStride,
      int rows,
      int inner,
      double[] b,
      int bFrom,
      int columns,
      double[] c,
      int cFrom) {
    double[][] bs = new double[inner][columns];
    for (int k = 0; k < inner; k++) {
      System.arraycopy(b, bFrom + k * columns, bs[k], 0, columns);
    }
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      int to = cFrom + i * columns;
      System.arraycopy(c, to, row, 0, columns);
      int at = i * rowStride;
      int k = 0;
      for (; k + 3 < inner; k += 4, at += 4 * columnStride) { // a sum is loaded once for four
        double a0 = a[at];
        double a1 = a[at + columnStride];
        double a2 = a[at + 2 * columnStride];
        double a3 = a[at + 3 * columnStride];
        add(row, a0, bs[k], a1, bs[k + 1], a2, bs[k + 2], a3, bs[k + 3]);
      }
      for (; k < inner; k++, at += columnStride) {
        add(row, a[at], bs[k]);
      }
      System.arraycopy(row, 0, c, to, columns);
    }
  }

  private static void add(
      double[] sum,
      double a0,
      double[] b0,
      double a1,
      double[] b1,
      double a2,
      double[] b2,
      double a3,
      double[] b3) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void add(double[] sum, double a, double[] b) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a * b[j];
    }
  }
}
