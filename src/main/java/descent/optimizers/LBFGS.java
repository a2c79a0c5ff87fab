package descent.optimizers;

import descent.engine.Require;
import descent.objectives.Objective;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * L-BFGS: Newton's direction, guessed from the last few steps and changes of the gradient.
 *
 * <pre>
 * sₖ = θₖ₊₁ − θₖ,   yₖ = gₖ₊₁ − gₖ          the last m pairs are kept
 * d  = −H g                                 H from the pairs, by the two-loop recursion
 * θ ← θ + a d                               a = 1, halved until f falls by 10⁻⁴ a |gᵀd|
 * </pre>
 *
 * <p>The first direction is −g/‖g‖₁, if that is shorter than −g. A pair with sᵀy ≤ 10⁻¹⁰ ‖s‖ ‖y‖ is
 * not kept. Where not even 60 halvings help, θ stays where it is. One step evaluates the objective
 * at least twice. Exact gradients only: noise goes straight into the curvature.
 *
 * <p>Source: Liu and Nocedal 1989, doi 10.1007/BF01589116; the recursion and the line search as in
 * Nocedal and Wright 2006, <i>Numerical Optimization</i>, algorithms 7.4 and 3.1, doi
 * 10.1007/978-0-387-40065-5.
 *
 * @param pairs m, how many pairs are kept, at least 1
 */
public record LBFGS(int pairs) implements Optimizer {

  /**
   * Checks the number of pairs.
   *
   * @param pairs m
   * @throws IllegalArgumentException if it is below 1
   */
  public LBFGS {
    Require.that(pairs >= 1, "pairs", pairs, "1 or more");
  }

  /** Creates L-BFGS with 10 pairs. */
  public LBFGS() {
    this(10);
  }

  @Override
  public State start(double[] theta) {
    return new Run(this, Require.finite("theta", theta).clone());
  }

  @Override
  public State resume(Snapshot snapshot) {
    Run run = new Run(this, Snapshot.theta(snapshot, this));
    run.steps = snapshot.steps();
    int n = run.theta.length;
    for (int k = 1; k <= snapshot.memory().size() / 2; k++) {
      run.pairs.addLast(new Pair(snapshot.memory("s" + k, n), snapshot.memory("y" + k, n)));
    }
    return run;
  }

  private record Pair(double[] s, double[] y) {
    double curvature() {
      return dot(s, y);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  private static final class Run implements State {
    private static final int HALVINGS = 60;

    private final LBFGS optimizer;
    private final Deque<Pair> pairs = new ArrayDeque<>(); // the oldest first
    private final double[] theta;
    private final double[] gradient;
    private int steps;

    Run(LBFGS optimizer, double[] theta) {
      this.optimizer = optimizer;
      this.theta = theta;
      this.gradient = new double[theta.length];
    }

    @Override
    public double step(Objective objective) {
      double value = Evaluation.of(objective, theta, gradient, steps + 1);
      double[] way = direction();
      double descent = dot(gradient, way);
      double[] next = theta.clone();
      double[] nextGradient = new double[theta.length];
      double a = 1;
      for (int k = 0; k < HALVINGS && descent < 0; k++, a *= 0.5) {
        System.arraycopy(theta, 0, next, 0, theta.length);
        add(next, a, way);
        double reached = objective.evaluate(next, nextGradient);
        if (reached <= value + 1e-4 * a * descent) {
          keep(next, nextGradient);
          System.arraycopy(next, 0, theta, 0, theta.length);
          break;
        }
      }
      steps++;
      objective.advance();
      return value;
    }

    /** The two-loop recursion. */
    private double[] direction() {
      double[] q = gradient.clone();
      double[] alpha = new double[pairs.size()];
      int k = alpha.length;
      for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
        Pair pair = newest.next();
        alpha[--k] = dot(pair.s, q) / pair.curvature();
        add(q, -alpha[k], pair.y);
      }
      double scale = -Math.min(1, 1 / Arrays.stream(gradient).map(Math::abs).sum());
      if (!pairs.isEmpty()) {
        Pair last = pairs.getLast();
        scale = -last.curvature() / dot(last.y, last.y);
      }
      for (int i = 0; i < q.length; i++) {
        q[i] *= scale;
      }
      for (Pair pair : pairs) {
        double beta = dot(pair.y, q) / pair.curvature();
        add(q, -alpha[k++] - beta, pair.s);
      }
      return q;
    }

    private void keep(double[] next, double[] nextGradient) {
      double[] s = next.clone();
      add(s, -1, theta);
      double[] y = nextGradient.clone();
      add(y, -1, gradient);
      if (dot(s, y) > 1e-10 * Math.sqrt(dot(s, s)) * Math.sqrt(dot(y, y))) {
        pairs.addLast(new Pair(s, y));
        if (pairs.size() > optimizer.pairs) {
          pairs.removeFirst();
        }
      }
    }

    @Override
    public double[] theta() {
      return theta.clone();
    }

    @Override
    public int steps() {
      return steps;
    }

    @Override
    public double[] slot(String name) {
      Map<String, double[]> memory = snapshot().memory();
      Require.that(memory.containsKey(name), "slot", name, "one of " + memory.keySet());
      return memory.get(name);
    }

    @Override
    public Snapshot snapshot() {
      Map<String, double[]> memory = new LinkedHashMap<>();
      int k = 1;
      for (Pair pair : pairs) {
        memory.put("s" + k, pair.s);
        memory.put("y" + k++, pair.y);
      }
      return new Snapshot(optimizer, steps, theta, memory);
    }
  }
}
