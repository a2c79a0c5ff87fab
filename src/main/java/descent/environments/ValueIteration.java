package descent.environments;

import descent.engine.Require;
import java.util.Arrays;

/**
 * Value iteration: what each action is worth if one acts best afterwards, from the rules of a
 * {@link DecisionProcess}. It puts Bellman's optimality equation to use until nothing changes:
 *
 * <pre>
 * Q(s, a) ← Σ p (r + γ max Q(s′, ·))      over the outcomes (p, s′, r) of a in s
 * </pre>
 *
 * <p>Each sweep over all states brings Q nearer to the solution by the factor γ at least. The
 * result is off by at most 10⁻¹⁰ of the largest value.
 *
 * <p>Source: Bellman 1957, <i>Dynamic Programming</i>, Princeton University Press.
 *
 * @param discount γ, what a reward one step later counts, from 0 to below 1
 */
public record ValueIteration(double discount) {

  private static final double TOLERANCE = 1e-10;

  /**
   * Checks the parameter.
   *
   * @param discount γ, what a reward one step later counts
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public ValueIteration {
    Require.that(discount >= 0 && discount < 1, "discount", discount, "a number in [0, 1)");
  }

  /**
   * Returns the exact values.
   *
   * @param process the rules
   * @return Q[state][action], 0 where the episode is over
   * @throws IllegalArgumentException if the process is null
   */
  public double[][] solve(DecisionProcess process) {
    Require.nonNull("process", process);
    double[][] q = new double[process.states()][process.actions()];
    double change;
    double largest;
    do {
      change = 0;
      largest = 0;
      for (int s = 0; s < q.length; s++) {
        for (int a = 0; a < q[s].length; a++) {
          double value = 0;
          for (DecisionProcess.Outcome o : process.outcomes(s, a)) {
            value += o.probability() * (o.reward() + discount * max(q[o.next()]));
          }
          change = Math.max(change, Math.abs(value - q[s][a]));
          largest = Math.max(largest, Math.abs(value));
          q[s][a] = value;
        }
      }
    } while (change > TOLERANCE * (1 - discount) * largest);
    return q;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
