package descent.adversarial;

import descent.engine.Require;
import descent.networks.Network;
import descent.objectives.Objective;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The discriminator's loss on real and made samples as a function of its parameters.
 *
 * <pre>
 * f(φ) = 1/n Σ real(D(xᵢ; φ)) + 1/m Σ made(D(x̃ⱼ; φ))
 * </pre>
 *
 * <p>The network predicts as after training: no unit drops out, statistics are used as they are.
 *
 * @param discriminator D, with one output
 * @param loss what it pays
 * @param real x, [n, features]
 * @param made x̃, [m, features]
 */
public record DiscriminatorRisk(
    Network discriminator, AdversarialLoss loss, INDArray real, INDArray made)
    implements Objective {

  /**
   * Checks that all is there.
   *
   * @param discriminator D, with one output
   * @param loss what it pays
   * @param real x
   * @param made x̃
   * @throws IllegalArgumentException if an argument is null
   */
  public DiscriminatorRisk {
    Require.nonNull("discriminator", discriminator);
    Require.nonNull("loss", loss);
    Require.nonNull("real", real);
    Require.nonNull("made", made);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    double[] ofReal = new double[theta.length];
    double value =
        mean(theta, real, loss::real, loss::realSlope, ofReal)
            + mean(theta, made, loss::made, loss::madeSlope, gradient);
    for (int i = 0; i < ofReal.length; i++) {
      gradient[i] += ofReal[i];
    }
    return value;
  }

  private double mean(
      double[] theta,
      INDArray samples,
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope,
      double[] gradient) {
    try (INDArray scores = discriminator.predict(theta, samples)) {
      double mean = Scores.mean(scores, f);
      Scores.toSlopes(scores, slope);
      discriminator.pullback(theta, samples, scores, gradient);
      return mean;
    }
  }

  @Override
  public String toString() {
    return loss + " of the discriminator " + discriminator;
  }
}
