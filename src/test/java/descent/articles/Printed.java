package descent.articles;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.networks.Dense;
import descent.networks.Layer;
import descent.networks.Network;
import descent.objectives.Objective;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the tests of the articles share: arrays, and what was recorded of other libraries. */
final class Printed {

  private Printed() {}

  /** Returns a matrix of doubles. */
  static INDArray matrix(double[]... rows) {
    return Nd4j.createFromArray(rows);
  }

  /** Returns a column, [n, 1]. */
  static INDArray column(double... values) {
    return Nd4j.createFromArray(values).reshape(values.length, 1);
  }

  /** Returns Gaussian numbers. */
  static INDArray gaussian(long seed, long rows, long columns) {
    Nd4j.getRandom().setSeed(seed);
    return Nd4j.randn(DataType.DOUBLE, rows, columns);
  }

  /** Returns the differences of every target and every prediction, as NumPy broadcasts them. */
  static INDArray broadcastDifferences(INDArray targets, INDArray predictions) {
    long n = targets.length();
    INDArray across = targets.reshape(1, n).broadcast(n, n);
    return across.sub(predictions.reshape(n, 1).broadcast(n, n));
  }

  /** Returns the gradient of an objective. */
  static double[] gradient(Objective objective, double[] theta) {
    double[] gradient = new double[theta.length];
    objective.evaluate(theta, gradient);
    return gradient;
  }

  /** Returns the Euclidean norm of a range. */
  static double norm(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  /** Returns what NumPy, SciPy and PyTorch did. */
  static JsonArray recorded(String name) {
    return Fixtures.cases("articles.json", name);
  }

  /** Returns the first of what TensorFlow did. */
  static JsonObject inTensorFlow(String name) {
    return Fixtures.cases("articles_tensorflow.json", name).get(0).getAsJsonObject();
  }

  /** Returns the class of the exception that was raised in Python. */
  static String raised(JsonObject recorded, String name) {
    return recorded.getAsJsonObject(name).get("raises").getAsString();
  }

  /** Ten layers of eight units, from four inputs to one output. */
  static Network deep(Layer activation) {
    Layer[] layers = new Layer[21];
    for (int i = 0; i < 20; i += 2) {
      layers[i] = new Dense(8);
      layers[i + 1] = activation;
    }
    layers[20] = new Dense(1);
    return Network.of(4, layers);
  }
}
