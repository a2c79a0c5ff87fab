package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.assertSame;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.Reduction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TokenCrossEntropyTest {

  private final TokenCrossEntropy loss = new TokenCrossEntropy(3, 0);

  /** Two rows of three steps; the second row has one token. */
  private final INDArray tokens = Nd4j.createFromArray(new double[][] {{1, 2, 2}, {2, 0, 0}});

  private final INDArray logits =
      Nd4j.create(
          new double[][] {{0, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, Math.log(2), 9, -9, 9, 5, 5, 5}});

  @Test
  void isTheMeanOverTokensNotOverRows() {
    // three tokens with p = 1/3, and one with p = 2/4
    double sum = 3 * Math.log(3) + Math.log(2);
    assertEquals(sum / 4, loss.value(logits, tokens), 1e-15);
    assertEquals(sum, loss.evaluate(logits, tokens, null, Reduction.SUM, null), 1e-15);
    assertArrayEquals(
        new double[] {3 * Math.log(3), Math.log(2)}, flat(loss.values(logits, tokens)), 1e-15);
  }

  @Test
  void paddingHasNoSlopeWhateverIsPredictedThere() {
    double[] gradient = flat(loss.gradient(logits, tokens));
    double third = 1.0 / 12;
    double[] expected = {
      third, -2 * third, third, third, third, -2 * third, third, third, -2 * third
    };
    assertArrayEquals(expected, Arrays.copyOf(gradient, 9), 1e-15);
    assertArrayEquals(
        new double[] {1.0 / 16, 1.0 / 16, -2.0 / 16, 0, 0, 0, 0, 0, 0},
        Arrays.copyOfRange(gradient, 9, 18),
        1e-15);
  }

  @Test
  void equalsTheSoftmaxCrossEntropyOfAllTokensAsRows() {
    INDArray z = Nd4j.randn(DataType.DOUBLE, 7, 12);
    INDArray y = Nd4j.createFromArray(0, 1, 2, 2, 0, 0, 1).reshape(7, 1);
    INDArray all = Nd4j.hstack(y, y.rsub(2), y, y.mul(y).fmod(3)).castTo(DataType.DOUBLE);
    for (double epsilon : new double[] {0, 0.2}) {
      Loss steps = new TokenCrossEntropy(3, 0, epsilon);
      Loss rows = new SoftmaxCrossEntropy().withLabelSmoothing(epsilon).ignoring(0);
      INDArray reshaped = z.dup('c').reshape(28, 3);
      INDArray numbers = all.dup('c').reshape(28);
      assertEquals(rows.value(reshaped, numbers), steps.value(z, all), 1e-14);
      assertSame(rows.gradient(reshaped, numbers).reshape(7, 12), steps.gradient(z, all), 1e-13);
    }
  }

  @Test
  void anotherSymbolMayBeThePadding() {
    INDArray z = Nd4j.create(new double[][] {{0, 0, Math.log(2), 0, Math.log(6), 0}});
    INDArray y = Nd4j.create(new double[][] {{2, 1}});
    assertEquals(Math.log(2), new TokenCrossEntropy(3, 1).value(z, y), 1e-15);
    assertEquals(Math.log(8.0 / 6), new TokenCrossEntropy(3, 2).value(z, y), 1e-15);
  }

  @Test
  void refusesWhatIsNoTokenAndPaddingAlone() {
    for (double wrong : new double[] {-1, 3, 1.5, -100}) {
      assertRefused(
          "a token of step 2 of targets is " + wrong + "; expected a symbol's number from 0 to 2",
          () -> loss.value(logits, tokens.dup().putScalar(1, 2, wrong)));
    }
    assertRefused("expected a number above 0", () -> loss.value(logits, tokens.mul(0)));
    assertRefused(
        "the width of predictions is 7; expected a multiple of 3",
        () -> loss.value(Nd4j.zeros(DataType.DOUBLE, 2, 7), tokens));
    assertRefused(
        "[2, 3]", () -> loss.value(logits, Nd4j.createFromArray(new double[][] {{1, 2}, {2, 0}})));
  }

  @Test
  void refusesParametersOutOfRange() {
    assertRefused("symbols is 0", () -> new TokenCrossEntropy(0, 0));
    assertRefused("padding is 3; expected from 0 to 2", () -> new TokenCrossEntropy(3, 3));
    assertRefused("padding is -1", () -> new TokenCrossEntropy(3, -1));
    for (double epsilon : new double[] {-0.1, 1, Double.NaN}) {
      assertRefused("labelSmoothing is " + epsilon, () -> new TokenCrossEntropy(3, 0, epsilon));
    }
  }
}
