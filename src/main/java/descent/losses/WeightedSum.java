package descent.losses;

import descent.engine.Reduction;
import descent.engine.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A weighted sum of losses, which is a loss.
 *
 * <pre>
 * L(ŷ, y)  = Σᵢ wᵢ Lᵢ(ŷ, y)
 * ∂L/∂ŷ    = Σᵢ wᵢ ∂Lᵢ/∂ŷ
 * </pre>
 *
 * <pre>{@code
 * Loss loss = WeightedSum.of(0.8, new MeanSquaredError()).plus(0.2, new MeanAbsoluteError());
 * }</pre>
 *
 * <p>Predictions and targets: what all of the losses accept. The mean is the weighted sum of their
 * means.
 *
 * @param terms the losses with their weights, at least one
 */
public record WeightedSum(List<Term> terms) implements Loss {

  /**
   * A loss and how much it counts.
   *
   * @param weight w, a finite number, 0 or above
   * @param loss the loss
   */
  public record Term(double weight, Loss loss) {

    /**
     * Checks weight and loss.
     *
     * @param weight w
     * @param loss the loss
     * @throws IllegalArgumentException if the weight is not a finite number, 0 or above, or the
     *     loss is null
     */
    public Term {
      Require.nonNegative("weight", weight);
      Require.nonNull("loss", loss);
    }
  }

  /**
   * Checks and copies the terms.
   *
   * @param terms the losses with their weights
   * @throws IllegalArgumentException if there are none
   */
  public WeightedSum {
    Require.nonNull("terms", terms);
    Require.that(!terms.isEmpty(), "terms", "empty", "at least one");
    terms = List.copyOf(terms);
  }

  /**
   * Creates a sum with one term, to which {@link #plus} adds others.
   *
   * @param weight w, a finite number, 0 or above
   * @param loss the loss
   * @return w · loss
   * @throws IllegalArgumentException if the weight is negative or not finite, or the loss is null
   */
  public static WeightedSum of(double weight, Loss loss) {
    return new WeightedSum(List.of(new Term(weight, loss)));
  }

  /**
   * Returns this sum with another term.
   *
   * @param weight w, a finite number, 0 or above
   * @param loss the loss
   * @return a new sum
   * @throws IllegalArgumentException if the weight is negative or not finite, or the loss is null
   */
  public WeightedSum plus(double weight, Loss loss) {
    List<Term> all = new ArrayList<>(terms);
    all.add(new Term(weight, loss));
    return new WeightedSum(all);
  }

  @Override
  public double evaluate(
      INDArray predictions,
      INDArray targets,
      INDArray weights,
      Reduction reduction,
      INDArray gradient) {
    Term first = terms.get(0);
    double sum =
        first.weight * first.loss.evaluate(predictions, targets, weights, reduction, gradient);
    if (gradient != null) {
      gradient.muli(first.weight);
    }
    for (Term term : terms.subList(1, terms.size())) {
      try (INDArray own = gradient == null ? null : gradient.ulike()) {
        double value = term.loss.evaluate(predictions, targets, weights, reduction, own);
        sum += term.weight * value;
        if (own != null) {
          gradient.addi(own.muli(term.weight));
        }
      }
    }
    return sum;
  }

  @Override
  public INDArray values(INDArray predictions, INDArray targets) {
    INDArray sum = null;
    for (Term term : terms) {
      INDArray own = term.loss.values(predictions, targets).muli(term.weight);
      if (sum == null) {
        sum = own;
      } else {
        Require.sameShape("the values of " + term.loss, own, "those of the first", sum);
        sum.addi(own);
        own.close();
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    return terms.stream().map(t -> t.weight + " " + t.loss).collect(Collectors.joining(" + "));
  }
}
