package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.Domain;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses of rows that are not probabilities: values worked out by hand. */
class RowLossesTest {

  private final INDArray scores = Nd4j.create(new double[][] {{2, 1.5, -1}, {0, 3, 1}});

  /** A reader's own: two numbers for each of the probabilities in the target. */
  record Pairs() implements RowwiseLoss {
    @Override
    public double row(double[] prediction, double[] target, double[] gradient) {
      double sum = 0;
      for (int j = 0; j < prediction.length; j++) {
        gradient[j] = target[j / 2];
        sum += target[j / 2] * prediction[j];
      }
      return sum;
    }

    @Override
    public Domain targets() {
      return Domain.DISTRIBUTION;
    }

    @Override
    public int targetWidth(int width) {
      return width / 2;
    }
  }

  /** A reader's own formula that throws where it is not defined. */
  record Table() implements ElementwiseLoss {
    private static final double[] COST = {1, 2};

    @Override
    public double loss(double prediction, double target) {
      return COST[(int) target] * prediction;
    }

    @Override
    public double slope(double prediction, double target) {
      return COST[(int) target];
    }

    @Override
    public Domain targets() {
      return Domain.BINARY;
    }
  }

  @Test
  void targetsMayBeNarrowerThanPredictions() {
    INDArray p = Nd4j.ones(300, 6);
    INDArray t = Nd4j.create(new double[][] {{0.5, 0.25, 0.25}}).repeat(0, 300);
    assertEquals(2, new Pairs().value(p, t), 1e-14);
    assertRefused("the sum of targets[0] is", () -> new Pairs().value(p, t.mul(0.5)));
  }

  @Test
  void aFormulaThatThrowsDoesNotHideWhy() {
    INDArray p = Nd4j.ones(2);
    assertEquals(1.5, new Table().value(p, Nd4j.createFromArray(0.0, 1.0)), 1e-15);
    assertRefused(
        "targets[1] is 5.0; expected the label 0 or 1",
        () -> new Table().value(p, Nd4j.createFromArray(0.0, 5.0)));
  }

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
