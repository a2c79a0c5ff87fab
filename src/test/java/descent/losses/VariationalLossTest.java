package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The divergence of Gaussians, and a reconstruction's loss with it: values worked out by hand. */
class VariationalLossTest {

  private final GaussianKullbackLeiblerDivergence divergence =
      new GaussianKullbackLeiblerDivergence();

  private static INDArray row(double... numbers) {
    return Nd4j.create(numbers, new long[] {1, numbers.length}, 'c');
  }

  @Test
  void aShiftOfTheMeanCostsHalfItsSquareAndAVarianceItsExcess() {
    INDArray standard = Nd4j.zeros(DataType.DOUBLE, 1, 4);
    assertEquals(0, divergence.value(standard, standard));
    assertEquals(12.5, divergence.value(row(3, 4, 0, 0), standard), 1e-15);
    double log4 = Math.log(4); // σ is 2
    assertEquals(0.5 * (4 - 1 - log4), divergence.value(row(0, 0, log4, 0), standard), 1e-15);
    assertArrayEquals(
        new double[] {3, 0, 0, 1.5}, flat(divergence.gradient(row(3, 0, 0, log4), standard)));
    // both widths twice as large, distances too: the same
    assertEquals(
        divergence.value(row(1, 0), row(0, 0)), divergence.value(row(2, log4), row(0, log4)));
  }

  @Test
  void itIsTheMeanOfTheLogarithmOfTheRatioOfTheDensities() {
    double mean = 0.7;
    double s = -0.9;
    Random random = new Random(5);
    GaussianNegativeLogLikelihood negativeLog = new GaussianNegativeLogLikelihood();
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    double[] gradient = new double[2];
    for (int i = 0; i < n; i++) {
      double[] z = {mean + Math.exp(s / 2) * random.nextGaussian()};
      double q = -negativeLog.row(new double[] {mean, s}, z, gradient);
      double p = -negativeLog.row(new double[] {0, 0}, z, gradient);
      sum += q - p;
      squares += (q - p) * (q - p);
    }
    double average = sum / n;
    double error = Math.sqrt((squares / n - average * average) / n);
    assertEquals(average, divergence.value(row(mean, s), row(0, 0)), 4 * error);
  }

  @Test
  void smallExcessesKeepTheirDigits() {
    assertEquals(5e-17, GaussianKullbackLeiblerDivergence.excess(1e-8), 1e-24);
    assertEquals(0, GaussianKullbackLeiblerDivergence.excess(0));
    for (double d : new double[] {0.1, -0.1}) { // where one formula takes over from the other
      double near = GaussianKullbackLeiblerDivergence.excess(d);
      double far = GaussianKullbackLeiblerDivergence.excess(d * (1 + 1e-15));
      assertEquals(near, far, 1e-13 * near);
    }
    assertEquals(Double.POSITIVE_INFINITY, divergence.value(row(0, 1e4), row(0, 0)));
  }

  @Test
  void bothPartsAreSumsWithinARow() {
    VariationalLoss loss = new VariationalLoss(new MeanSquaredError(), 1, 10);
    // errors 1 and 2; mean 3, σ 1
    INDArray predictions = Nd4j.vstack(row(1, 2, 3, 0), row(0, 0, 0, 0));
    INDArray targets = Nd4j.zeros(DataType.DOUBLE, 2, 2);
    assertEquals((1 + 4 + 10 * 4.5) / 2, loss.value(predictions, targets), 1e-15);
    assertArrayEquals(
        new double[] {1, 2, 15, 0, 0, 0, 0, 0}, flat(loss.gradient(predictions, targets)), 1e-15);
  }

  @Test
  void withoutBetaTheCodeIsFree() {
    VariationalLoss loss = new VariationalLoss(new MeanSquaredError(), 1, 0);
    assertEquals(4, loss.value(row(2, 1e200, 1e4), row(0)));
  }

  @Test
  void refusesWidthsThatDoNotFit() {
    VariationalLoss loss = new VariationalLoss(new MeanSquaredError(), 2, 1);
    assertRefused("is 4; expected more than 4", () -> loss.value(row(1, 2, 3, 4), row(1)));
    assertRefused(
        "expected targets of shape [1, 3]", () -> loss.value(row(1, 2, 3, 4, 5, 6, 7), row(1)));
    assertRefused("is 3; expected an even number", () -> divergence.value(row(1, 2, 3), row(1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void betaIsZeroOrAbove(double bad) {
    assertRefused(
        "beta is " + bad + "; expected a finite number, 0 or above",
        () -> new VariationalLoss(new MeanSquaredError(), 1, bad));
  }

  @Test
  void refusesOtherArgumentsThatCannotBe() {
    assertRefused("reconstruction is null", () -> new VariationalLoss(null, 1, 1));
    assertRefused("latent is 0", () -> new VariationalLoss(new MeanSquaredError(), 0, 1));
    assertRefused(
        "expected a loss that takes any finite prediction",
        () -> new VariationalLoss(new BinaryCrossEntropy(), 1, 1));
    assertTrue(new VariationalLoss(new MeanSquaredError(), 1, 4).toString().endsWith("beta=4.0]"));
  }
}
