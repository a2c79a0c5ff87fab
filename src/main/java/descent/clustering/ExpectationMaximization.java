package descent.clustering;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.optimizers.Snapshot;
import descent.optimizers.State;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Expectation–maximization (EM) for a {@link GaussianMixture}, the only objective that it takes:
 * first how far each component is responsible for each point, then for each component the share,
 * the mean and the covariance of the points that it is responsible for.
 *
 * <pre>
 * E:  rᵢⱼ at the present θ                                Nⱼ = Σᵢ rᵢⱼ
 * M:  πⱼ ← Nⱼ/n     μⱼ ← 1/Nⱼ Σᵢ rᵢⱼ xᵢ     Σⱼ ← 1/Nⱼ Σᵢ rᵢⱼ (xᵢ − μⱼ)(xᵢ − μⱼ)ᵀ
 * </pre>
 *
 * <p>No step makes the value larger. A component that shrinks to a single point has no covariance
 * that can be inverted: a step there throws a {@link NonFiniteException}, so that a training ends
 * as diverged. scikit-learn adds 10⁻⁶ to the variances instead.
 *
 * <p>Source: Dempster, Laird and Rubin 1977, doi 10.1111/j.2517-6161.1977.tb01600.x.
 */
public record ExpectationMaximization() implements Optimizer {

  @Override
  public State start(double[] theta) {
    return new Alternation(this, ExpectationMaximization::next, Require.finite("theta", theta), 0);
  }

  @Override
  public State resume(Snapshot snapshot) {
    return Alternation.resume(this, ExpectationMaximization::next, snapshot);
  }

  private static double[] next(Objective objective, double[] theta) {
    Require.that(objective instanceof GaussianMixture, "objective", objective, "a GaussianMixture");
    GaussianMixture mixture = (GaussianMixture) objective;
    Points points = mixture.points();
    int d = points.columns();
    double[][] r = mixture.responsibilities(theta);
    double[] next = new double[theta.length];
    for (int j = 0; j < r[0].length; j++) {
      double size = 0;
      double[] mean = new double[d];
      for (int i = 0; i < r.length; i++) {
        size += r[i][j];
        for (int q = 0; q < d; q++) {
          mean[q] += r[i][j] * points.x()[i * d + q];
        }
      }
      next[j] = Math.log(size / r.length);
      for (int q = 0; q < d; q++) {
        mean[q] /= size;
      }
      System.arraycopy(mean, 0, next, mixture.mean(j), d);
      double[][] covariance = new double[d][d];
      for (int i = 0; i < r.length; i++) {
        for (int p = 0; p < d; p++) {
          for (int q = 0; q < d; q++) {
            double product = (points.x()[i * d + p] - mean[p]) * (points.x()[i * d + q] - mean[q]);
            covariance[p][q] += r[i][j] / size * product;
          }
        }
      }
      RealMatrix whitening = inverseFactor(covariance, rounding(mean), j);
      for (int p = 0, at = mixture.triangle(j); p < d; p++) {
        for (int q = 0; q <= p; q++, at++) {
          double entry = whitening.getEntry(p, q);
          next[at] = p == q ? Math.log(entry) : entry;
        }
      }
    }
    return next;
  }

  /** Returns what may remain of a variance by rounding alone. */
  private static double rounding(double[] mean) {
    double ulp = Math.ulp(Arrays.stream(mean).map(Math::abs).max().orElseThrow());
    return 64 * ulp * ulp;
  }

  /** Returns A, the inverse of the lower triangle L with L Lᵀ = Σ. */
  private static RealMatrix inverseFactor(double[][] covariance, double least, int component) {
    RealMatrix sigma = new Array2DRowRealMatrix(covariance, false);
    try {
      RealMatrix factor = new CholeskyDecomposition(sigma, 1e-9, least).getL();
      return new LUDecomposition(factor, 0).getSolver().getInverse();
    } catch (NonPositiveDefiniteMatrixException e) {
      String what = "the inverse covariance of component " + component;
      throw new NonFiniteException(what, Double.POSITIVE_INFINITY);
    }
  }
}
