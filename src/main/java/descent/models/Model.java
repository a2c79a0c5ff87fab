package descent.models;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function from parameters and inputs to predictions, and its way back: the gradient with respect
 * to the predictions becomes the gradient with respect to the parameters.
 */
public interface Model {

  /**
   * Returns how many parameters there are.
   *
   * @return the length of θ
   */
  int parameters();

  /**
   * Returns which part of θ is which weight. By default all is one vector, "theta".
   *
   * @return the map of {@link #parameters} numbers
   */
  default Parameters map() {
    return Parameters.of("theta", parameters());
  }

  /**
   * Returns the predictions for some inputs.
   *
   * @param theta the parameters θ; not changed
   * @param inputs X, a row for each sample; not changed
   * @return Ŷ, a row for each sample, in a new array
   * @throws IllegalArgumentException if an argument has another length or shape
   */
  INDArray predict(double[] theta, INDArray inputs);

  /**
   * Carries a gradient back from the predictions to the parameters: a vector–Jacobian product.
   *
   * @param theta the parameters θ; not changed
   * @param inputs X; not changed
   * @param slopes ∂L/∂Ŷ, of the shape of the predictions; not changed
   * @param gradient filled with ∂L/∂θ; as long as θ
   * @throws IllegalArgumentException if an argument has another length or shape
   */
  void pullback(double[] theta, INDArray inputs, INDArray slopes, double[] gradient);

  /**
   * Starts training. By default a model does the same in training as afterwards.
   *
   * @param seed where chance begins, if the model uses any in training; a step later it is one more
   * @return this model in training
   */
  default Learner learner(long seed) {
    return new PlainLearner(this);
  }
}
