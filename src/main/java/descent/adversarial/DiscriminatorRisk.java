package descent.adversarial;

import descent.engine.Require;
import descent.engine.Transfer;
import descent.networks.Network;
import descent.objectives.Objective;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The discriminator's loss on real and made samples as a function of its parameters.
 *
 * <pre>
 * f(φ) = 1/n Σ real(D(xᵢ; φ)) + 1/m Σ made(D(x̃ⱼ; φ))
 * </pre>
 *
 * <p>If the loss has a penalty, the {@link GradientPenalty} at points between real and made samples
 * is added: x̂ᵢ = xᵢ + uᵢ (x̃ᵢ − xᵢ), uᵢ drawn from [0, 1); then n = m.
 *
 * <p>The network predicts as after training: no unit drops out, statistics are used as they are.
 *
 * @param discriminator D, with one output
 * @param loss what it pays
 * @param real x, [n, features]
 * @param made x̃, [m, features]
 * @param seed any number; where u comes from, if there is a penalty
 */
public record DiscriminatorRisk(
    Network discriminator, AdversarialLoss loss, INDArray real, INDArray made, long seed)
    implements Objective {

  /**
   * Checks that all is there.
   *
   * @param discriminator D, with one output
   * @param loss what it pays
   * @param real x
   * @param made x̃
   * @param seed any number
   * @throws IllegalArgumentException if an argument is null, or there is a penalty and the two
   *     kinds of samples differ in shape
   */
  public DiscriminatorRisk {
    Require.nonNull("discriminator", discriminator);
    Require.nonNull("loss", loss);
    Require.nonNull("real", real);
    Require.nonNull("made", made);
    if (loss.penalty() > 0) {
      Require.sameShape("real", real, "made", made);
    }
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    double value = mean(theta, made, loss::made, loss::madeSlope, gradient);
    double[] more = new double[theta.length];
    value += mean(theta, real, loss::real, loss::realSlope, more);
    add(more, gradient);
    if (loss.penalty() > 0) {
      GradientPenalty penalty = new GradientPenalty(discriminator, between(), loss.penalty());
      value += penalty.evaluate(theta, more);
      add(more, gradient);
    }
    return value;
  }

  private static void add(double[] more, double[] gradient) {
    for (int i = 0; i < more.length; i++) {
      gradient[i] += more[i];
    }
  }

  /** Returns for each pair of samples a point between the two. */
  private INDArray between() {
    Random random = new Random(seed);
    int rows = (int) real.size(0);
    double[] from = new double[(int) real.length()];
    double[] points = new double[from.length];
    Transfer.read(real, from);
    Transfer.read(made, points);
    for (int i = 0; i < rows; i++) {
      double u = random.nextDouble();
      for (int j = i * points.length / rows; j < (i + 1) * points.length / rows; j++) {
        points[j] = from[j] + u * (points[j] - from[j]);
      }
    }
    INDArray result = made.ulike();
    Transfer.write(points, result);
    return result;
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
