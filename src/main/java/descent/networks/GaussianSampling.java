package descent.networks;

import descent.engine.Require;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Draws from Gaussian distributions of which the layer before predicts mean and variance, in such a
 * way that a gradient finds its way back (the reparametrization trick): all chance is in ε, which
 * does not hang on θ. After training the mean is taken.
 *
 * <pre>
 * x = (μ, s), s = log σ²
 * zⱼ = μⱼ + σⱼ εⱼ          ε from N(0, 1) in training, otherwise 0;  σ = e^(s / 2)
 * ∂zⱼ/∂μⱼ = 1              ∂zⱼ/∂sⱼ = σⱼ εⱼ / 2
 * </pre>
 *
 * <p>A row of the input has all means first, then all logarithms of variances; a row of the output
 * is half as wide. ε depends on the learner's seed and step alone, so that a gradient can be
 * checked. As {@code rsample} of {@code torch.distributions.Normal}.
 *
 * <p>Source: Kingma and Welling 2014, arXiv 1312.6114.
 */
public record GaussianSampling() implements Layer {

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % 2 == 0,
        "the width of the input of " + this,
        inputs,
        "an even number: means, then logarithms of variances");
    return inputs / 2;
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * inputs / 2; // σ ε
  }

  @Override
  public void forward(Pass p) {
    // Random's Gaussians are fixed by Java's specification; near seeds give it like numbers
    Random random = new Random(new SplittableRandom(p.seed).nextLong());
    int k = p.outputs;
    for (int r = 0; r < p.rows; r++) {
      for (int j = 0; j < k; j++) {
        int at = r * p.inputs + j;
        double deviation = Math.exp(0.5 * p.x[at + k]);
        p.notes[r * k + j] = p.training ? deviation * random.nextGaussian() : 0;
        p.y[r * k + j] = p.x[at] + p.notes[r * k + j];
      }
    }
  }

  @Override
  public void backward(Pass p) {
    int k = p.outputs;
    for (int r = 0; r < p.rows; r++) {
      for (int j = 0; j < k; j++) {
        int at = r * p.inputs + j;
        p.dx[at] = p.dy[r * k + j];
        p.dx[at + k] = 0.5 * p.dy[r * k + j] * p.notes[r * k + j];
      }
    }
  }
}
