package descent.engine;

/** A {@link Rowwise} function that computes several rows at once, faster than one by one. */
public interface RowBlockwise extends Rowwise {

  /**
   * Computes some rows. All arrays lie row after row and may be longer. Rows that are ignored or
   * not as they should be are among them; what comes out for those is not used.
   *
   * @param prediction what the model says; not to be changed
   * @param target what was observed, {@link #targetWidth} numbers a row; not to be changed
   * @param gradient to be filled with the derivatives with respect to the predictions
   * @param loss to be filled with the loss of each row
   * @param scratch for anything, as long as the predictions
   * @param rows how many
   * @param width how many predictions a row has
   */
  void block(
      double[] prediction,
      double[] target,
      double[] gradient,
      double[] loss,
      double[] scratch,
      int rows,
      int width);

  @Override
  default double row(double[] prediction, double[] target, double[] gradient) {
    double[] loss = new double[1];
    int width = prediction.length;
    block(prediction, target, gradient, loss, new double[width], 1, width);
    return loss[0];
  }

  /**
   * Tells whether {@link #weight} is 1 for all targets, so that it need not be asked.
   *
   * @return whether all rows count the same
   */
  boolean rowsCountTheSame();
}
