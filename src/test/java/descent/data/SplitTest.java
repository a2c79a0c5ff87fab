package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SplitTest {

  @ParameterizedTest
  @CsvSource({"2, 0.5, 1", "3, 0.5, 2", "10, 0.8, 8", "235, 0.75, 176", "7, 0.9, 6"})
  void everyRowIsInOneOfTwoParts(int n, double share, int train) {
    Split split = Split.of(data(n), share, 7);
    assertEquals(train, split.train().rows());
    assertPartition(n, split.train(), split.test());
  }

  @ParameterizedTest
  @CsvSource({"3, 0.34, 0.33, 1, 1", "10, 0.6, 0.2, 6, 2", "442, 0.7, 0.15, 309, 67"})
  void everyRowIsInOneOfThreeParts(int n, double a, double b, int train, int validation) {
    Split split = Split.of(data(n), a, b, 7);
    assertEquals(train, split.train().rows());
    assertEquals(validation, split.validation().rows());
    assertPartition(n, split.train(), split.validation(), split.test());
  }

  @Test
  void theSeedAloneDecides() {
    double[] first = ids(Split.of(data(100), 0.8, 1).train());
    Nd4j.getRandom().setSeed(123);
    assertArrayEquals(first, ids(Split.of(data(100), 0.8, 1).train()));
    assertFalse(Arrays.equals(first, ids(Split.of(data(100), 0.8, 2).train())));
  }

  @Test
  void aShuffleIsTheSameInEveryVersionOfJava() {
    assertArrayEquals(new int[] {4, 6, 1, 9, 3, 7, 5, 8, 0, 2}, Shuffle.rows(10, 42));
  }

  @Test
  void everyOrderIsEquallyLikely() {
    int[] counts = new int[27];
    for (int seed = 0; seed < 60_000; seed++) {
      int[] rows = Shuffle.rows(3, seed);
      counts[9 * rows[0] + 3 * rows[1] + rows[2]]++;
    }
    int[] orders = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertEquals(6, orders.length);
    for (int count : orders) {
      assertEquals(10_000, count, 500); // more than five standard deviations
    }
  }

  @Test
  void standardisesByTheTrainingPartAlone() {
    Split raw = Split.of(data(50), 0.6, 0.2, 3);
    Split split = raw.standardized();
    Standardizer fitted = Standardizer.fit(raw.train().inputs());
    List<Dataset> before = List.of(raw.train(), raw.validation(), raw.test());
    List<Dataset> after = List.of(split.train(), split.validation(), split.test());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(
          fitted.apply(before.get(i).inputs()).toDoubleMatrix(),
          after.get(i).inputs().toDoubleMatrix());
      assertArrayEquals(ids(before.get(i)), ids(after.get(i)));
    }
    assertEquals("train 40, test 10 rows", Split.of(data(50), 0.8, 3).standardized().toString());
  }

  @Test
  void saysWhatIsInIt() {
    assertEquals("train 8, test 2 rows", Split.of(data(10), 0.8, 1).toString());
    assertEquals("train 6, validation 2, test 2 rows", Split.of(data(10), 0.6, 0.2, 1).toString());
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.1", "1", "1.5", "NaN"})
  void refusesSharesOutOfRange(double share) {
    String message = " is " + share + "; expected a share above 0 and below 1";
    refuses("train" + message, () -> Split.of(data(10), share, 1));
    refuses("train" + message, () -> Split.of(data(10), share, 0.2, 1));
    refuses("validation" + message, () -> Split.of(data(10), 0.2, share, 1));
  }

  @Test
  void refusesSharesThatLeaveNothingToTestOn() {
    refuses(
        "train + validation is 1.0; expected a share above 0 and below 1",
        () -> Split.of(data(10), 0.5, 0.5, 1));
    refuses(
        "train + validation is 1.25; expected a share above 0 and below 1",
        () -> Split.of(data(10), 0.75, 0.5, 1));
  }

  @Test
  void refusesTooFewRows() {
    refuses(
        "data is 1 rows, x → id; expected enough rows for two parts",
        () -> Split.of(data(1), 0.5, 1));
    refuses(
        "data is 4 rows, x → id; expected enough rows for two parts",
        () -> Split.of(data(4), 0.9, 1));
    refuses(
        "data is 2 rows, x → id; expected enough rows for three parts",
        () -> Split.of(data(2), 0.4, 0.3, 1));
    refuses("data is null", () -> Split.of(null, 0.5, 1));
  }

  @Test
  void hasNoValidationPartUnlessAskedFor() {
    Split split = Split.of(data(10), 0.8, 1);
    String message = assertThrows(IllegalStateException.class, split::validation).getMessage();
    assertEquals(
        "there is no validation part; Split.of(data, train, validation, seed) makes one", message);
  }

  /** n rows whose target is the row's number and whose input is ten times that. */
  private static Dataset data(int n) {
    INDArray ids = Nd4j.createFromArray(IntStream.range(0, n).asDoubleStream().toArray());
    INDArray column = ids.reshape(n, 1);
    return new Dataset(column.mul(10), column, List.of("x"), "id");
  }

  private static double[] ids(Dataset part) {
    return part.targets().reshape(part.rows()).toDoubleVector();
  }

  private static void assertPartition(int n, Dataset... parts) {
    double[] all = Stream.of(parts).flatMapToDouble(p -> Arrays.stream(ids(p))).sorted().toArray();
    assertArrayEquals(IntStream.range(0, n).asDoubleStream().toArray(), all);
    for (Dataset part : parts) {
      assertArrayEquals(part.targets().mul(10).toDoubleMatrix(), part.inputs().toDoubleMatrix());
    }
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
