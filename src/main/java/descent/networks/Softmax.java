package descent.networks;

import descent.math.Exp;
import descent.math.Range;

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
    int n = p.rows * p.inputs;
    double[] z = new double[n];
    for (int from = 0; from < n; from += p.inputs) {
      double max = Range.max(p.x, from, from + p.inputs);
      for (int i = from; i < from + p.inputs; i++) {
        z[i] = p.x[i] - max;
      }
    }
    Exp.of(z, p.y, n);
    for (int from = 0; from < n; from += p.inputs) {
      double sum = Range.sum(p.y, from, from + p.inputs);
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
