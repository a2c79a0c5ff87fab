package descent.networks;

import java.util.List;

/**
 * One layer's share of a forward and a backward pass over some rows: its input and output, their
 * gradients, and where its weights lie in θ. A layer reads and fills these arrays; rows lie one
 * behind the other, and an array may be longer than the rows need.
 *
 * <p>Forward: from {@code x} and θ to {@code y}. Backward: from {@code dy} to {@code dx}, and to
 * the layer's own part of {@code gradient}; both hold zeros before.
 */
public final class Pass {

  /** The number of rows. */
  public int rows;

  /** The numbers in a row of the input. */
  public final int inputs;

  /** The numbers in a row of the output. */
  public final int outputs;

  /** The input, [rows, inputs]; not to be changed. */
  public double[] x;

  /** The output, [rows, outputs]. */
  public double[] y = {};

  /** ∂L/∂x, [rows, inputs]. */
  public double[] dx;

  /** Whether anybody wants dx; a layer for which it is much work may leave it out if not. */
  public boolean dxWanted;

  /** ∂L/∂y, [rows, outputs]; not to be changed. */
  public double[] dy = {};

  /** All parameters θ of the network; not to be changed. */
  public double[] theta;

  /** ∂L/∂θ. */
  public double[] gradient;

  /** Where the layer's weights begin in θ and in the gradient. */
  public final int at;

  /** What the layer gathers beside θ, such as running averages. */
  public final double[] statistics;

  /** What forward wants to tell backward; as long as {@link Layer#notes} says. */
  public double[] notes = {};

  /** Whether the network is being trained. */
  public boolean training;

  /** A number of chance, the same until the next step. */
  public long seed;

  /** The layers inside of this one, if it has any. */
  final Chain inner;

  private final Layer layer;

  Pass(Layer layer, int inputs, int at) {
    this.layer = layer;
    this.inputs = inputs;
    this.outputs = layer.outputs(inputs);
    this.at = at;
    this.statistics = layer.statistics(inputs);
    List<Layer> parts = layer.parts();
    this.inner = parts.isEmpty() ? null : new Chain(parts, layer.partInputs(inputs), at);
  }

  Layer layer() {
    return layer;
  }

  /** Returns where the weights of the next layer begin. */
  int end() {
    if (inner != null) {
      return inner.last().end();
    }
    int end = at;
    for (Layer.Weight weight : layer.weights(inputs)) {
      end += weight.length();
    }
    return end;
  }

  /** Makes room for some rows. */
  void open(int rows) {
    this.rows = rows;
    if (y.length < rows * outputs) {
      y = new double[rows * outputs];
      dy = new double[rows * outputs];
      notes = new double[layer.notes(rows, inputs)];
    }
  }
}
