package descent.engine;

/** The product of small matrices in plain loops, which gives the same digits on every machine. */
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
    for (int i = 0; i < rows; i++) {
      int to = cFrom + i * columns;
      int at = i * rowStride;
      int k = 0;
      for (; k + 3 < inner; k += 4, at += 4 * columnStride) { // each c is loaded once for four
        double a0 = a[at];
        double a1 = a[at + columnStride];
        double a2 = a[at + 2 * columnStride];
        double a3 = a[at + 3 * columnStride];
        int b0 = bFrom + k * columns;
        int b1 = b0 + columns;
        int b2 = b1 + columns;
        int b3 = b2 + columns;
        for (int j = 0; j < columns; j++) {
          c[to + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
        }
      }
      for (; k < inner; k++, at += columnStride) {
        double a0 = a[at];
        int b0 = bFrom + k * columns;
        for (int j = 0; j < columns; j++) {
          c[to + j] += a0 * b[b0 + j];
        }
      }
    }
  }
}
