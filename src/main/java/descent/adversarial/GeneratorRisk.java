package descent.adversarial;

import descent.engine.Require;
import descent.networks.Network;
import descent.objectives.Objective;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The generator's loss on noise as a function of its parameters. The slope comes back through the
 * discriminator, which stays as it is.
 *
 * <pre>
 * f(θ)  = 1/n Σ generator(D(x̃ᵢ)),   x̃ᵢ = G(zᵢ; θ)
 * ∂f/∂θ = 1/n Σ (∂G/∂θ)ᵀ ∂D/∂x̃ᵢ · generator′(D(x̃ᵢ))
 * </pre>
 *
 * <p>The networks predict as after training: no unit drops out, statistics are used as they are.
 *
 * @param generator G, with as many outputs as D has inputs
 * @param discriminator D, with one output
 * @param phi the parameters φ of D; not copied
 * @param loss what the generator pays
 * @param noise z, [n, inputs of G]
 */
public record GeneratorRisk(
    Network generator, Network discriminator, double[] phi, AdversarialLoss loss, INDArray noise)
    implements Objective {

  /**
   * Checks that all is there.
   *
   * @param generator G, with as many outputs as D has inputs
   * @param discriminator D, with one output
   * @param phi the parameters φ of D
   * @param loss what the generator pays
   * @param noise z
   * @throws IllegalArgumentException if an argument is null
   */
  public GeneratorRisk {
    Require.nonNull("generator", generator);
    Require.nonNull("discriminator", discriminator);
    Require.nonNull("phi", phi);
    Require.nonNull("loss", loss);
    Require.nonNull("noise", noise);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    try (INDArray made = generator.predict(theta, noise);
        INDArray scores = discriminator.predict(phi, made)) {
      double value = Scores.mean(scores, loss::generator);
      Scores.toSlopes(scores, loss::generatorSlope);
      try (INDArray slopes = discriminator.inputGradient(phi, made, scores)) {
        generator.pullback(theta, noise, slopes, gradient);
      }
      return value;
    }
  }

  @Override
  public String toString() {
    return loss + " of the generator " + generator;
  }
}
