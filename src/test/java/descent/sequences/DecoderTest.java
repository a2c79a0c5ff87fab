package descent.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.losses.ConnectionistTemporalClassification;
import descent.sequences.PrefixBeamDecoder.Hypothesis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Labels from logits, greedily and with a beam. */
class DecoderTest {

  private static double[] sure(int classes, int... path) {
    double[] logits = new double[path.length * classes];
    for (int t = 0; t < path.length; t++) {
      logits[t * classes + path[t]] = 9;
    }
    return logits;
  }

  @Test
  void repetitionsAreMergedAndThenBlanksLeftOut() {
    double[] logits = sure(6, 0, 3, 3, 0, 3, 0, 0, 5, 1, 1);
    assertEquals(List.of(3, 3, 5, 1), new BestPathDecoder(6).decode(logits));
    assertEquals(List.of(3, 3, 5, 1), best(6, 10, logits).labels());
    assertEquals(List.of(), new BestPathDecoder(6).decode(sure(6, 0, 0)));
    assertEquals(List.of(), best(6, 10, sure(6, 0, 0)).labels());
  }

  private static Hypothesis best(int classes, int width, double[] logits) {
    return new PrefixBeamDecoder(classes, width).decode(logits).get(0);
  }

  @Test
  void theBestPathNeedNotHaveTheBestLabels() {
    double[] logits = {Math.log(0.6), Math.log(0.4), Math.log(0.6), Math.log(0.4)};
    assertEquals(List.of(), new BestPathDecoder(2).decode(logits), "– – has 0.36");
    Hypothesis best = best(2, 10, logits);
    assertEquals(List.of(1), best.labels(), "a a, – a and a – have 0.64 together");
    assertEquals(Math.log(0.64), best.logProbability(), 1e-15);
  }

  @Test
  void aWideBeamHasEveryLabellingWithTheProbabilityThatTheLossSays() {
    int classes = 3;
    double[] logits = new Random(1).doubles(5 * classes, -2, 2).toArray();
    List<Hypothesis> all = new PrefixBeamDecoder(classes, 1000).decode(logits);
    double sum = 0;
    ConnectionistTemporalClassification loss = new ConnectionistTemporalClassification(classes, 5);
    for (Hypothesis one : all) {
      sum += Math.exp(one.logProbability());
      double[] target = new double[6];
      target[0] = 5;
      for (int i = 0; i < one.labels().size(); i++) {
        target[i + 1] = one.labels().get(i);
      }
      double nll =
          loss.value(Nd4j.create(new double[][] {logits}), Nd4j.create(new double[][] {target}))
              * Math.max(1, one.labels().size());
      if (Double.isInfinite(nll)) {
        assertEquals(Double.NEGATIVE_INFINITY, one.logProbability());
      } else {
        assertEquals(-nll, one.logProbability(), 1e-13);
      }
    }
    assertEquals(1, sum, 1e-13);
    Map<List<Integer>, Integer> times = new HashMap<>();
    all.forEach(one -> times.merge(one.labels(), 1, Integer::sum));
    assertTrue(times.values().stream().allMatch(n -> n == 1), "no labelling is there twice");
    for (int i = 1; i < all.size(); i++) {
      assertTrue(all.get(i - 1).logProbability() >= all.get(i).logProbability());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void aNarrowBeamNeverSaysMoreThanThereIs(int width) {
    double[] logits = new Random(2).doubles(6 * 3, -2, 2).toArray();
    Map<List<Integer>, Double> exact = new HashMap<>();
    new PrefixBeamDecoder(3, 5000)
        .decode(logits)
        .forEach(one -> exact.put(one.labels(), one.logProbability()));
    List<Hypothesis> beam = new PrefixBeamDecoder(3, width).decode(logits);
    assertEquals(width, beam.size());
    for (Hypothesis one : beam) {
      assertTrue(one.logProbability() <= exact.get(one.labels()) + 1e-12);
    }
  }

  @Test
  void hugeLogitsAndAShiftChangeNothing() {
    double[] logits = new Random(3).doubles(12, -2, 2).toArray();
    double[] shifted = Arrays.stream(logits).map(z -> z + 1000).toArray();
    assertEquals(
        best(3, 50, logits).logProbability(), best(3, 50, shifted).logProbability(), 1e-11);
    assertEquals(List.of(1, 2), best(3, 5, new double[] {0, 1e300, 0, -1e300, 0, 1e4}).labels());
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new BestPathDecoder(1));
    assertThrows(IllegalArgumentException.class, () -> new PrefixBeamDecoder(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PrefixBeamDecoder(2, 0));
    assertThrows(IllegalArgumentException.class, () -> new BestPathDecoder(2).decode(null));
    for (double[] bad : new double[][] {{}, {1, 2, 3}, {1, Double.NaN}}) {
      assertThrows(IllegalArgumentException.class, () -> new BestPathDecoder(2).decode(bad));
      assertThrows(IllegalArgumentException.class, () -> new PrefixBeamDecoder(2, 1).decode(bad));
    }
  }
}
