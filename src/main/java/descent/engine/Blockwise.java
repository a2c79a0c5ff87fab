package descent.engine;

/** An {@link Elementwise} function that computes many elements at once, faster than one by one. */
public interface Blockwise extends Elementwise {

  /**
   * Computes the first n pairs: what {@link #loss} and {@link #slope} give for each, to within
   * rounding.
   *
   * @param prediction what the model says; not to be changed
   * @param target what was observed; not to be changed
   * @param loss to be filled with the losses
   * @param slope to be filled with the derivatives
   * @param n how many; the arrays may be longer
   */
  void block(double[] prediction, double[] target, double[] loss, double[] slope, int n);
}
