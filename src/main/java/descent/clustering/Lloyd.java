package descent.clustering;

import descent.engine.Require;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.optimizers.Snapshot;
import descent.optimizers.State;

/**
 * Lloyd's algorithm, often called k-means itself: every point goes to its nearest center, then
 * every center to the mean of its points.
 *
 * <pre>
 * cⱼ ← x̄ⱼ   =   cⱼ − n/(2 nⱼ) ∂f/∂cⱼ
 * </pre>
 *
 * <p>As the Hessian is diagonal with 2 nⱼ/n, this is Newton's method on {@link KMeans}, which is
 * the only objective that it takes. No step makes the value larger. A center without points stays
 * where it is; scikit-learn moves it to the point that is farthest from its own center.
 *
 * <p>Source: Lloyd 1982, doi 10.1109/TIT.1982.1056489; as Newton's method: Bottou and Bengio 1995,
 * <i>Advances in Neural Information Processing Systems</i> 7, 585–592.
 */
public record Lloyd() implements Optimizer {

  @Override
  public State start(double[] theta) {
    return new Alternation(this, Lloyd::next, Require.finite("theta", theta), 0);
  }

  @Override
  public State resume(Snapshot snapshot) {
    return Alternation.resume(this, Lloyd::next, snapshot);
  }

  private static double[] next(Objective objective, double[] theta) {
    Require.that(objective instanceof KMeans, "objective", objective, "KMeans");
    return ((KMeans) objective).means(theta);
  }
}
