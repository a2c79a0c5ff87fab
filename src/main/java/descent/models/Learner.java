package descent.models;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model in training: forward and then back on the same batch, and what moves from step to step,
 * such as running averages or which units drop out. The same θ and batch give the same answer until
 * {@link #advance}.
 */
public interface Learner extends AutoCloseable {

  /**
   * Returns the predictions in training.
   *
   * @param theta the parameters θ; not changed
   * @param inputs X, a row for each sample; not changed
   * @return Ŷ, in an array that belongs to the learner and is good until the next call
   * @throws IllegalArgumentException if an argument has another length or shape
   */
  INDArray predict(double[] theta, INDArray inputs);

  /**
   * Carries a gradient back through the last call of {@link #predict}.
   *
   * @param slopes ∂L/∂Ŷ, of the shape of the predictions; not changed
   * @param gradient filled with ∂L/∂θ; as long as θ
   */
  void pullback(INDArray slopes, double[] gradient);

  /** Moves on after a step was taken. */
  void advance();

  /**
   * Returns the model as it would predict after the training so far.
   *
   * @return the model, with a copy of what it has gathered beside θ
   */
  Model model();

  /** Frees the arrays that belong to the learner. */
  @Override
  void close();
}
