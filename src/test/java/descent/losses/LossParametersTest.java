package descent.losses;

import static descent.losses.LossContractTest.assertRefused;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of losses that cannot be: refused, with their name and value. */
class LossParametersTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void widthsAndWeightsAreAboveZero(double bad) {
    String is = " is " + bad + "; expected a finite number above 0";
    assertRefused("delta" + is, () -> new Huber(bad));
    assertRefused("beta" + is, () -> new SmoothL1(bad));
    assertRefused("scale" + is, () -> new GeneralRobust(1, bad));
    assertRefused("positiveWeight" + is, () -> new BinaryCrossEntropyWithLogits(bad));
    assertRefused("positiveWeight" + is, () -> new BinaryFocal(2, bad, 1));
    assertRefused("negativeWeight" + is, () -> new BinaryFocal(2, 1, bad));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
  void othersAreZeroOrAbove(double bad) {
    String is = " is " + bad + "; expected a finite number, 0 or above";
    assertRefused("gamma" + is, () -> new BinaryFocal(bad));
    assertRefused("gamma" + is, () -> new CategoricalFocal(bad));
    assertRefused("weight" + is, () -> WeightedSum.of(bad, new Huber(1)));
    assertRefused("weight" + is, () -> WeightedSum.of(1, new Huber(1)).plus(bad, new Huber(1)));
    assertRefused("classWeights[1]" + is, () -> new SoftmaxCrossEntropy().withClassWeights(1, bad));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void quantilesLieBetweenZeroAndOne(double bad) {
    assertRefused(
        "q is " + bad + "; expected a number above 0 and below 1", () -> new Quantile(bad));
    assertRefused("Weight is ", () -> new BinaryFocal(2, bad)); // as α, and 1 − α
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
  void smoothingIsBelowOne(double bad) {
    assertRefused(
        "labelSmoothing is " + bad + "; expected a number, at least 0 and below 1",
        () -> new SoftmaxCrossEntropy().withLabelSmoothing(bad));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void theShapeOfTheGeneralLossIsANumberOrMinusInfinity(double bad) {
    assertRefused("alpha is " + bad, () -> new GeneralRobust(bad, 1));
  }

  @Test
  void nothingIsNull() {
    assertRefused("classWeights is null", () -> new SoftmaxCrossEntropy().withClassWeights(null));
    assertRefused(
        "classWeights is null", () -> new SoftmaxCrossEntropy(null, 0, OptionalInt.empty()));
    assertRefused(
        "classWeights[0] is null",
        () -> new SoftmaxCrossEntropy(Arrays.asList((Double) null), 0, OptionalInt.empty()));
    assertRefused("ignoredClass is null", () -> new SoftmaxCrossEntropy(List.of(), 0, null));
    assertRefused("loss is null", () -> WeightedSum.of(1, null));
    assertRefused("terms is null", () -> new WeightedSum(null));
    assertRefused("terms is empty", () -> new WeightedSum(List.of()));
  }
}
