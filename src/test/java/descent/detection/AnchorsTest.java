package descent.detection;

import static descent.detection.BoxTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anchors: where they lie, what they are to say, and what is read from them. */
class AnchorsTest {

  /** Four cells of 10 pixels, with one square of 10 each. */
  private final Anchors four = Anchors.grid(2, 2, 10, 10);

  private static double[] labels(double[] targets) {
    double[] labels = new double[targets.length / 5];
    Arrays.setAll(labels, a -> targets[5 * a]);
    return labels;
  }

  @Test
  void lieRowByRowAndSizeBySize() {
    Anchors anchors = Anchors.grid(1, 2, 4, 2, 6);
    assertEquals(
        List.of(
            new Box(1, 1, 3, 3), new Box(-1, -1, 5, 5), new Box(5, 1, 7, 3), new Box(3, -1, 9, 5)),
        anchors.boxes());
  }

  @Test
  void eachTakesTheObjectThatItOverlapsMost() {
    Thing left = new Thing(new Box(0, 0, 9, 10), 2); // 0.9 of the first anchor
    Thing middle = new Thing(new Box(6, 0, 15, 10), 1); // 4/15 of the first, 5/14 of the second
    double[] targets = four.targets(List.of(left, middle), 0.7, 0.3);
    assertArrayEquals(new double[] {2, 1, 0, 0}, labels(targets));
    double[] offsets = {-0.05, 0, Math.log(0.9), 0};
    assertArrayEquals(offsets, Arrays.copyOfRange(targets, 1, 5), 1e-15);
    assertArrayEquals(new double[10], Arrays.copyOfRange(targets, 10, 20));
  }

  @Test
  void betweenTheThresholdsIsIgnored() {
    Thing wide = new Thing(new Box(0, 0, 14, 10), 1); // 10/14 of the first, 4/20 of the second
    double[] shares = {0.19, 0.2, 0.21};
    double[] expected = {Anchors.IGNORED, Anchors.IGNORED, 0};
    for (int i = 0; i < 3; i++) {
      double[] labels = labels(four.targets(List.of(wide), 0.7, shares[i]));
      assertArrayEquals(new double[] {1, expected[i], 0, 0}, labels, "negative " + shares[i]);
    }
    // also from the threshold on, and the same number for both leaves none out
    assertArrayEquals(new double[] {1, 1, 0, 0}, labels(four.targets(List.of(wide), 0.2, 0.2)));
  }

  @Test
  void everyObjectHasAnAnchorIfAnyMeetsIt() {
    Thing small = new Thing(new Box(2, 12, 4, 14), 3); // 0.04 of the third
    assertArrayEquals(new double[] {0, 0, 3, 0}, labels(four.targets(List.of(small), 0.7, 0.3)));
    Thing large = new Thing(new Box(0, 10, 9, 20), 1); // would take it, but the other needs it
    assertArrayEquals(
        new double[] {0, 0, 3, 0}, labels(four.targets(List.of(large, small), 0.7, 0.3)));
    Thing outside = new Thing(new Box(50, 50, 60, 60), 1);
    assertArrayEquals(new double[4], labels(four.targets(List.of(outside), 0, 0)));
    assertArrayEquals(new double[20], four.targets(List.of(), 0.7, 0.3));
  }

  @Test
  void detectionsUndoTargets() {
    Thing thing = new Thing(new Box(1, 2, 9, 11), 2);
    double[] targets = four.targets(List.of(thing), 0.5, 0.5);
    double[] predictions = new double[4 * 7]; // two classes
    for (int a = 0; a < 4; a++) {
      predictions[7 * a + (int) targets[5 * a]] = 10;
      System.arraycopy(targets, 5 * a + 1, predictions, 7 * a + 3, 4);
    }
    List<Detection> found = four.detections(predictions, 0.5);
    assertEquals(1, found.size());
    assertEquals(2, found.get(0).label());
    assertEquals(1, found.get(0).box().overlap(thing.box()), 1e-14);
    assertEquals(1 / (1 + 2 * Math.exp(-10)), found.get(0).score(), 1e-15);
    assertEquals(8, four.detections(predictions, 0).size(), "all anchors and classes");
  }

  @Test
  void largeLogitsAreNoTrouble() {
    double[] predictions = new double[4 * 6];
    predictions[1] = 1e4;
    predictions[6] = 1e4;
    List<Detection> found = four.detections(predictions, 0.5);
    assertEquals(List.of(1.0, 0.5, 0.5), found.stream().map(Detection::score).toList());
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<Thing> none = new ArrayList<>();
    none.add(null);
    assertAll(
        () -> assertRefused("boxes is empty", () -> new Anchors(List.of())),
        () -> assertRefused("boxes is null", () -> new Anchors(null)),
        () -> assertRefused("rows is 0", () -> Anchors.grid(0, 1, 1, 1)),
        () -> assertRefused("columns is 0", () -> Anchors.grid(1, 0, 1, 1)),
        () -> assertRefused("stride is 0.0", () -> Anchors.grid(1, 1, 0, 1)),
        () -> assertRefused("sizes is empty", () -> Anchors.grid(1, 1, 1)),
        () -> assertRefused("right is ", () -> Anchors.grid(1, 1, 1, -1)),
        () -> assertRefused("things is null", () -> four.targets(null, 0.7, 0.3)),
        () -> assertRefused("a thing is null", () -> four.targets(none, 0.7, 0.3)),
        () -> assertRefused("positive is 1.1", () -> four.targets(List.of(), 1.1, 0.3)),
        () -> assertRefused("negative is 0.8", () -> four.targets(List.of(), 0.7, 0.8)),
        () -> assertRefused("negative is -0.1", () -> four.targets(List.of(), 0.7, -0.1)),
        () -> assertRefused("positive is NaN", () -> four.targets(List.of(), Double.NaN, 0)),
        () -> assertRefused("predictions is null", () -> four.detections(null, 0)),
        () -> assertRefused("predictions is 25;", () -> four.detections(new double[25], 0)),
        () -> assertRefused("predictions is 20;", () -> four.detections(new double[20], 0)));
    List<Box> boxes = new ArrayList<>(four.boxes());
    Anchors copy = new Anchors(boxes);
    boxes.clear();
    assertEquals(4, copy.boxes().size());
    assertThrows(UnsupportedOperationException.class, () -> copy.boxes().clear());
  }
}
