package descent.models;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A model that does the same in training as afterwards. */
final class PlainLearner implements Learner {

  private final Model model;
  private double[] theta;
  private INDArray inputs;
  private INDArray predictions;

  PlainLearner(Model model) {
    this.model = model;
  }

  @Override
  public INDArray predict(double[] theta, INDArray inputs) {
    close();
    this.theta = theta;
    this.inputs = inputs;
    predictions = model.predict(theta, inputs);
    return predictions;
  }

  @Override
  public void pullback(INDArray slopes, double[] gradient) {
    model.pullback(theta, inputs, slopes, gradient);
  }

  @Override
  public void advance() {}

  @Override
  public Model model() {
    return model;
  }

  @Override
  public void close() {
    if (predictions != null) {
      predictions.close();
      predictions = null;
    }
  }
}
