package descent.networks;

import descent.engine.Transfer;
import descent.models.Learner;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network in training. Its arrays are made once and used again at every step. */
final class NetworkLearner implements Learner {

  private final Network network;
  private final Chain chain;
  private long seed;
  private boolean seen; // whether there was a pass since the last step
  private INDArray predictions;

  NetworkLearner(Network network, long seed) {
    this.network = network;
    this.chain = network.chain();
    this.seed = seed;
  }

  @Override
  public INDArray predict(double[] theta, INDArray inputs) {
    double[] x = network.numbers(theta, inputs);
    int rows = (int) inputs.size(0);
    double[] y = chain.forward(theta, x, rows, true, seed);
    seen = true;
    int outputs = chain.last().outputs;
    if (predictions != null
        && predictions.size(0) == rows
        && predictions.dataType() == inputs.dataType()) {
      Transfer.write(y, predictions);
    } else {
      close();
      predictions = Network.array(inputs, y, rows, outputs);
    }
    return predictions;
  }

  @Override
  public void pullback(INDArray slopes, double[] gradient) {
    Pass last = chain.last();
    double[] dy = Network.slopes(slopes, last.rows, last.outputs);
    System.arraycopy(dy, 0, last.dy, 0, dy.length);
    Arrays.fill(gradient, 0);
    Pass first = chain.passes.get(0);
    chain.backward(gradient, new double[first.rows * first.inputs], false);
  }

  @Override
  public void advance() {
    if (seen) {
      chain.each(pass -> pass.layer().advance(pass));
      seen = false;
    }
    seed++;
  }

  @Override
  public Network model() {
    return network.with(chain);
  }

  @Override
  public void close() {
    if (predictions != null) {
      predictions.close();
      predictions = null;
    }
  }
}
