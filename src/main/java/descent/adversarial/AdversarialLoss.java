package descent.adversarial;

/**
 * What two networks pay that play against each other. The generator G makes samples x̃ = G(z) out
 * of noise z; the discriminator D gives a score s = D(x) to a sample, real or made, high where it
 * takes it for real.
 *
 * <pre>
 * L_D = mean over real x of real(D(x)) + mean over made x̃ of made(D(x̃))
 * L_G = mean over made x̃ of generator(D(x̃))
 * </pre>
 *
 * <p>Each of the two makes its own loss small. {@link DiscriminatorRisk} and {@link GeneratorRisk}
 * are these means as functions of the parameters. Six formulas make a loss, in a notebook cell as
 * well as here; they are to be finite for any finite score.
 */
public interface AdversarialLoss {

  /**
   * Returns what the discriminator pays for the score of a real sample.
   *
   * @param score s, any finite number
   * @return the loss
   */
  double real(double score);

  /**
   * Returns the derivative of {@link #real}.
   *
   * @param score s, any finite number
   * @return ∂real/∂s
   */
  double realSlope(double score);

  /**
   * Returns what the discriminator pays for the score of a made sample.
   *
   * @param score s, any finite number
   * @return the loss
   */
  double made(double score);

  /**
   * Returns the derivative of {@link #made}.
   *
   * @param score s, any finite number
   * @return ∂made/∂s
   */
  double madeSlope(double score);

  /**
   * Returns what the generator pays for the score of a sample that it made.
   *
   * @param score s, any finite number
   * @return the loss
   */
  double generator(double score);

  /**
   * Returns the derivative of {@link #generator}.
   *
   * @param score s, any finite number
   * @return ∂generator/∂s
   */
  double generatorSlope(double score);

  /**
   * Returns how much the discriminator pays for slopes in its input that are not of length 1, see
   * {@link GradientPenalty}.
   *
   * @return λ; 0, which is nothing, unless the loss says otherwise
   */
  default double penalty() {
    return 0;
  }
}
