package descent.networks;

import descent.engine.Require;
import descent.engine.Transfer;
import descent.models.Learner;
import descent.models.Model;
import descent.models.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Layers one behind the other. Its weights are parts of one vector θ, which it does not keep; what
 * layers gather beside θ in training, such as running averages, are its statistics.
 *
 * <pre>{@code
 * Network network = Network.of(10, new Dense(64), new ReLU(), new Dense(1)); // 10 → 64 → 1
 * double[] theta = network.start(new He(), 42);
 * INDArray predictions = network.predict(theta, inputs);
 * }</pre>
 *
 * <p>{@link #predict} and {@link #pullback} are those after training: no unit drops out, and
 * statistics are used as they are. In training it is a {@link #learner} that predicts.
 */
public final class Network implements Model {

  private static final int BLOCK = 256; // rows that pass at once, to stay within the caches

  private final int inputs;
  private final List<Layer> layers;
  private final Parameters map;
  private final double[] statistics;

  private Network(int inputs, List<Layer> layers, double[] statistics) {
    Require.that(inputs >= 1, "inputs", inputs, "1 or more");
    this.inputs = inputs;
    this.layers = layers;
    Chain chain = new Chain(layers, inputs, 0);
    this.map = new Parameters(blocks("", chain, new ArrayList<>()));
    this.statistics = statistics == null ? statistics(chain) : statistics;
  }

  /**
   * Creates a network.
   *
   * @param inputs how many numbers a row of the inputs has, at least 1
   * @param layers the layers, the first one first; at least one with weights
   * @return the network, before training
   * @throws IllegalArgumentException if a number is too small or a layer missing, or one does not
   *     fit the layer before it
   */
  public static Network of(int inputs, Layer... layers) {
    return new Network(inputs, list("layers", layers), null);
  }

  static List<Layer> list(String name, Layer... layers) {
    return checked(name, Arrays.asList(Require.nonNull(name, layers)));
  }

  static List<Layer> checked(String name, List<Layer> layers) {
    Require.nonNull(name, layers);
    Require.that(!layers.isEmpty(), name, "empty", "at least one layer");
    for (int i = 0; i < layers.size(); i++) {
      Require.nonNull(name + "[" + i + "]", layers.get(i));
    }
    return List.copyOf(layers);
  }

  private static List<Parameters.Block> blocks(
      String prefix, Chain chain, List<Parameters.Block> all) {
    int number = 1;
    for (Pass pass : chain.passes) {
      String name = prefix + number++ + ".";
      if (pass.inner != null) {
        blocks(name, pass.inner, all);
      }
      for (Layer.Weight weight : pass.layer().weights(pass.inputs)) {
        int at = all.isEmpty() ? 0 : all.get(all.size() - 1).end();
        List<Integer> shape = Arrays.stream(weight.shape()).boxed().toList();
        all.add(new Parameters.Block(name + weight.name(), at, shape));
      }
    }
    return all;
  }

  private static double[] statistics(Chain chain) {
    List<double[]> all = new ArrayList<>();
    chain.each(pass -> all.add(pass.statistics));
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Opens the arrays for passes, holding this network's statistics. */
  Chain chain() {
    Chain chain = new Chain(layers, inputs, 0);
    int[] at = {0};
    chain.each(
        pass -> {
          System.arraycopy(statistics, at[0], pass.statistics, 0, pass.statistics.length);
          at[0] += pass.statistics.length;
        });
    return chain;
  }

  /** Returns this network with the statistics that were gathered in a chain. */
  Network with(Chain chain) {
    return new Network(inputs, layers, statistics(chain));
  }

  /**
   * Returns this network with other statistics.
   *
   * @param statistics as many as {@link #statistics}
   * @return a new network
   * @throws IllegalArgumentException if they are null, of another number, or not finite
   */
  public Network with(double[] statistics) {
    Require.length("statistics", statistics, this.statistics.length, this);
    if (statistics.length > 0) {
      Require.finite("statistics", statistics);
    }
    return new Network(inputs, layers, statistics.clone());
  }

  /**
   * Returns what the layers have gathered beside θ.
   *
   * @return a copy; empty if no layer gathers anything
   */
  public double[] statistics() {
    return statistics.clone();
  }

  @Override
  public int parameters() {
    return map.length();
  }

  @Override
  public Parameters map() {
    return map;
  }

  /**
   * Draws the first weights.
   *
   * @param initializer how matrices begin; biases begin at 0, scales at 1
   * @param seed any number; the same one gives the same weights
   * @return θ
   * @throws IllegalArgumentException if the initializer is null
   */
  public double[] start(Initializer initializer, long seed) {
    Require.nonNull("initializer", initializer);
    double[] theta = new double[parameters()];
    Random random = new Random(seed); // its numbers are fixed by Java's specification
    chain()
        .each(
            pass -> {
              if (pass.inner == null) {
                pass.layer().start(pass.inputs, theta, pass.at, initializer, random);
              }
            });
    return theta;
  }

  @Override
  public INDArray predict(double[] theta, INDArray inputs) {
    Chain chain = chain();
    int outputs = chain.last().outputs;
    double[] x = numbers(theta, inputs);
    int rows = (int) inputs.size(0);
    double[] y = new double[rows * outputs];
    double[] block = new double[Math.min(rows, BLOCK) * this.inputs];
    for (int from = 0; from < rows; from += BLOCK) {
      int n = Math.min(BLOCK, rows - from);
      System.arraycopy(x, from * this.inputs, block, 0, n * this.inputs);
      double[] out = chain.forward(theta, block, n, false, 0);
      System.arraycopy(out, 0, y, from * outputs, n * outputs);
    }
    return array(inputs, y, rows, outputs);
  }

  @Override
  public void pullback(double[] theta, INDArray inputs, INDArray slopes, double[] gradient) {
    back(theta, inputs, slopes, gradient, false);
  }

  /**
   * Carries a gradient back from the predictions to the inputs.
   *
   * @param theta the parameters θ; not changed
   * @param inputs X; not changed
   * @param slopes ∂L/∂Ŷ, of the shape of the predictions; not changed
   * @return ∂L/∂X in a new array of the shape of X
   * @throws IllegalArgumentException if an argument has another length or shape
   */
  public INDArray inputGradient(double[] theta, INDArray inputs, INDArray slopes) {
    double[] dx = back(theta, inputs, slopes, new double[parameters()], true);
    return array(inputs, dx, (int) inputs.size(0), this.inputs);
  }

  private double[] back(
      double[] theta, INDArray inputs, INDArray slopes, double[] gradient, boolean dxWanted) {
    double[] x = numbers(theta, inputs);
    Require.length("gradient", gradient, theta.length, this);
    Chain chain = chain();
    Pass last = chain.last();
    int rows = (int) inputs.size(0);
    double[] dy = slopes(slopes, rows, last.outputs);
    Arrays.fill(gradient, 0);
    double[] dx = new double[dxWanted ? x.length : 0];
    double[] block = new double[Math.min(rows, BLOCK) * this.inputs];
    double[] back = new double[block.length];
    for (int from = 0; from < rows; from += BLOCK) {
      int n = Math.min(BLOCK, rows - from);
      System.arraycopy(x, from * this.inputs, block, 0, n * this.inputs);
      chain.forward(theta, block, n, false, 0);
      System.arraycopy(dy, from * last.outputs, last.dy, 0, n * last.outputs);
      chain.backward(gradient, back, dxWanted);
      if (dxWanted) {
        System.arraycopy(back, 0, dx, from * this.inputs, n * this.inputs);
      }
    }
    return dx;
  }

  /**
   * Returns what every layer puts out for some inputs, after training.
   *
   * @param theta the parameters θ
   * @param inputs X, [rows, inputs]
   * @return for each layer an array [rows, its outputs]
   * @throws IllegalArgumentException if an argument has another length or shape
   */
  public List<INDArray> activations(double[] theta, INDArray inputs) {
    Chain chain = chain();
    double[] x = numbers(theta, inputs);
    int rows = (int) inputs.size(0);
    chain.forward(theta, x, rows, false, 0);
    List<INDArray> all = new ArrayList<>();
    for (Pass pass : chain.passes) {
      all.add(array(inputs, pass.y, rows, pass.outputs));
    }
    return all;
  }

  /** Returns the inputs as plain numbers, all being fit for this network. */
  double[] numbers(double[] theta, INDArray x) {
    Require.length("theta", theta, parameters(), this);
    Require.matrix("inputs", x, -1, inputs);
    double[] numbers = new double[(int) x.length()];
    Transfer.read(x, numbers);
    return numbers;
  }

  /** Returns slopes as plain numbers. */
  static double[] slopes(INDArray slopes, int rows, int outputs) {
    Require.matrix("slopes", slopes, rows, outputs);
    double[] numbers = new double[rows * outputs];
    Transfer.read(slopes, numbers);
    return numbers;
  }

  /** Returns a new array of the type of another. */
  static INDArray array(INDArray like, double[] values, int rows, int columns) {
    INDArray array = Nd4j.createUninitialized(like.dataType(), new long[] {rows, columns}, 'c');
    Transfer.write(values, array);
    return array;
  }

  @Override
  public Learner learner(long seed) {
    return new NetworkLearner(this, seed);
  }

  @Override
  public String toString() {
    return "Network[" + inputs + ", " + layers.toString().substring(1);
  }
}
