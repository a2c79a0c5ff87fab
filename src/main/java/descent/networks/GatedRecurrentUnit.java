package descent.networks;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A gated recurrent unit (GRU) that reads a sequence step by step and carries a state h along.
 *
 * <pre>
 * r  = σ(x Wᵣ + bᵣ + h Uᵣ + cᵣ)            reset gate
 * z  = σ(x W_z + b_z + h U_z + c_z)        update gate
 * n  = tanh(x Wₙ + bₙ + r (h Uₙ + cₙ))     new state
 * h' = (1 − z) n + z h                     W [features, 3 units] holds Wᵣ, W_z and Wₙ side by side,
 *                                          as do U [units, 3 units], b and c [3 units]
 * </pre>
 *
 * <p>A row of the input is the steps' features, one step behind the other; a row of the output has
 * all states. The first state is 0. As {@code torch.nn.GRU}, whose matrices are the transposes, and
 * {@code keras.layers.GRU} with {@code reset_after}, whose gates lie in the order z, r, n; Cho et
 * al. (arXiv v3) apply r to h before U.
 *
 * <p>With source steps it is an encoder and a decoder: so many steps at the beginning have weights
 * of their own, and the decoder's first state is the encoder's last.
 *
 * <p>Source: Cho et al. 2014, arXiv 1406.1078.
 *
 * @param features the numbers of a step of the input, at least 1
 * @param units the numbers in the state, at least 1
 * @param sourceSteps how many steps the encoder has; 0 for the same weights at all steps
 */
public record GatedRecurrentUnit(int features, int units, int sourceSteps) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param features the numbers of a step of the input
   * @param units the numbers in the state
   * @param sourceSteps how many steps the encoder has
   * @throws IllegalArgumentException if there are no features or units, or the steps are negative
   */
  public GatedRecurrentUnit {
    Require.that(features >= 1, "features", features, "1 or more");
    Require.that(units >= 1, "units", units, "1 or more");
    Require.that(sourceSteps >= 0, "sourceSteps", sourceSteps, "0 or more");
  }

  /**
   * Creates a unit with the same weights at all steps.
   *
   * @param features the numbers of a step of the input, at least 1
   * @param units the numbers in the state, at least 1
   */
  public GatedRecurrentUnit(int features, int units) {
    this(features, units, 0);
  }

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % features == 0 && inputs / features > sourceSteps,
        "inputs",
        inputs,
        "a multiple of " + features + " features, for more than " + sourceSteps + " steps");
    return inputs / features * units;
  }

  @Override
  public List<Weight> weights(int inputs) {
    List<Weight> all = new ArrayList<>();
    for (String name : sourceSteps > 0 ? List.of("encoder ", "decoder ") : List.of("")) {
      all.add(new Weight(name + "W", features, 3 * units));
      all.add(new Weight(name + "U", units, 3 * units));
      all.add(new Weight(name + "b", 3 * units));
      all.add(new Weight(name + "c", 3 * units));
    }
    return all;
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    for (Weight weight : weights(inputs)) {
      for (int i = at; weight.shape().length == 2 && i < at + weight.length(); i++) {
        theta[i] = initializer.draw(weight.shape()[0], units, random); // a gate has so many outputs
      }
      at += weight.length();
    }
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * inputs / features * 4 * units;
  }

  @Override
  public void forward(Pass p) {
    GatedSteps decoder = decoder(p);
    if (sourceSteps > 0) {
      encoder(p).forward(p);
    }
    decoder.forward(p);
  }

  @Override
  public void backward(Pass p) {
    double[] carried = new double[p.rows * units]; // ∂L/∂h by way of the next step
    decoder(p).backward(p, carried);
    if (sourceSteps > 0) {
      encoder(p).backward(p, carried);
    }
  }

  private GatedSteps encoder(Pass p) {
    return new GatedSteps(features, units, 0, sourceSteps, p.at);
  }

  private GatedSteps decoder(Pass p) {
    int behind = sourceSteps > 0 ? 3 * units * (features + units + 2) : 0;
    return new GatedSteps(features, units, sourceSteps, p.inputs / features, p.at + behind);
  }
}
