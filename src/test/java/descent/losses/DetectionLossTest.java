package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.checks.GradientCheck;
import descent.engine.NonFiniteException;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The losses of detection: values worked out by hand, and what the parts are. */
class DetectionLossTest {

  private static final double LN2 = Math.log(2);
  private static final RowwiseLoss OFFSETS = new RowSum(new SmoothL1());

  /** One class; four anchors, of which the first has an object, and the last is left out. */
  private static final double[] TARGET = {
    1, 0.5, 0, 0, -3, //
    0, 9, 9, 9, 9, //
    0, 0, 0, 0, 0, //
    -1, 1, 1, 1, 1
  };

  private static final double LOG_4 = Math.log(4);

  /** Logits and offsets; background is four times as likely as an object at the third. */
  private static final double[] PREDICTION = {
    0, 0, 0, 0, 0, 0, //
    0, 0, 5, 5, 5, 5, //
    LOG_4, 0, 0, 0, 0, 0, //
    7, 0, 0, 0, 0, 0
  };

  private static double row(DetectionLoss loss, double[] gradient) {
    return loss.row(PREDICTION, TARGET, gradient);
  }

  @Test
  void valueByHand() {
    double box = 0.5 * 0.25 + (3 - 0.5);
    double[] gradient = new double[24];
    double all = Double.POSITIVE_INFINITY;
    assertEquals(LN2 + LN2 + box, row(new DetectionLoss(1, OFFSETS, 1, 1), gradient), 1e-14);
    double[] expected = {0.5, -0.5, -0.5, 0, 0, 1, /**/ 0.5, -0.5, 0, 0, 0, 0};
    expected[7] = 0.5; // an object is what it should not say
    expected[6] = -0.5;
    assertArrayEquals(
        Arrays.copyOf(expected, 24), gradient, 1e-15); // of the background the hardest
    double third = Math.log(5.0 / 4);
    assertEquals(
        LN2 + LN2 + third + 0.1 * box,
        row(new DetectionLoss(1, OFFSETS, 0.1, all), gradient),
        1e-14);
    expected[2] = -0.05;
    expected[5] = 0.1;
    expected = Arrays.copyOf(expected, 24);
    expected[12] = -0.2;
    expected[13] = 0.2;
    assertArrayEquals(expected, gradient, 1e-15);
    assertEquals(LN2 + box, row(new DetectionLoss(1, OFFSETS, 1, 0), gradient), 1e-14);
    assertEquals(0, gradient[6]);
  }

  @Test
  void theMeanDividesByTheAnchorsWithAnObject() {
    DetectionLoss loss = new DetectionLoss(1);
    double[] two = TARGET.clone();
    two[5] = 1;
    double[] background = TARGET.clone();
    background[0] = 0;
    double[] nothing = TARGET.clone();
    nothing[0] = nothing[5] = nothing[10] = -1;
    assertAll(
        () -> assertEquals(1, loss.weight(TARGET)),
        () -> assertEquals(2, loss.weight(two)),
        () -> assertEquals(1, loss.weight(background)),
        () -> assertEquals(0, loss.weight(nothing)));
    INDArray p = Nd4j.create(new double[][] {PREDICTION, PREDICTION});
    double sum =
        loss.row(PREDICTION, TARGET, new double[24]) + loss.row(PREDICTION, two, new double[24]);
    assertEquals(sum / 3, loss.value(p, Nd4j.create(new double[][] {TARGET, two})), 1e-14);
    INDArray none = Nd4j.create(new double[][] {nothing, nothing});
    assertRefused("0.0; expected a number above 0", () -> loss.value(p, none));
  }

  @Test
  void ofEquallyHardAnchorsTheFirstCount() {
    double[] target = new double[4 * 5];
    double[] gradient = new double[4 * 6];
    assertEquals(
        2 * LN2, new DetectionLoss(1, OFFSETS, 1, 2).row(new double[24], target, gradient), 1e-15);
    double[] expected = new double[24];
    expected[0] = expected[6] = -0.5;
    expected[1] = expected[7] = 0.5;
    assertArrayEquals(expected, gradient, 1e-15);
  }

  @Test
  void theBoxPartMayBeAnyLossOfFourNumbers() {
    RowwiseLoss squares = new RowSum(new MeanSquaredError());
    double[] gradient = new double[24];
    double value = row(new DetectionLoss(1, squares, 2, 0), gradient);
    assertEquals(LN2 + 2 * (0.25 + 9), value, 1e-14);
    assertEquals(2 * 2 * 3, gradient[5], 1e-14);
    GradientCheck check =
        GradientCheck.of(
            new DetectionLoss(1, squares, 2, 0),
            Nd4j.create(new double[][] {PREDICTION}),
            Nd4j.create(new double[][] {TARGET}));
    assertTrue(check.passed(), check::toString);
    assertRefused(
        "the width of predictions is 4",
        () -> new DetectionLoss(1, new GaussianNegativeLogLikelihood(), 1, 3));
    assertRefused(
        "boxLoss is CrammerSingerHinge[]",
        () -> new DetectionLoss(1, new CrammerSingerHinge(), 1, 3));
  }

  @Test
  void refusesWhatDoesNotFit() {
    DetectionLoss loss = new DetectionLoss(1);
    INDArray p = Nd4j.create(new double[][] {PREDICTION});
    for (double bad : new double[] {-2, 0.5, 2}) {
      double[] target = TARGET.clone();
      target[5] = bad;
      assertRefused(
          "the class of anchor 1 is " + bad + "; expected a whole number from -1, left out",
          () -> loss.value(p, Nd4j.create(new double[][] {target})));
    }
    double[] target = TARGET.clone();
    target[7] = Double.NaN; // where no offsets are wanted
    NonFiniteException e =
        Assertions.assertThrows(
            NonFiniteException.class, () -> loss.value(p, Nd4j.create(new double[][] {target})));
    assertTrue(e.getMessage().contains("targets[0, 7] is NaN"), e.getMessage());
    assertAll(
        () -> assertRefused("a multiple of 6: 2 logits and 4 offsets", () -> loss.targetWidth(25)),
        () -> assertRefused("classes is 0", () -> new DetectionLoss(0)),
        () -> assertRefused("boxLoss is null", () -> new DetectionLoss(1, null, 1, 3)),
        () -> assertRefused("boxWeight is -1.0", () -> new DetectionLoss(1, OFFSETS, -1, 3)),
        () -> assertRefused("negatives is -1.0", () -> new DetectionLoss(1, OFFSETS, 1, -1)),
        () -> assertRefused("negatives is NaN", () -> new DetectionLoss(1, OFFSETS, 1, Double.NaN)),
        () -> assertRefused("each is null", () -> new RowSum(null)));
  }

  @Test
  void rowSumByHand() {
    double[] gradient = new double[2];
    assertEquals(
        1 + 16,
        new RowSum(new MeanSquaredError()).row(new double[] {1, 5}, new double[] {2, 1}, gradient));
    assertArrayEquals(new double[] {-2, 8}, gradient);
    assertRefused(
        "expected a probability",
        () ->
            new RowSum(new BinaryCrossEntropy())
                .value(Nd4j.create(new double[][] {{2, 0}}), Nd4j.create(new double[][] {{0, 0}})));
  }

  private static double giou(double[] box, double[] target, double... slopes) {
    double[] gradient = new double[4];
    double loss = new GIoU().row(box, target, gradient);
    if (slopes.length > 0) {
      assertArrayEquals(slopes, gradient, 1e-15);
    }
    return loss;
  }

  @Test
  void giouByHand() {
    double[] box = {0, 0, 2, 2};
    assertAll(
        () -> assertEquals(0, giou(box, box, 0, 0, 0, 0)),
        // apart by 2: I = 0, U = 8, C = 12
        () -> assertEquals(1 + 4.0 / 12, giou(new double[] {4, 0, 6, 2}, box), 1e-15),
        // overlap 2 × 2 of 4 × 2 and 2 × 2, and C = U
        () -> assertEquals(0.5, giou(new double[] {0, 0, 4, 2}, box), 1e-15),
        // a corner: I = 1, U = 7, C = 9
        () -> assertEquals(2 - 1.0 / 7 - 7.0 / 9, giou(new double[] {1, 1, 3, 3}, box), 1e-15),
        // edges that change places, with their slopes
        () ->
            assertEquals(
                giou(new double[] {1, 1, 3, 3}, box), giou(new double[] {3, 1, 1, 3}, box)),
        // a box without area
        () -> assertEquals(2 - 4.0 / 4, giou(new double[] {1, 1, 1, 1}, box), 1e-15));
    double[] ordered = new double[4];
    double[] swapped = new double[4];
    new GIoU().row(new double[] {1, 1, 3, 4}, box, ordered);
    new GIoU().row(new double[] {3, 1, 1, 4}, box, swapped);
    assertArrayEquals(new double[] {ordered[2], ordered[1], ordered[0], ordered[3]}, swapped);
  }

  @Test
  void boxesThatDoNotMeetAttractEachOther() {
    // target 0 … 1, prediction 3 … 4 in x, the same in y: ℓ = 2 − 2/4; moved by s: 2 − 2/(4 + s)
    double[] gradient = new double[4];
    assertEquals(
        1.5, new GIoU().row(new double[] {3, 0, 4, 1}, new double[] {0, 0, 1, 1}, gradient), 1e-15);
    assertEquals(2.0 / 16, gradient[0] + gradient[2], 1e-15);
    // IoU alone would not know: it is 0 on both sides
    assertEquals(
        2, giou(new double[] {1e9, 1e9, 1e9 + 1, 1e9 + 1}, new double[] {0, 0, 1, 1}), 1e-15);
  }

  @Test
  void giouRefusesWhatIsNoBox() {
    INDArray box = Nd4j.create(new double[][] {{0, 0, 1, 1}});
    assertAll(
        () ->
            assertRefused(
                "targets is a box from 1.0 to 1.0; expected one whose first edge is below",
                () -> new GIoU().value(box, Nd4j.create(new double[][] {{1, 0, 1, 1}}))),
        () ->
            assertRefused(
                "targets is a box from 2.0 to 1.0",
                () -> new GIoU().value(box, Nd4j.create(new double[][] {{0, 2, 1, 1}}))),
        () ->
            assertRefused(
                "the width of predictions is 3; expected 4",
                () -> new GIoU().value(Nd4j.ones(2, 3), Nd4j.ones(2, 3))));
  }
}
