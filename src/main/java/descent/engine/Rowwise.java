package descent.engine;

/**
 * A function of one row of predictions and one row of targets, with its gradient: all that the
 * engine needs to know of a loss that does not look at single numbers. {@code
 * descent.losses.RowwiseLoss} is the form that losses take.
 */
public interface Rowwise {

  /**
   * Returns the loss of one row and fills in its gradient.
   *
   * @param prediction what the model says; not to be changed
   * @param target what was observed: as many numbers as {@link #targetWidth} says; not to be
   *     changed
   * @param gradient to be filled with the derivatives with respect to the predictions; holds
   *     anything before
   * @return the loss of this row
   */
  double row(double[] prediction, double[] target, double[] gradient);

  /**
   * Returns what a row counts in the denominator of the mean.
   *
   * @param target the row's targets
   * @return 1, unless a loss says otherwise; finite and not negative
   */
  default double weight(double[] target) {
    return 1;
  }

  /**
   * Returns the numbers that predictions may be.
   *
   * @return any finite number, unless a loss says otherwise
   */
  default Domain predictions() {
    return Domain.REAL;
  }

  /**
   * Returns the numbers that targets may be. Where a loss wants a {@link Domain#DISTRIBUTION}, the
   * target array may also hold one class number for each row; it stands for the distribution that
   * puts everything on that class.
   *
   * @return any finite number, unless a loss says otherwise
   */
  default Domain targets() {
    return Domain.REAL;
  }

  /**
   * Returns how many targets belong to a row.
   *
   * @param width how many predictions a row has
   * @return 1 for class numbers, otherwise the same, unless a loss says otherwise
   * @throws IllegalArgumentException if this loss cannot have that many predictions in a row
   */
  default int targetWidth(int width) {
    return targets() == Domain.CLASS ? 1 : width;
  }

  /**
   * Tells whether rows of a class are left out, of the sum and of the mean.
   *
   * @param classNumber any whole number
   * @return false, unless a loss says otherwise
   */
  default boolean ignores(int classNumber) {
    return false;
  }
}
