package descent.optimizers;

import descent.engine.Require;
import descent.objectives.Objective;
import descent.objectives.TwiceDifferentiable;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Newton's method: a jump to where the parabola that fits value, gradient and curvature has its
 * stationary point.
 *
 * <pre>
 * θ ← θ − (H + λ I)⁻¹ g          H = the matrix of second derivatives at θ
 * </pre>
 *
 * <p>Near a minimum each step doubles the number of right digits. Elsewhere the stationary point
 * may be a saddle or a maximum, and it goes there; λ above the most negative curvature prevents
 * that. A step costs n² numbers and n³ operations. The objective has to be {@link
 * TwiceDifferentiable}, and its values exact.
 *
 * <p>Source: Nocedal and Wright 2006, <i>Numerical Optimization</i>, section 3.3, doi
 * 10.1007/978-0-387-40065-5.
 *
 * @param damping λ, 0 or above
 */
public record Newton(double damping) implements Optimizer {

  /**
   * Checks the damping.
   *
   * @param damping λ
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Newton {
    Require.nonNegative("damping", damping);
  }

  /** Creates Newton's method without damping. */
  public Newton() {
    this(0);
  }

  @Override
  public State start(double[] theta) {
    return new Run(this, Require.finite("theta", theta).clone(), 0);
  }

  @Override
  public State resume(Snapshot snapshot) {
    return new Run(this, Snapshot.theta(snapshot, this), snapshot.steps());
  }

  private static final class Run implements State {
    private final Newton optimizer;
    private final double[] theta;
    private final double[] gradient;
    private int steps;

    Run(Newton optimizer, double[] theta, int steps) {
      this.optimizer = optimizer;
      this.theta = theta;
      this.gradient = new double[theta.length];
      this.steps = steps;
    }

    @Override
    public double step(Objective objective) {
      Require.nonNull("objective", objective);
      Require.that(
          objective instanceof TwiceDifferentiable,
          "objective",
          objective,
          "one with second derivatives, TwiceDifferentiable");
      double value = Evaluation.of(objective, theta, gradient, steps + 1);
      double[] way = solve((TwiceDifferentiable) objective);
      for (int i = 0; i < theta.length; i++) {
        theta[i] -= way[i];
      }
      steps++;
      objective.advance();
      return value;
    }

    private double[] solve(TwiceDifferentiable objective) {
      double[][] hessian = new double[theta.length][theta.length];
      objective.hessian(theta, hessian);
      for (int i = 0; i < theta.length; i++) {
        hessian[i][i] += optimizer.damping;
        Require.finite("hessian[" + i + "]", hessian[i]);
      }
      double[] way =
          new LUDecomposition(new Array2DRowRealMatrix(hessian, false), 0)
              .getSolver()
              .solve(new ArrayRealVector(gradient, false))
              .toArray();
      return Require.finite("Newton's step", way); // along a flat direction there is none
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
      throw new IllegalArgumentException("slot is " + name + "; Newton's method remembers nothing");
    }

    @Override
    public Snapshot snapshot() {
      return new Snapshot(optimizer, steps, theta, Map.of());
    }
  }
}
