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
 * The temporal-difference loss of Q-learning (时序差分损失) on a batch of transitions (s, a, r, s′): the
 * value of what was done against a guess of what it should be. The guess is made once, with
 * parameters θ⁻ that are <i>held fixed</i>:
 *
 * <pre>
 * y        = r + γ max Q(s′, ·; θ⁻)       r alone where the episode is over
 * L(θ)     = mean of ℓ(Q(s, a; θ), y)
 * ∂L/∂θ    = mean of ∂ℓ/∂ŷ · ∂Q(s, a; θ)/∂θ
 * </pre>
 *
 * <p>As a function of θ this is an ordinary loss with an ordinary gradient. With θ⁻ = θ at each
 * step it is Q-learning (a <i>semi-gradient</i>: y hangs on θ as well, which the gradient does not
 * see; {@link BellmanResidual} does); with θ⁻ renewed now and then, deep Q-learning with a target
 * network. For a table and ℓ = ½(ŷ − y)² a step along it is Watkins' rule.
 *
 * <p>Sources: Watkins and Dayan 1992, doi 10.1007/BF00992698; Mnih et al. 2015, doi
 * 10.1038/nature14236, whose clipped error is {@link descent.losses.Huber} with δ = 1.
 */
public final class TemporalDifference implements Objective {

  private final Model model;
  private final ElementwiseLoss loss;
  private final Experience experience;
  private final INDArray targets;

  /**
   * Makes the targets.
   *
   * @param model from states to the values of all actions, [rows, actions]
   * @param loss ℓ, what compares a value with its target
   * @param discount γ, what a reward one step later counts, from 0 to 1
   * @param transitions the batch; not changed
   * @param held θ⁻, the parameters that the targets are made with; not changed
   * @throws IllegalArgumentException if an argument is null, the discount out of range, the batch
   *     empty, or its states, actions or θ⁻ do not fit the model
   */
  public TemporalDifference(
      Model model,
      ElementwiseLoss loss,
      double discount,
      List<Transition> transitions,
      double[] held) {
    this.model = Require.nonNull("model", model);
    this.loss = Require.nonNull("loss", loss);
    experience = new Experience(transitions, discount);
    INDArray next = model.predict(held, experience.nexts);
    targets = experience.targets(next, experience.best(next));
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    INDArray q = model.predict(theta, experience.states);
    INDArray slopes = Nd4j.createUninitialized(targets.dataType(), targets.shape(), 'c');
    double value = loss.evaluate(experience.predictions(q), targets, slopes);
    INDArray all = Experience.spread(slopes, 1, experience.taken, q.columns());
    model.pullback(theta, experience.states, all, gradient);
    return value;
  }

  @Override
  public double value(double[] theta) {
    INDArray q = model.predict(theta, experience.states);
    return loss.value(experience.predictions(q), targets);
  }

  @Override
  public String toString() {
    return "TemporalDifference[" + loss + " of " + model + " on " + targets.length() + "]";
  }
}
