package descent.networks;

import java.util.Random;

/** How the weights of a matrix begin: at random, as large as its inputs and outputs allow. */
public interface Initializer {

  /**
   * Draws a weight.
   *
   * @param inputs the rows of the matrix: how many numbers each output adds up
   * @param outputs its columns
   * @param random where chance comes from
   * @return the weight
   */
  double draw(int inputs, int outputs, Random random);
}
