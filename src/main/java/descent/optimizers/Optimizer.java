package descent.optimizers;

/**
 * A rule for moving parameters towards smaller values of an objective. An optimizer itself has no
 * memory; each run has its own {@link State}, so running the same cell again starts afresh.
 */
public interface Optimizer {

  /**
   * Starts a run.
   *
   * @param theta the first θ; copied
   * @return the run's state, before its first step
   * @throws IllegalArgumentException if θ is null, empty or not finite
   */
  State start(double[] theta);

  /**
   * Goes on with a run exactly where a snapshot was taken.
   *
   * @param snapshot what {@link State#snapshot} returned; copied
   * @return the run's state
   * @throws IllegalArgumentException if it is null or was taken from another optimizer
   */
  State resume(Snapshot snapshot);
}
