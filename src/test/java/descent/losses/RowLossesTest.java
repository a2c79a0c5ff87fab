package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses of rows that are not probabilities: values worked out by hand. */
class RowLossesTest {

  private final INDArray scores = Nd4j.create(new double[][] {{2, 1.5, -1}, {0, 3, 1}});

  @Test
  void crammerAndSingerLookAtTheBestOfTheOthers() {
    CrammerSingerHinge loss = new CrammerSingerHinge();
    assertArrayEquals(new double[] {0.5, 3}, flat(loss.values(scores, Nd4j.createFromArray(0, 2))));
    assertArrayEquals(
        new double[] {-1, 1, 0, 0, 1, -1},
        flat(loss.gradient(scores, Nd4j.createFromArray(0, 2)).muli(2)));
  }

  @Test
  void westonAndWatkinsAddUpOverTheOthers() {
    WestonWatkinsHinge loss = new WestonWatkinsHinge();
    assertArrayEquals(
        new double[] {4 + 3.5, 0}, flat(loss.values(scores, Nd4j.createFromArray(2, 1))));
    assertArrayEquals(
        new double[] {1, 1, -2, 0, 0, 0},
        flat(loss.gradient(scores, Nd4j.createFromArray(2, 1)).muli(2)));
  }

  @Test
  void atTheKinkTheSlopeIsZero() {
    INDArray kink = Nd4j.create(new double[][] {{2, 1}});
    INDArray first = Nd4j.createFromArray(0);
    assertArrayEquals(new double[2], flat(new CrammerSingerHinge().gradient(kink, first)));
    assertArrayEquals(new double[2], flat(new WestonWatkinsHinge().gradient(kink, first)));
    assertEquals(0, new Hinge().slope(1, 1), 0.0);
    assertEquals(-1, new Hinge().slope(Math.nextDown(1.0), 1), 0.0);
    assertEquals(0, new Quantile(0.9).slope(2, 2), 0.0);
    assertEquals(-0.9, new Quantile(0.9).slope(2, Math.nextUp(2.0)), 0.0);
  }

  @Test
  void aSingleClassIsAlwaysAhead() {
    INDArray one = Nd4j.createFromArray(new double[][] {{-5}});
    INDArray first = Nd4j.createFromArray(0);
    assertEquals(0, new CrammerSingerHinge().value(one, first), 0.0);
    assertEquals(0, new WestonWatkinsHinge().value(one, first), 0.0);
  }

  @Test
  void hingesWantClassNumbers() {
    INDArray oneHot = Nd4j.create(new double[][] {{1, 0, 0}, {0, 1, 0}});
    assertRefused(
        "targets has shape [2, 3] and predictions [2, 3]; expected targets of shape [2] or [2, 1]",
        () -> new CrammerSingerHinge().value(scores, oneHot));
  }

  @Test
  void aNarrowGaussianHasALossBelowZero() {
    GaussianNegativeLogLikelihood loss = new GaussianNegativeLogLikelihood();
    INDArray narrow = Nd4j.create(new double[][] {{3, Math.log(0.1 * 0.1)}});
    double expected = Math.log(0.1 * Math.sqrt(2 * Math.PI));
    assertEquals(expected, loss.value(narrow, Nd4j.createFromArray(3.0)), 1e-14);
    assertTrue(expected < 0);
    INDArray wide = Nd4j.create(new double[][] {{1, Math.log(4)}});
    assertArrayEquals(
        new double[] {-0.5, 0}, flat(loss.gradient(wide, Nd4j.createFromArray(3.0))), 1e-15);
    assertRefused(
        "the width of predictions is 3; expected 2",
        () -> loss.value(scores, Nd4j.createFromArray(1.0, 2.0)));
  }

  @Test
  void overflowGivesInfinityAndNoError() {
    assertEquals(Double.POSITIVE_INFINITY, new PoissonNegativeLogLikelihood().loss(710, 3), 0.0);
    INDArray far = Nd4j.create(new double[][] {{1e200, 0}});
    assertEquals(
        Double.POSITIVE_INFINITY,
        new GaussianNegativeLogLikelihood().value(far, Nd4j.createFromArray(0.0)),
        0.0);
  }
}
