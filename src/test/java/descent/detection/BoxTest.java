package descent.detection;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.losses.GIoU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Boxes, their overlap and their offsets. */
class BoxTest {

  private final Box box = new Box(1, 2, 5, 4);

  static void assertRefused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  static Box box(double... edges) {
    return new Box(edges[0], edges[1], edges[2], edges[3]);
  }

  static double[] numbers(Offsets t) {
    return new double[] {t.x(), t.y(), t.w(), t.h()};
  }

  @Test
  void hasAreaAndCenter() {
    assertAll(
        () -> assertEquals(4, box.width()),
        () -> assertEquals(2, box.height()),
        () -> assertEquals(8, box.area()),
        () -> assertEquals(3, box.x()),
        () -> assertEquals(3, box.y()),
        () -> assertEquals(box, Box.around(3, 3, 4, 2)));
  }

  @Test
  void overlapIsIntersectionOverUnion() {
    assertAll(
        () -> assertEquals(1, box.overlap(box)),
        () -> assertEquals(4.0 / 12, box.overlap(new Box(3, 2, 7, 4)), 1e-15),
        () -> assertEquals(4.0 / 12, new Box(3, 2, 7, 4).overlap(box), 1e-15),
        () -> assertEquals(1.0 / 8, box.overlap(new Box(2, 3, 3, 4)), 1e-15), // inside
        () -> assertEquals(0, box.overlap(new Box(5, 2, 6, 4)), "they touch"),
        () -> assertEquals(0, box.overlap(new Box(6, 5, 7, 8)), "both sides are apart"));
  }

  @Test
  void offsetsByHand() {
    Box anchor = new Box(0, 0, 8, 8);
    Offsets t = Offsets.of(box, anchor);
    double[] expected = {(3 - 4) / 8.0, (3 - 4) / 8.0, -Math.log(2), -Math.log(4)};
    assertArrayEquals(expected, numbers(t), 1e-15);
    assertArrayEquals(new double[4], numbers(Offsets.of(anchor, anchor)));
    Box back = t.from(anchor);
    assertEquals(1, box.overlap(back), 1e-14);
    assertEquals(500, new Offsets(0, 0, 1e4, 0).from(anchor).width(), 1e-10);
    assertEquals(8 / 62.5, new Offsets(0, 0, 0, -1e4).from(anchor).height(), 1e-14);
  }

  @Test
  void equalsTorchvision() {
    for (JsonElement element : Fixtures.cases("detection.json", "overlaps")) {
      JsonObject one = element.getAsJsonObject();
      double[][] a = Fixtures.rows(one, "a");
      double[][] b = Fixtures.rows(one, "b");
      double[][] overlaps = Fixtures.rows(one, "overlaps");
      double[][] generalized = Fixtures.rows(one, "generalized");
      double[][] decoded = Fixtures.rows(one, "decoded");
      for (int i = 0; i < a.length; i++) {
        Box first = box(a[i]);
        for (int j = 0; j < b.length; j++) {
          assertEquals(overlaps[i][j], first.overlap(box(b[j])), 1e-14);
          double loss = new GIoU().row(a[i], b[j], new double[4]);
          assertEquals(generalized[i][j], 1 - loss, 1e-14);
        }
        double[] offsets = numbers(Offsets.of(box(b[i]), first));
        assertArrayEquals(Fixtures.rows(one, "offsets")[i], offsets, 1e-13);
        double[] t = b[i].clone();
        for (int j = 0; j < 4; j++) {
          t[j] = t[j] / 20 - 0.5;
        }
        Box from = new Offsets(t[0], t[1], t[2], t[3]).from(first);
        double[] edges = {from.left(), from.top(), from.right(), from.bottom()};
        assertArrayEquals(decoded[i], edges, 1e-12);
      }
      INDArray predictions = Nd4j.create(a);
      INDArray gradient = predictions.ulike();
      double loss = new GIoU().evaluate(predictions, Nd4j.create(b), gradient);
      assertEquals(one.get("loss").getAsDouble(), loss, 1e-14);
      double[][] slopes = Fixtures.rows(one, "slopes");
      for (int i = 0; i < a.length; i++) {
        assertArrayEquals(slopes[i], gradient.getRow(i).toDoubleVector(), 1e-15);
      }
    }
  }

  @Test
  void refusesWhatIsNoBox() {
    assertAll(
        () ->
            assertRefused(
                "right is 1.0; expected a number above left = 1.0", () -> box(1, 2, 1, 4)),
        () -> assertRefused("bottom is 1.0; expected a number above top", () -> box(1, 2, 3, 1)),
        () -> assertRefused("box[2] is NaN", () -> box(1, 2, Double.NaN, 4)),
        () -> assertRefused("box[0] is -Infinity", () -> box(Double.NEGATIVE_INFINITY, 2, 1, 4)),
        () -> assertRefused("other is null", () -> box.overlap(null)),
        () -> assertRefused("offsets[3] is NaN", () -> new Offsets(0, 0, 0, Double.NaN)),
        () -> assertRefused("anchor is null", () -> Offsets.of(box, null)),
        () -> assertRefused("box is null", () -> Offsets.of(null, box)),
        () -> assertRefused("anchor is null", () -> new Offsets(0, 0, 0, 0).from(null)),
        () -> assertRefused("label is 0; expected 1 or more", () -> new Thing(box, 0)),
        () -> assertRefused("box is null", () -> new Thing(null, 1)),
        () -> assertRefused("label is 0; expected 1 or more", () -> new Detection(box, 0, 1)),
        () -> assertRefused("score[0] is NaN", () -> new Detection(box, 1, Double.NaN)),
        () -> assertRefused("box is null", () -> new Detection(null, 1, 1)));
  }
}
