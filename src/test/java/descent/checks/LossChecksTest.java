package descent.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.ElementwiseLoss;
import descent.losses.Loss;
import descent.losses.MeanSquaredError;
import descent.losses.SoftmaxCrossEntropy;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Every check lets the right form through and finds the wrong one. */
class LossChecksTest {

  private final INDArray p = Nd4j.createFromArray(new double[][] {{0.5}, {-1}, {2}});
  private final INDArray y = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}});

  /** Cross-entropy on logits whose bracket was lost: only the first term is negated. */
  record LostBracket() implements ElementwiseLoss {
    @Override
    public double loss(double z, double y) {
      return y * Math.log1p(Math.exp(-z)) - (1 - y) * Math.log1p(Math.exp(z));
    }

    @Override
    public double slope(double z, double y) {
      return -y / (1 + Math.exp(z)) - (1 - y) / (1 + Math.exp(-z));
    }
  }

  private static double broadcasting(INDArray p, INDArray y) {
    return Transforms.pow(p.sub(y), 2).meanNumber().doubleValue();
  }

  @Test
  void aLostBracketPassesTheGradientCheckButNotTheOneOfTheLeastLoss() {
    INDArray best = y.mul(40).subi(20);
    assertTrue(GradientCheck.of(new LostBracket(), p, y).passed());
    Check check = LossChecks.leastAtTheTarget(new LostBracket()::value, best, y);
    assertFalse(check.passed());
    assertTrue(check.toString().startsWith("✗ predictions off by up to "), check.toString());
    assertTrue(
        LossChecks.leastAtTheTarget(new BinaryCrossEntropyWithLogits()::value, best, y).passed());
    assertEquals(
        "✓ the best predictions have the least loss, 0.00000",
        LossChecks.leastAtTheTarget(new MeanSquaredError()::value, y, y).toString());
  }

  @Test
  void broadcastShapesAreFound() {
    assertTrue(LossChecks.shapes(new MeanSquaredError()::value, p, y).passed());
    Check check = LossChecks.shapes(LossChecksTest::broadcasting, y, y);
    assertFalse(check.passed());
    assertEquals(
        "✗ [3, 1] against [1, 3] has the loss 0.444444; of equal shapes it is 0.00000",
        check.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> LossChecks.shapes(LossChecksTest::broadcasting, Nd4j.ones(1, 1), Nd4j.ones(1, 1)));
    // what refuses equal shapes, too, has not shown that it looks at shapes
    assertThrows(
        IllegalArgumentException.class,
        () -> LossChecks.shapes((a, b) -> new MeanSquaredError().value(a, null), p, y));
  }

  @Test
  void aSumIsToldFromAMean() {
    assertTrue(LossChecks.batch(new MeanSquaredError()::value, p, y).passed());
    Check sum = LossChecks.batch((a, b) -> 3 * broadcasting(a, b) * a.length(), p, y);
    assertEquals("✗ the same batch twice has 2.00000 times the loss", sum.toString());
    Check order = LossChecks.batch((a, b) -> Math.abs(a.getDouble(0) - b.getDouble(0)), p, y);
    assertTrue(order.toString().startsWith("✗ the rows in another order"), order.toString());
    // rows change places, their numbers do not; targets may be one number a row, in any shape
    INDArray logits = Nd4j.createFromArray(new double[][] {{1, -2, 0.5}, {0, 3, 1}, {2, 0, 0}});
    INDArray before = logits.dup();
    for (INDArray classes :
        new INDArray[] {
          Nd4j.createFromArray(2.0, 1, 1), Nd4j.createFromArray(2, 1, 1).reshape(3, 1)
        }) {
      assertTrue(LossChecks.batch(new SoftmaxCrossEntropy()::value, logits, classes).passed());
    }
    assertEquals(before, logits);
  }

  @Test
  void overflowIsFound() {
    INDArray logits = Nd4j.createFromArray(new double[][] {{1, -2, 0.5}, {0, 3, 1}});
    INDArray classes = Nd4j.createFromArray(new double[] {2, 1});
    Loss softmax = new SoftmaxCrossEntropy();
    for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
      INDArray z = logits.castTo(type);
      assertTrue(LossChecks.extremes(softmax, z, classes).passed());
    }
    Check check = LossChecks.extremes(new LostBracket(), p, y);
    assertFalse(check.passed());
    assertTrue(check.toString().contains("times the predictions the loss is"), check.toString());
    Check slope = LossChecks.extremes(new MeanSquaredError()::value, (a, b) -> a.div(0), p, y);
    assertFalse(slope.passed());
    assertTrue(slope.toString().contains("its gradient's norm Inf"), slope.toString());
  }
}
