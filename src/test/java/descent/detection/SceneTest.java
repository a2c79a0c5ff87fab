package descent.detection;

import static descent.detection.BoxTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Scenes of shapes. */
class SceneTest {

  @Test
  void theSeedSaysAll() {
    assertEquals(Scene.draw(24, 7), Scene.draw(24, 7));
    assertEquals(Scene.draw(24, 7).hashCode(), Scene.draw(24, 7).hashCode());
    assertNotEquals(Scene.draw(24, 7), Scene.draw(24, 8));
  }

  @Test
  void shapesLieInThePictureAndApart() {
    Set<Integer> labels = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      Scene scene = Scene.draw(24, seed);
      assertEquals(24 * 24, scene.pixels().length);
      assertTrue(Arrays.stream(scene.pixels()).allMatch(p -> p > -1 && p < 2));
      numbers.add(scene.things().size());
      for (Thing thing : scene.things()) {
        Box box = thing.box();
        labels.add(thing.label());
        assertTrue(box.left() >= 0 && box.right() <= 24 && box.top() >= 0 && box.bottom() <= 24);
        assertTrue(box.width() >= 6 && box.width() <= 12);
        assertTrue(box.height() >= 6 && box.height() <= 12);
        scene.things().stream()
            .filter(other -> other != thing)
            .forEach(other -> assertTrue(other.box().overlap(box) <= 0.05));
      }
    }
    assertEquals(Set.of(1, 2, 3), labels);
    assertEquals(Set.of(1, 2, 3), numbers);
  }

  @Test
  void aShapeFillsItsBoxToAllEdges() {
    int seen = 0;
    for (long seed = 0; seed < 100; seed++) {
      Scene scene = Scene.draw(24, seed);
      if (scene.things().size() > 1) {
        continue; // others might hide a part
      }
      Thing thing = scene.things().get(0);
      Box box = thing.box();
      double inside = 0;
      boolean[] edges = new boolean[4];
      for (int y = (int) box.top(); y < box.bottom(); y++) {
        for (int x = (int) box.left(); x < box.right(); x++) {
          if (scene.pixels()[24 * y + x] > 0.35) { // brighter than noise
            inside++;
            edges[0] |= x == box.left();
            edges[1] |= x == box.right() - 1;
            edges[2] |= y == box.top();
            edges[3] |= y == box.bottom() - 1;
          }
        }
      }
      double share = new double[] {Math.PI / 4, 1, 0.5}[thing.label() - 1];
      assertEquals(share, inside / box.area(), 0.2, () -> "seed of " + thing);
      boolean triangle = thing.label() == 3; // whose tip is narrower than a pixel
      assertTrue(edges[0] && edges[1] && edges[3] && (edges[2] || triangle), thing::toString);
      seen++;
    }
    assertTrue(seen > 10);
  }

  @Test
  void refusesAPictureThatIsTooSmall() {
    assertRefused("size is 15; expected 16 or more", () -> Scene.draw(15, 1));
  }
}
