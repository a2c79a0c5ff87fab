package descent.regularizers;

/**
 * A price on weights, weight by weight, that is added to the loss. Two formulas make one, in a
 * notebook cell as well as here.
 */
public interface Regularizer {

  /**
   * Returns the price of a weight.
   *
   * @param w the weight
   * @return its price
   */
  double price(double w);

  /**
   * Returns the derivative of the price.
   *
   * @param w the weight
   * @return d price / dw; where there is none, a number between those on the two sides
   */
  double slope(double w);
}
