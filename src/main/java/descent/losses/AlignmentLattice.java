package descent.losses;

import descent.math.Exp;
import descent.math.Log;
import descent.math.Range;

/**
 * All ways in which a sequence of labels can lie in a number of steps, added up without walking
 * each: forward and backward, in logarithms.
 *
 * <pre>
 * states     0, y₁, 0, y₂, 0, …, y_U, 0        a blank, class 0, before, between and behind labels
 * a₁(s)    = 1 for the first two states, else 0
 * aₜ₊₁(s)  = Σ aₜ(r) pₜ(class of r)            over r = s, s − 1, and s − 2 if s is a label other
 *                                              than that of s − 2
 * b        = the same from the end
 * γₜ(s)    = aₜ(s) pₜ(class of s) bₜ(s) / P    the probability of being in s at step t
 * P        = the sum of the numerators, the same for every t
 * </pre>
 *
 * <p>Every step's logarithms are shifted so that the largest is 0, which keeps their last digits
 * however long the sequence is.
 */
final class AlignmentLattice {

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final int steps;
  private final int classes;
  private final int[] states; // the class of each
  private final double[] logP; // [steps, classes]
  private final double[][] occupancies;
  private double logLikelihood;

  AlignmentLattice(double[] logP, int steps, int classes, int[] labels) {
    this.steps = steps;
    this.classes = classes;
    this.logP = logP;
    this.states = new int[2 * labels.length + 1];
    for (int i = 0; i < labels.length; i++) {
      states[2 * i + 1] = labels[i];
    }
    this.occupancies = new double[steps][states.length];
    double[][] from = new double[steps][];
    double logFactor = arrivals(false, from); // what the shifts have taken from the last step
    double[][] to = new double[steps][];
    arrivals(true, to);
    for (int t = 0; t < steps; t++) {
      double logSum = meet(from[t], t, to[steps - 1 - t], occupancies[t]);
      logLikelihood = logSum + logFactor; // at the last step, whose b is not shifted
    }
  }

  /** Returns log P; −∞ if the labels do not fit into the steps. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** Subtracts from numbers [steps, classes] how probable each class is at each step, given y. */
  void subtractOccupancies(double[] x) {
    for (int t = 0; t < steps; t++) {
      for (int s = 0; s < states.length; s++) {
        x[t * classes + states[s]] -= occupancies[t][s];
      }
    }
  }

  /** Fills γ, and returns the logarithm of the sum that it is divided by. */
  private double meet(double[] from, int t, double[] to, double[] gamma) {
    int n = states.length;
    double[] x = new double[n];
    for (int s = 0; s < n; s++) {
      x[s] = from[s] + logP[t * classes + states[s]] + to[n - 1 - s];
    }
    double largest = Math.max(-Double.MAX_VALUE, Range.max(x, 0, n));
    for (int s = 0; s < n; s++) {
      x[s] -= largest;
    }
    Exp.of(x, gamma, n);
    double sum = Range.sum(gamma, 0, n);
    for (int s = 0; s < n; s++) {
      gamma[s] /= sum;
    }
    return largest + Math.log(sum);
  }

  /** Fills log a, or log b, which is a of everything reversed; returns the sum of all shifts. */
  private double arrivals(boolean reversed, double[][] arrivals) {
    int n = states.length;
    double[] skip = new double[n]; // log of 1 or 0
    double[] last = new double[n + 2]; // two states before the first, where nobody ever is
    double[] now = new double[n];
    for (int s = 0; s < n; s++) {
      skip[s] = s > 1 && states[s] != states[s - 2] ? 0 : NEVER; // blanks equal each other
      now[s] = s < 2 ? 0 : NEVER;
    }
    if (reversed) { // the transition from s − 2 to s, seen from the other end
      double[] forward = skip.clone();
      for (int s = 2; s < n; s++) {
        skip[s] = forward[n + 1 - s];
      }
    }
    double shifts = 0;
    for (int t = 0; t < steps; t++) {
      if (t > 0) {
        now = step(last, skip);
        double largest = Range.max(now, 0, n);
        for (int s = 0; s < n; s++) {
          now[s] -= largest;
        }
        shifts += largest;
      }
      arrivals[t] = now;
      int row = (reversed ? steps - 1 - t : t) * classes;
      last[0] = NEVER;
      last[1] = NEVER;
      for (int s = 0; s < n; s++) {
        last[s + 2] = now[s] + logP[row + states[reversed ? n - 1 - s : s]];
      }
    }
    return shifts;
  }

  /** Returns log (eˣ + eʸ + eᶻ) for each state: x stays, y comes from the one before, z skips. */
  private static double[] step(double[] last, double[] skip) {
    int n = skip.length;
    double[] largest = new double[n];
    double[] x = new double[3 * n];
    for (int s = 0; s < n; s++) {
      double z = last[s] + skip[s];
      double m = Math.max(-Double.MAX_VALUE, Math.max(z, Math.max(last[s + 1], last[s + 2])));
      largest[s] = m;
      x[s] = last[s + 2] - m;
      x[n + s] = last[s + 1] - m;
      x[2 * n + s] = z - m;
    }
    double[] e = new double[3 * n];
    Exp.of(x, e, 3 * n);
    for (int s = 0; s < n; s++) {
      e[s] += e[n + s] + e[2 * n + s];
    }
    double[] log = new double[n];
    Log.of(e, log, n);
    for (int s = 0; s < n; s++) {
      log[s] += largest[s];
    }
    return log;
  }
}
