package descent.reinforcement;

import descent.engine.Require;
import descent.environments.Transition;
import descent.losses.ElementwiseLoss;
import descent.models.Model;
import descent.objectives.Objective;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The temporal-difference loss as a function of θ as a whole, target included, with its full
 * gradient (the <i>residual gradient</i>):
 *
 * <pre>
 * y(θ)     = r + γ Q(s′, a′; θ),   a′ the best action in s′       r alone where the episode is over
 * L(θ)     = mean of ℓ(Q(s, a; θ), y(θ))
 * ∂L/∂θ    = mean of ∂ℓ/∂ŷ · (∂Q(s, a; θ)/∂θ − γ ∂Q(s′, a′; θ)/∂θ)
 * </pre>
 *
 * <p>Where an action can lead to different states, its minimum is not where the values are right:
 * the mean of a square is the square of the mean <i>plus a variance</i>, which the full gradient
 * makes small as well. {@link TemporalDifference} is without this bias.
 *
 * <p>Source: Baird 1995, doi 10.1016/B978-1-55860-377-6.50013-X.
 */
public final class BellmanResidual implements Objective {

  private final Model model;
  private final ElementwiseLoss loss;
  private final double discount;
  private final Experience experience;

  /**
   * Creates the loss.
   *
   * @param model from states to the values of all actions, [rows, actions]
   * @param loss ℓ, a function of the difference ŷ − y alone, such as the squared error or Huber's,
   *     so that its slope in y is minus the one in ŷ
   * @param discount γ, what a reward one step later counts, from 0 to 1
   * @param transitions the batch; not changed
   * @throws IllegalArgumentException if an argument is null, the discount out of range, or the
   *     batch empty or of states of different lengths
   */
  public BellmanResidual(
      Model model, ElementwiseLoss loss, double discount, List<Transition> transitions) {
    this.model = Require.nonNull("model", model);
    this.loss = Require.nonNull("loss", loss);
    this.discount = discount;
    experience = new Experience(transitions, discount);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    INDArray q = model.predict(theta, experience.states);
    INDArray next = model.predict(theta, experience.nexts);
    int[] best = experience.best(next);
    INDArray targets = experience.targets(next, best);
    INDArray slopes = Nd4j.createUninitialized(targets.dataType(), targets.shape(), 'c');
    double value = loss.evaluate(experience.predictions(q), targets, slopes);
    INDArray here = Experience.spread(slopes, 1, experience.taken, q.columns());
    INDArray there = Experience.spread(slopes, -discount, best, q.columns());
    double[] second = new double[theta.length];
    model.pullback(theta, experience.nexts, there, second);
    model.pullback(theta, experience.states, here, gradient);
    for (int i = 0; i < theta.length; i++) {
      gradient[i] += second[i];
    }
    return value;
  }

  @Override
  public String toString() {
    return "BellmanResidual[" + loss + " of " + model + " on " + experience.taken.length + "]";
  }
}
