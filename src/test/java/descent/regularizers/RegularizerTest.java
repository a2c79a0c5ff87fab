package descent.regularizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.models.LinearModel;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.objectives.Objective;
import descent.objectives.Regularized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RegularizerTest {

  private final INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});
  private final INDArray y = Nd4j.createFromArray(new double[][] {{1}, {0}, {2}});
  private final EmpiricalRisk risk =
      new EmpiricalRisk(new LinearModel(2), new MeanSquaredError(), x, y);
  private final double[] theta = {3, -2, 7}; // two weights and a bias

  @Test
  void theFormulas() {
    assertEquals(0.25, new L2(0.5).price(-1));
    assertEquals(-0.5, new L2(0.5).slope(-1));
    assertEquals(1.5, new L1(0.5).price(-3));
    assertEquals(-0.5, new L1(0.5).slope(-3));
    assertEquals(0, new L1(0.5).slope(0));
    for (double w : new double[] {-2, 0, 0.3}) {
      ElasticNet net = new ElasticNet(0.4, 0.25);
      assertEquals(new L1(0.1).price(w) + new L2(0.3).price(w), net.price(w), 1e-15);
      assertEquals(new L1(0.1).slope(w) + new L2(0.3).slope(w), net.slope(w), 1e-15);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "NaN, 0", "Infinity, 0", "1, -0.1", "1, 1.1", "1, NaN"})
  void parametersOutOfRangeAreRefused(double lambda, double share) {
    assertThrows(IllegalArgumentException.class, () -> new ElasticNet(lambda, share));
    if (share == 0) {
      assertThrows(IllegalArgumentException.class, () -> new L1(lambda));
      assertThrows(IllegalArgumentException.class, () -> new L2(lambda));
    }
  }

  @Test
  void matricesHaveAPriceAndBiasesHaveNone() {
    double[] plain = new double[3];
    double[] gradient = new double[3];
    double value = risk.evaluate(theta, plain);
    Objective priced = new Regularized(risk, new L2(2));
    assertEquals(value + 9 + 4, priced.evaluate(theta, gradient), 1e-12);
    assertEquals(value + 9 + 4, priced.value(theta), 1e-12);
    assertArrayEquals(new double[] {plain[0] + 6, plain[1] - 4, plain[2]}, gradient, 1e-12);
    assertTrue(GradientCheck.of(new Regularized(risk, new ElasticNet(1, 0.3)), theta).passed());
  }

  @Test
  void aMiniBatchRiskHasItsPriceInEveryBatch() {
    MiniBatchRisk batches =
        new MiniBatchRisk(new LinearModel(2), new MeanSquaredError(), x, y, new Batches(3, 2, 1));
    MiniBatchRisk priced = batches.with(new L1(2));
    for (int step = 0; step < 4; step++) {
      assertEquals(batches.value(theta) + 10, priced.value(theta), 1e-12);
      assertTrue(GradientCheck.of(priced, theta).passed());
      batches.advance();
      priced.advance();
    }
    assertEquals(risk.value(theta), priced.whole().value(theta), "the whole is without it");
    assertThrows(IllegalArgumentException.class, () -> batches.with(null));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Regularized(risk, null));
    assertThrows(IllegalArgumentException.class, () -> new Regularized(null, new L1(1)));
    assertThrows(IllegalArgumentException.class, () -> new Regularized(risk, new L1(1), null));
    Objective priced = new Regularized(risk, new L2(2));
    assertThrows(IllegalArgumentException.class, () -> priced.value(new double[4]));
  }
}
