package descent.adversarial;

import descent.engine.Require;
import descent.optimizers.State;
import descent.training.ProgressBar;
import java.util.Random;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A generator and a discriminator that learn from each other, in turn. In each round the
 * discriminator takes k steps, each on new real and made samples, then the generator takes one.
 *
 * <pre>{@code
 * Player generator = new Player(g, new Adam(0.001), g.start(new Xavier(), 1));
 * Player discriminator = new Player(d, new Adam(0.001), d.start(new Xavier(), 2));
 * Match match = new Match(generator, discriminator, new NonSaturating(), 1, data, noise, 3);
 * match.run(1000);
 * INDArray samples = g.predict(match.generatorTheta(), noise.get());
 * }</pre>
 *
 * <p>Source: Goodfellow et al. 2014, algorithm 1, arXiv 1406.2661.
 */
public final class Match {

  private final Player generator;
  private final Player discriminator;
  private final AdversarialLoss loss;
  private final int discriminatorSteps;
  private final Supplier<INDArray> data;
  private final Supplier<INDArray> noise;
  private final Random random;
  private final State generating;
  private final State discriminating;
  private double generatorLoss = Double.NaN;
  private double discriminatorLoss = Double.NaN;

  /**
   * Starts a match.
   *
   * @param generator G
   * @param discriminator D, with one output and as many inputs as G has outputs
   * @param loss what they pay
   * @param discriminatorSteps k, at least 1
   * @param data returns the next real samples, [n, features]
   * @param noise returns the next noise, [n, inputs of G], with as many rows
   * @param seed any number; where a gradient penalty is taken, if the loss has one
   * @throws IllegalArgumentException if an argument is null or k below 1
   */
  public Match(
      Player generator,
      Player discriminator,
      AdversarialLoss loss,
      int discriminatorSteps,
      Supplier<INDArray> data,
      Supplier<INDArray> noise,
      long seed) {
    this.generator = Require.nonNull("generator", generator);
    this.discriminator = Require.nonNull("discriminator", discriminator);
    this.loss = Require.nonNull("loss", loss);
    Require.that(discriminatorSteps >= 1, "discriminatorSteps", discriminatorSteps, "1 or more");
    this.discriminatorSteps = discriminatorSteps;
    this.data = Require.nonNull("data", data);
    this.noise = Require.nonNull("noise", noise);
    this.random = new Random(seed);
    this.generating = generator.optimizer().start(generator.start());
    this.discriminating = discriminator.optimizer().start(discriminator.start());
  }

  /**
   * Plays on. A run of more than a second shows its progress, and the stop button ends it.
   *
   * @param rounds how many, at least 1
   * @return whether all were played; false if the thread was interrupted
   * @throws descent.engine.NonFiniteException if a loss or a gradient is no longer finite; that
   *     step was not taken
   * @throws IllegalArgumentException if there are no rounds, or data and noise do not fit the
   *     networks and each other
   */
  public boolean run(int rounds) {
    try (ProgressBar bar = new ProgressBar(rounds)) {
      for (int i = 1; i <= rounds; i++) {
        for (int k = 0; k < discriminatorSteps; k++) {
          discriminate();
        }
        generatorLoss = generating.step(generatorRisk(noise.get()));
        if (Thread.interrupted()) {
          return false;
        }
        bar.update(i, generatorLoss);
      }
      return true;
    }
  }

  private void discriminate() {
    INDArray real = Require.nonNull("data", data.get());
    try (INDArray made = generator.network().predict(generating.theta(), noise.get())) {
      Require.sameShape("data", real, "what the generator makes", made);
      long points = random.nextLong();
      discriminatorLoss =
          discriminating.step(
              new DiscriminatorRisk(discriminator.network(), loss, real, made, points));
    }
  }

  /**
   * Returns the generator's loss against the discriminator as it is now.
   *
   * @param noise z, [n, inputs of G]
   * @return the loss as a function of the generator's parameters
   * @throws IllegalArgumentException if the noise is null
   */
  public GeneratorRisk generatorRisk(INDArray noise) {
    return new GeneratorRisk(
        generator.network(), discriminator.network(), discriminating.theta(), loss, noise);
  }

  /**
   * Returns the generator's parameters.
   *
   * @return a copy of θ
   */
  public double[] generatorTheta() {
    return generating.theta();
  }

  /**
   * Returns the discriminator's parameters.
   *
   * @return a copy of φ
   */
  public double[] discriminatorTheta() {
    return discriminating.theta();
  }

  /**
   * Returns what the generator paid in the last round, before its step.
   *
   * @return the loss; NaN before the first round
   */
  public double generatorLoss() {
    return generatorLoss;
  }

  /**
   * Returns what the discriminator paid at its last step, before it; a penalty counts.
   *
   * @return the loss; NaN before the first round
   */
  public double discriminatorLoss() {
    return discriminatorLoss;
  }

  /**
   * Returns how many rounds were played.
   *
   * @return 0 before the first
   */
  public int rounds() {
    return generating.steps();
  }
}
