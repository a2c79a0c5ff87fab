package descent.networks;

import descent.engine.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Batch normalization: each column gets mean β and standard deviation γ, over the batch in training
 * and by running averages afterwards.
 *
 * <pre>
 * x̂ = (x − μ) / √(σ² + ε)          y = γ x̂ + β
 *
 * training     μ, σ² = mean and variance of the column in this batch (σ² divided by n)
 * afterwards   μ, σ² = running averages: r ← (1 − α) r + α (μ, n/(n − 1) σ²) at every step
 *
 * ∂L/∂x  = γ / √(σ² + ε) (d − mean d − x̂ mean(d x̂))          d = ∂L/∂y, in training
 * </pre>
 *
 * <p>γ begins at 1 and β at 0; the running averages begin at 1 and 0. As {@code
 * torch.nn.BatchNorm1d}, whose momentum is α; Keras calls 1 − α its momentum, with 0.99 for
 * PyTorch's 0.9, and keeps σ² divided by n.
 *
 * <p>Source: Ioffe and Szegedy 2015, arXiv 1502.03167.
 *
 * @param momentum α, above 0 and at most 1
 * @param epsilon ε, above 0
 */
public record BatchNormalization(double momentum, double epsilon) implements Layer {

  /**
   * Checks the parameters.
   *
   * @param momentum α
   * @param epsilon ε
   * @throws IllegalArgumentException if one is out of range
   */
  public BatchNormalization {
    Require.that(momentum > 0 && momentum <= 1, "momentum", momentum, "above 0 and at most 1");
    Require.positive("epsilon", epsilon);
  }

  /** Creates batch normalization with α = 0.1 and ε = 10⁻⁵. */
  public BatchNormalization() {
    this(0.1, 1e-5);
  }

  @Override
  public List<Weight> weights(int inputs) {
    return List.of(new Weight("gamma", inputs), new Weight("beta", inputs));
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    Arrays.fill(theta, at, at + inputs, 1);
  }

  @Override
  public double[] statistics(int inputs) {
    double[] statistics = new double[2 * inputs]; // means, then variances
    Arrays.fill(statistics, inputs, 2 * inputs, 1);
    return statistics;
  }

  @Override
  public int notes(int rows, int inputs) {
    return 2 * inputs; // means, then variances, by which this pass has normalized
  }

  @Override
  public void forward(Pass p) {
    int n = p.inputs;
    if (p.training) {
      Require.that(p.rows > 1, "the batch's number of rows", p.rows, "2 or more for " + this);
      moments(p);
    } else {
      System.arraycopy(p.statistics, 0, p.notes, 0, 2 * n);
    }
    for (int j = 0; j < n; j++) {
      double factor = p.theta[p.at + j] / deviation(p, j);
      double beta = p.theta[p.at + n + j];
      for (int i = j; i < p.rows * n; i += n) {
        p.y[i] = factor * (p.x[i] - p.notes[j]) + beta;
      }
    }
  }

  private static void moments(Pass p) {
    int n = p.inputs;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = j; i < p.rows * n; i += n) {
        sum += p.x[i];
      }
      double mean = sum / p.rows;
      double squares = 0;
      for (int i = j; i < p.rows * n; i += n) {
        squares += (p.x[i] - mean) * (p.x[i] - mean);
      }
      p.notes[j] = mean;
      p.notes[n + j] = squares / p.rows;
    }
  }

  private double deviation(Pass p, int j) {
    return Math.sqrt(p.notes[p.inputs + j] + epsilon);
  }

  @Override
  public void backward(Pass p) {
    int n = p.inputs;
    for (int j = 0; j < n; j++) {
      double deviation = deviation(p, j);
      double sum = 0;
      double product = 0;
      for (int i = j; i < p.rows * n; i += n) {
        sum += p.dy[i];
        product += p.dy[i] * (p.x[i] - p.notes[j]) / deviation;
      }
      p.gradient[p.at + j] += product;
      p.gradient[p.at + n + j] += sum;
      double factor = p.theta[p.at + j] / deviation;
      double mean = p.training ? sum / p.rows : 0; // running averages do not move with x
      double slope = p.training ? product / p.rows : 0;
      for (int i = j; i < p.rows * n; i += n) {
        double normal = (p.x[i] - p.notes[j]) / deviation;
        p.dx[i] = factor * (p.dy[i] - mean - normal * slope);
      }
    }
  }

  @Override
  public void advance(Pass p) {
    double unbiased = (double) p.rows / (p.rows - 1);
    for (int j = 0; j < 2 * p.inputs; j++) {
      double seen = j < p.inputs ? p.notes[j] : unbiased * p.notes[j];
      p.statistics[j] += momentum * (seen - p.statistics[j]);
    }
  }
}
