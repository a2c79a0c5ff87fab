package descent.losses;

import static descent.losses.LossContractTest.assertRefused;
import static descent.losses.LossContractTest.flat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ConnectionistTemporalClassificationTest {

  private static double value(int steps, int classes, double... target) {
    int labels = target.length - 1;
    return new ConnectionistTemporalClassification(classes, labels)
        .value(Nd4j.zeros(DataType.DOUBLE, 1, steps * classes), row(target));
  }

  private static INDArray row(double... numbers) {
    return Nd4j.create(new double[][] {numbers});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels and repeated labels",
        "empty targets and lengths",
        "long sequences",
        "impossible"
      })
  void equalsPyTorch(String name) {
    for (JsonElement element : Fixtures.cases("ctc.json", name)) {
      JsonObject c = element.getAsJsonObject();
      int rows = c.get("rows").getAsInt();
      int classes = c.get("classes").getAsInt();
      int width = c.get("steps").getAsInt() * classes;
      double size = c.get("size").getAsDouble();
      double[] logits =
          IntStream.range(0, rows * width)
              .mapToDouble(i -> size * Math.sin(0.1 + 1.7 * i))
              .toArray();
      INDArray p = Nd4j.create(logits, new long[] {rows, width}, 'c');
      double[] targets = Fixtures.doubles(c, "targets");
      INDArray t = Nd4j.create(targets, new long[] {rows, targets.length / rows}, 'c');
      ConnectionistTemporalClassification loss =
          new ConnectionistTemporalClassification(
              classes, t.columns() - 1, c.get("zeroInfinity").getAsBoolean());
      double value = loss.value(p, t);
      double expected = c.get("value").getAsDouble();
      assertEquals(expected, value, expected > 1e9 ? 0 : 1e-13 * expected);
      double[] each = Fixtures.doubles(c, "each"); // not divided by the number of labels
      for (int r = 0; r < rows; r++) {
        double[] y = t.getRow(r).toDoubleVector();
        long labels = Math.max(1, Arrays.stream(y).skip(1).filter(k -> k > 0).count());
        double found = labels * loss.values(p, t).getDouble(r);
        assertEquals(each[r], found, Double.isFinite(each[r]) ? 1e-13 * each[r] : 0);
      }
      if (c.has("gradient")) {
        double[] slopes = Fixtures.doubles(c, "gradient");
        double[] found = flat(loss.gradient(p, t));
        int every = c.get("every").getAsInt();
        // PyTorch subtracts logarithms that grow with the sequence; ours stay near 0
        double rounding = 1e-15 * Arrays.stream(each).max().orElseThrow();
        for (int i = 0; i < slopes.length; i++) {
          assertEquals(
              slopes[i], found[i * every], 1e-14 + rounding, name + ", number " + i * every);
        }
      }
    }
  }

  @Test
  void countsTheWaysByHand() {
    // 2 steps: a a, – a, a –; each has the probability ¼
    assertEquals(-Math.log(3 / 4.0), value(2, 2, 2, 1), 1e-15);
    // 3 steps for a a: only a – a
    assertEquals(-Math.log(1 / 8.0) / 2, value(3, 2, 3, 1, 1), 1e-15);
    // 4 steps for a a: aa–a, a–aa, a–a–, –a–a, a––a
    assertEquals(-Math.log(5 / 16.0) / 2, value(4, 2, 4, 1, 1), 1e-15);
    // 3 steps for a b: aab, abb, –ab, a–b, ab–
    assertEquals(-Math.log(5 / 27.0) / 2, value(3, 3, 3, 1, 2), 1e-15);
    // nothing said: only blanks
    assertEquals(-Math.log(1 / 27.0), value(3, 3, 3, 0, 0), 1e-15);
  }

  @Test
  void tenLabelsInFiftyStepsHaveAsManyWaysAsTheBinomialSays() {
    double[] target = new double[11];
    target[0] = 50;
    for (int i = 1; i <= 10; i++) {
      target[i] = 1 + i % 2;
    }
    double ways = 1; // (T + U choose 2U), where no label repeats
    for (int i = 1; i <= 20; i++) {
      ways *= (40.0 + i) / i;
    }
    assertEquals((50 * Math.log(3) - Math.log(ways)) / 10, value(50, 3, target), 1e-13);
  }

  @Test
  void everyLabellingTogetherIsCertain() {
    double[] logits = new Random(4).doubles(9, -3, 3).toArray();
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(3, 3);
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < (a == 0 ? 1 : 3); b++) {
        for (int c = 0; c < (b == 0 ? 1 : 3); c++) {
          int labels = (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0) + (c > 0 ? 1 : 0);
          sum += Math.exp(-loss.value(row(logits), row(3, a, b, c)) * Math.max(1, labels));
        }
      }
    }
    assertEquals(1, sum, 1e-14);
  }

  @Test
  void stepsThatDoNotCountChangeNothing() {
    double[] logits = new Random(5).doubles(15, -3, 3).toArray();
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(3, 2);
    double shorter = loss.value(row(Arrays.copyOf(logits, 9)), row(3, 2, 1));
    assertEquals(shorter, loss.value(row(logits), row(3, 2, 1)), 0.0);
    double[] gradient = flat(loss.gradient(row(logits), row(3, 2, 1)));
    assertArrayEquals(new double[6], Arrays.copyOfRange(gradient, 9, 15));
  }

  @Test
  void whatDoesNotFitIsInfiniteOrNothing() {
    INDArray logits = row(0, 1, 2, 0, 1, 2);
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(3, 3);
    assertEquals(Double.POSITIVE_INFINITY, loss.value(logits, row(2, 1, 1, 0)));
    assertEquals(Double.POSITIVE_INFINITY, loss.value(logits, row(2, 1, 2, 1)));
    assertEquals(Double.POSITIVE_INFINITY, loss.value(logits, row(1, 1, 2, 0)));
    assertArrayEquals(new double[6], flat(loss.gradient(logits, row(2, 1, 1, 0))));
    ConnectionistTemporalClassification zero = new ConnectionistTemporalClassification(3, 3, true);
    assertEquals(0, zero.value(logits, row(2, 1, 1, 0)));
    assertArrayEquals(new double[6], flat(zero.gradient(logits, row(2, 1, 1, 0))));
    INDArray both = Nd4j.vstack(logits, logits);
    INDArray one = Nd4j.vstack(row(2, 1, 1, 0), row(2, 1, 2, 0));
    assertEquals(loss.value(logits, row(2, 1, 2, 0)) / 2, zero.value(both, one), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 30, 1e4, 1e15, 1e150})
  void sizesOfLogitsDoNotMatter(double size) {
    double[] logits = new Random(6).doubles(200 * 5, -size, size).toArray();
    double[] target = new double[31];
    target[0] = 200;
    for (int i = 1; i <= 30; i++) {
      target[i] = 1 + i / 2 % 4;
    }
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(5, 30);
    double value = loss.value(row(logits), row(target));
    assertTrue(value > 0 && Double.isFinite(value), "the loss is " + value);
    double[] gradient = flat(loss.gradient(row(logits), row(target)));
    for (int t = 0; t < 200; t++) {
      double sum = 0;
      for (int k = 0; k < 5; k++) {
        double slope = gradient[5 * t + k];
        assertTrue(Math.abs(slope) <= (1 + 1e-12) / 30, "a slope is " + slope);
        sum += slope;
      }
      assertEquals(0, sum, 1e-14, "p and γ are distributions");
    }
    if (size <= 30) {
      assertTrue(GradientCheck.of(loss, row(logits), row(target)).passed());
    }
  }

  @Test
  void refusesTargetsThatAreNone() {
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(3, 2);
    INDArray logits = Nd4j.zeros(DataType.DOUBLE, 1, 12);
    String steps = "number of steps is ";
    assertRefused(
        steps + "0.0; expected a whole number from 1 to 4", () -> loss.value(logits, row(0, 1, 0)));
    assertRefused(steps + "5.0", () -> loss.value(logits, row(5, 1, 0)));
    assertRefused(steps + "2.5", () -> loss.value(logits, row(2.5, 1, 0)));
    assertRefused(
        "label 1 of 1 is 3.0; expected a whole number from 1 to 2",
        () -> loss.value(logits, row(4, 3, 0)));
    assertRefused("label 2 of 2 is 1.5", () -> loss.value(logits, row(4, 1, 1.5)));
    assertRefused(
        "label 1 of 2 is 0.0; expected a whole number from 1 to 2, and 0 only behind the last",
        () -> loss.value(logits, row(4, 0, 1)));
    assertRefused("targets[0, 1] is -1.0", () -> loss.value(logits, row(4, -1, 0)));
    assertRefused(
        "the width of predictions is 11; expected steps times 3 classes",
        () -> loss.value(Nd4j.zeros(DataType.DOUBLE, 1, 11), row(4, 1, 0)));
    assertRefused("classes is 1", () -> new ConnectionistTemporalClassification(1, 2));
    assertRefused("labels is 0", () -> new ConnectionistTemporalClassification(2, 0));
  }
}
