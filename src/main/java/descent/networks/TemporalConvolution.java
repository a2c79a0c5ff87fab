package descent.networks;

import descent.engine.Product;
import descent.engine.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A convolution over time: the same dense layer at every step, which sees that step and its
 * neighbours.
 *
 * <pre>
 * yₜ = Σₖ xₜ₊ₖ₋ₕ Wₖ + b        k = 0 … window − 1,  h = (window − 1) / 2,  x = 0 before and behind
 *      xₜ [features],  Wₖ [features, units],  b [units],  yₜ [units]
 * </pre>
 *
 * <p>A row holds step after step, [steps · features], and becomes [steps · units]; how many steps,
 * the width of the rows says. With a window of 1 each step is by itself. As {@code
 * keras.layers.Conv1D(padding="same")}, and {@code torch.nn.Conv1d(padding="same")}, which has
 * features before steps. W begins as the initializer says, b at 0.
 *
 * @param features how many numbers a step of the input has, at least 1
 * @param window how many steps are seen at once, odd
 * @param units how many numbers a step of the output has, at least 1
 */
public record TemporalConvolution(int features, int window, int units) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param features how many numbers a step of the input has
   * @param window how many steps are seen at once
   * @param units how many numbers a step of the output has
   * @throws IllegalArgumentException if a number is below 1 or the window is even
   */
  public TemporalConvolution {
    Require.that(features >= 1, "features", features, "1 or more");
    Require.that(window >= 1 && window % 2 == 1, "window", window, "an odd number, 1 or more");
    Require.that(units >= 1, "units", units, "1 or more");
  }

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % features == 0, "the inputs of " + this, inputs, "steps times the features");
    return inputs / features * units;
  }

  @Override
  public List<Weight> weights(int inputs) {
    return List.of(new Weight("W", seen(), units), new Weight("b", units));
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    for (int i = at; i < at + seen() * units; i++) {
      theta[i] = initializer.draw(seen(), units, random);
    }
  }

  /** How many numbers an output depends on. */
  private int seen() {
    return window * features;
  }

  @Override
  public void forward(Pass p) {
    int steps = p.inputs / features;
    double[] windows = new double[steps * seen()];
    int bias = p.at + seen() * units;
    for (int r = 0; r < p.rows; r++) {
      read(p.x, r * p.inputs, steps, windows);
      int to = r * p.outputs;
      for (int t = 0; t < steps; t++) {
        System.arraycopy(p.theta, bias, p.y, to + t * units, units);
      }
      Product.add(windows, seen(), 1, steps, seen(), p.theta, p.at, units, p.y, to);
    }
  }

  @Override
  public void backward(Pass p) {
    int steps = p.inputs / features;
    double[] windows = new double[steps * seen()];
    double[] transposed = p.dxWanted ? transposed(p) : null;
    int bias = p.at + seen() * units;
    for (int r = 0; r < p.rows; r++) {
      int from = r * p.outputs;
      read(p.x, r * p.inputs, steps, windows);
      Product.add(windows, 1, seen(), seen(), steps, p.dy, from, units, p.gradient, p.at);
      for (int i = 0; i < p.outputs; i++) {
        p.gradient[bias + i % units] += p.dy[from + i];
      }
      if (p.dxWanted) {
        double[] dy = Arrays.copyOfRange(p.dy, from, from + p.outputs);
        Arrays.fill(windows, 0);
        Product.add(dy, units, 1, steps, units, transposed, 0, seen(), windows, 0);
        addBack(windows, steps, p.dx, r * p.inputs);
      }
    }
  }

  private double[] transposed(Pass p) {
    double[] transposed = new double[units * seen()];
    for (int i = 0; i < seen(); i++) {
      for (int j = 0; j < units; j++) {
        transposed[j * seen() + i] = p.theta[p.at + i * units + j];
      }
    }
    return transposed;
  }

  /** Fills row t of the windows with the steps t − h … t + h of x; what is outside stays 0. */
  private void read(double[] x, int from, int steps, double[] windows) {
    Arrays.fill(windows, 0);
    for (int t = 0; t < steps; t++) {
      int first = Math.max(0, t - window / 2);
      int end = Math.min(steps, t + window / 2 + 1);
      int to = t * seen() + (first - t + window / 2) * features;
      System.arraycopy(x, from + first * features, windows, to, (end - first) * features);
    }
  }

  /** Adds each number of the windows to the one that it was read from. */
  private void addBack(double[] windows, int steps, double[] dx, int from) {
    for (int t = 0; t < steps; t++) {
      int first = Math.max(0, t - window / 2);
      int end = Math.min(steps, t + window / 2 + 1);
      int at = t * seen() + (first - t + window / 2) * features;
      for (int i = 0; i < (end - first) * features; i++) {
        dx[from + first * features + i] += windows[at + i];
      }
    }
  }
}
