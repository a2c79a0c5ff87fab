package descent.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class PolicyGradientTest {

  private static double[] slopes(PolicyGradient loss, double[] z, double... t) {
    double[] gradient = new double[z.length];
    loss.row(z, t, gradient);
    return gradient;
  }

  @Test
  void byHand() {
    double[] z = {0, Math.log(3)}; // p = 1/4, 3/4
    PolicyGradient loss = new PolicyGradient();
    double[] gradient = new double[2];
    assertEquals(2 * Math.log(4), loss.row(z, new double[] {2, 0}, gradient), 1e-15);
    assertArrayEquals(new double[] {-1.5, 1.5}, gradient, 1e-15);
    double entropy = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0);
    assertEquals(-0.5 * entropy, new PolicyGradient(0.5).row(z, new double[2], gradient), 1e-15);
  }

  @Test
  void withAdvantageOneItIsTheSoftmaxCrossEntropy() {
    var z = Nd4j.createFromArray(new double[][] {{1, -2, 0.5}, {3, 3, 1}});
    var t = Nd4j.createFromArray(new double[][] {{0, 1, 0}, {1, 0, 0}});
    PolicyGradient loss = new PolicyGradient();
    assertEquals(new SoftmaxCrossEntropy().value(z, t), loss.value(z, t), 1e-15);
    assertEquals(0, new SoftmaxCrossEntropy().gradient(z, t).distance2(loss.gradient(z, t)), 1e-15);
  }

  /**
   * Over actions drawn from p: minus the gradient of the expected reward, whatever the baseline.
   */
  @Test
  void theMeanIsMinusTheGradientOfTheExpectedReward() {
    double[] z = {0.3, -0.4, 1};
    double[] reward = {1, 5, -2};
    double[] p = new double[3];
    LogSoftmax.of(z, p);
    double expected = 0;
    for (int a = 0; a < 3; a++) {
      p[a] = Math.exp(p[a]);
      expected += p[a] * reward[a];
    }
    for (double baseline : new double[] {0, expected, 100}) {
      double[] mean = new double[3];
      for (int a = 0; a < 3; a++) {
        double[] t = new double[3];
        t[a] = reward[a] - baseline;
        double[] slopes = slopes(new PolicyGradient(), z, t);
        for (int j = 0; j < 3; j++) {
          mean[j] += p[a] * slopes[j];
        }
      }
      for (int j = 0; j < 3; j++) {
        assertEquals(-p[j] * (reward[j] - expected), mean[j], 1e-13);
      }
    }
  }

  @Test
  void theBonusPullsTowardsAllTheSame() {
    double[] even = slopes(new PolicyGradient(2), new double[] {5, 5, 5, 5}, 0, 0, 0, 0);
    assertArrayEquals(new double[4], even, 1e-15);
    double[] z = new Random(1).doubles(5, -3, 3).toArray();
    for (int step = 0; step < 2000; step++) {
      double[] slopes = slopes(new PolicyGradient(1), z, new double[5]);
      for (int j = 0; j < 5; j++) {
        z[j] -= 0.5 * slopes[j];
      }
    }
    for (int j = 1; j < 5; j++) {
      assertEquals(z[0], z[j], 1e-9);
    }
  }

  @Test
  void sureActionsKeepTheirSlopes() {
    double[] gradient = new double[2];
    double value =
        new PolicyGradient(1).row(new double[] {1e4, -1e4}, new double[] {0, -3}, gradient);
    assertEquals(-6e4, value);
    assertArrayEquals(new double[] {-3, 3}, gradient);
    assertArrayEquals(
        new double[] {-7 * Math.exp(-50), 7 * Math.exp(-50)},
        slopes(new PolicyGradient(), new double[] {50, 0}, 7, 0),
        1e-33);
  }

  @Test
  void theBonusIsChecked() {
    for (double bad : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new PolicyGradient(bad));
    }
  }
}
