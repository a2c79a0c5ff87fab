package descent.detection;

import static descent.detection.BoxTest.assertRefused;
import static descent.detection.BoxTest.box;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Suppression and average precision. */
class DetectionTest {

  private static final Box HERE = new Box(0, 0, 10, 10);
  private static final Box BESIDE = new Box(2, 0, 12, 10); // overlap 8/12
  private static final Box FAR = new Box(30, 30, 40, 40);

  @Test
  void theSurestSuppressesItsNeighbours() {
    Detection first = new Detection(HERE, 1, 0.8);
    Detection second = new Detection(BESIDE, 1, 0.9);
    Detection other = new Detection(HERE, 2, 0.1);
    Detection far = new Detection(FAR, 1, 0.2);
    List<Detection> all = List.of(first, other, far, second);
    assertAll(
        () -> assertEquals(List.of(second, far, other), Detection.suppressed(all, 0.5)),
        () -> assertEquals(List.of(second, first, far, other), Detection.suppressed(all, 0.7)),
        () -> assertEquals(List.of(), Detection.suppressed(List.of(), 0.5)));
  }

  @Test
  void whatIsSuppressedSuppressesNothing() {
    Detection a = new Detection(HERE, 1, 0.9);
    Detection b = new Detection(new Box(4, 0, 14, 10), 1, 0.8); // 6/14 of a
    Detection c = new Detection(new Box(8, 0, 18, 10), 1, 0.7); // 6/14 of b, 2/18 of a
    assertEquals(List.of(a, c), Detection.suppressed(List.of(c, b, a), 0.4));
  }

  @Test
  void ofEqualsTheFirstStays() {
    Detection a = new Detection(HERE, 1, 0.5);
    Detection b = new Detection(BESIDE, 1, 0.5);
    assertEquals(List.of(a), Detection.suppressed(List.of(a, b), 0.5));
    assertEquals(List.of(b), Detection.suppressed(List.of(b, a), 0.5));
  }

  @Test
  void suppressionEqualsTorchvision() {
    for (JsonElement element : Fixtures.cases("detection.json", "suppression")) {
      JsonObject one = element.getAsJsonObject();
      double[][] boxes = Fixtures.rows(one, "boxes");
      double[] labels = Fixtures.doubles(one, "labels");
      double[] scores = Fixtures.doubles(one, "scores");
      List<Detection> all =
          IntStream.range(0, boxes.length)
              .mapToObj(i -> new Detection(box(boxes[i]), (int) labels[i], scores[i]))
              .toList();
      double[] kept =
          Detection.suppressed(all, one.get("threshold").getAsDouble()).stream()
              .mapToDouble(all::indexOf)
              .toArray();
      assertArrayEquals(Fixtures.doubles(one, "kept"), kept);
    }
  }

  private static PrecisionRecall curve(List<Detection> detections, Thing... things) {
    return PrecisionRecall.of(List.of(detections), List.of(List.of(things)), 1, 0.5);
  }

  @Test
  void averagePrecisionByHand() {
    // two objects; right, wrong, right: precision 1, 1/2, 2/3 at recall 1/2, 1/2, 1
    List<Detection> found =
        List.of(
            new Detection(BESIDE, 1, 0.9),
            new Detection(new Box(60, 60, 70, 70), 1, 0.8),
            new Detection(FAR, 1, 0.7),
            new Detection(HERE, 2, 0.95)); // of another class
    PrecisionRecall curve = curve(found, new Thing(HERE, 1), new Thing(FAR, 1));
    assertArrayEquals(new double[] {0.5, 0.5, 1}, curve.recall());
    assertArrayEquals(new double[] {1, 0.5, 2.0 / 3}, curve.precision(), 1e-15);
    assertEquals(0.5 * 1 + 0.5 * 2 / 3, curve.average(), 1e-15);
  }

  @Test
  void dentsAreFilled() {
    // one object, found by the second detection
    Detection wrong = new Detection(FAR, 1, 0.9);
    Detection right = new Detection(HERE, 1, 0.8);
    assertEquals(0.5, curve(List.of(right, wrong), new Thing(HERE, 1)).average(), 1e-15);
    assertEquals(1, curve(List.of(right), new Thing(HERE, 1)).average());
    assertEquals(0, curve(List.of(wrong), new Thing(HERE, 1)).average());
    assertEquals(0, curve(List.of(), new Thing(HERE, 1)).average());
  }

  @Test
  void aSecondDetectionOfTheSameObjectIsWrong() {
    Detection first = new Detection(HERE, 1, 0.9);
    Detection second = new Detection(BESIDE, 1, 0.8);
    PrecisionRecall curve = curve(List.of(second, first), new Thing(HERE, 1), new Thing(FAR, 1));
    assertArrayEquals(new double[] {1, 0.5}, curve.precision());
    assertEquals(0.5, curve.average());
  }

  @Test
  void overlapCountsFromTheThresholdOn() {
    List<List<Detection>> found = List.of(List.of(new Detection(new Box(0, 0, 5, 10), 1, 0.9)));
    List<List<Thing>> there = List.of(List.of(new Thing(HERE, 1)));
    assertEquals(1, PrecisionRecall.of(found, there, 1, 0.5).average());
    assertEquals(0, PrecisionRecall.of(found, there, 1, 0.51).average());
  }

  @Test
  void averagePrecisionEqualsCoco() {
    for (JsonElement element : Fixtures.cases("detection.json", "averagePrecision")) {
      JsonObject one = element.getAsJsonObject();
      List<List<Thing>> things = new ArrayList<>();
      List<List<Detection>> detections = new ArrayList<>();
      for (int i = 0; i < one.get("pictures").getAsInt(); i++) {
        things.add(new ArrayList<>());
        detections.add(new ArrayList<>());
      }
      for (double[] t : Fixtures.rows(one, "things")) {
        things.get((int) t[0]).add(new Thing(new Box(t[2], t[3], t[4], t[5]), (int) t[1]));
      }
      for (double[] d : Fixtures.rows(one, "detections")) {
        Box box = new Box(d[2], d[3], d[4], d[5]);
        detections.get((int) d[0]).add(new Detection(box, (int) d[1], d[6]));
      }
      for (int percent : new int[] {50, 75}) {
        double[] expected = Fixtures.doubles(one, "average" + percent);
        double sum = 0;
        for (int label = 1; label <= 3; label++) {
          double ap = PrecisionRecall.of(detections, things, label, percent / 100.0).average();
          assertEquals(expected[label - 1], ap, 1e-12, things.size() + " pictures, " + label);
          sum += ap;
        }
        double mean = PrecisionRecall.mean(detections, things, 3, percent / 100.0);
        assertEquals(sum / 3, mean, 1e-15);
      }
    }
  }

  @Test
  void refusesWhatCannotBe() {
    List<List<Detection>> none = List.of(List.of());
    List<List<Thing>> one = List.of(List.of(new Thing(HERE, 1)));
    List<Detection> hole = new ArrayList<>();
    hole.add(null);
    assertAll(
        () -> assertRefused("detections is null", () -> Detection.suppressed(null, 0.5)),
        () -> assertRefused("a detection is null", () -> Detection.suppressed(hole, 0.5)),
        () -> assertRefused("threshold is 1.5", () -> Detection.suppressed(List.of(), 1.5)),
        () -> assertRefused("threshold is NaN", () -> Detection.suppressed(List.of(), Double.NaN)),
        () -> assertRefused("detections is null", () -> PrecisionRecall.of(null, one, 1, 0.5)),
        () -> assertRefused("things is null", () -> PrecisionRecall.of(none, null, 1, 0.5)),
        () ->
            assertRefused(
                "the pictures of detections is 0; expected 1",
                () -> PrecisionRecall.of(List.of(), one, 1, 0.5)),
        () -> assertRefused("overlap is 0.0", () -> PrecisionRecall.of(none, one, 1, 0)),
        () -> assertRefused("label is 2;", () -> PrecisionRecall.of(none, one, 2, 0.5)),
        () -> assertRefused("classes is 0", () -> PrecisionRecall.mean(none, one, 0, 0.5)));
  }
}
