package descent.networks;

/**
 * Probabilities of classes from a row of logits. For training, a loss on logits such as {@code
 * SoftmaxCrossEntropy} is right without this layer; it is for where a probability is wanted.
 *
 * <pre>
 * yⱼ = exp(xⱼ − max x) / Σₖ exp(xₖ − max x)          ∂L/∂xⱼ = yⱼ (∂L/∂yⱼ − Σₖ yₖ ∂L/∂yₖ)
 * </pre>
 */
public record Softmax() implements Layer {

  @Override
  public void forward(Pass p) {
    for (int from = 0; from < p.rows * p.inputs; from += p.inputs) {
      double max = Double.NEGATIVE_INFINITY;
      for (int i = from; i < from + p.inputs; i++) {
        max = Math.max(max, p.x[i]);
      }
      double sum = 0;
      for (int i = from; i < from + p.inputs; i++) {
        p.y[i] = Math.exp(p.x[i] - max);
        sum += p.y[i];
      }
      for (int i = from; i < from + p.inputs; i++) {
        p.y[i] /= sum;
      }
    }
  }

  @Override
  public void backward(Pass p) {
    for (int from = 0; from < p.rows * p.inputs; from += p.inputs) {
      double mean = 0;
      for (int i = from; i < from + p.inputs; i++) {
        mean += p.y[i] * p.dy[i];
      }
      for (int i = from; i < from + p.inputs; i++) {
        p.dx[i] = p.y[i] * (p.dy[i] - mean);
      }
    }
  }
}
