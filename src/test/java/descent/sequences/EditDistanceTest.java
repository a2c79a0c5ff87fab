package descent.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditDistanceTest {

  private static List<Character> letters(String word) {
    return word.chars().mapToObj(c -> (char) c).toList();
  }

  private static int distance(String a, String b) {
    return EditDistance.of(letters(a), letters(b));
  }

  @Test
  void countsChanges() {
    assertEquals(0, distance("", ""));
    assertEquals(3, distance("", "abc"));
    assertEquals(3, distance("abc", ""));
    assertEquals(3, distance("kitten", "sitting"));
    assertEquals(2, distance("flaw", "lawn"));
    assertEquals(1, distance("335", "35"));
    assertEquals(4, distance("1234", "5678"));
    assertEquals(1, EditDistance.of(List.of(1000, 2), List.of(1000, 3)), "equal, not identical");
  }

  @Test
  void isADistance() {
    Random random = new Random(1);
    for (int trial = 0; trial < 300; trial++) {
      String a = word(random);
      String b = word(random);
      String c = word(random);
      assertEquals(distance(a, b), distance(b, a));
      assertTrue(distance(a, c) <= distance(a, b) + distance(b, c));
      assertEquals(a.equals(b), distance(a, b) == 0);
      assertTrue(distance(a, b) >= Math.abs(a.length() - b.length()));
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(6), 0, 3)
        .mapToObj(i -> "abc".substring(i, i + 1))
        .collect(Collectors.joining());
  }

  @Test
  void theRateCountsLabelsNotSequences() {
    List<List<Integer>> targets = List.of(List.of(1, 2, 3), List.of(4), List.of());
    assertEquals(0, EditDistance.rate(targets, targets));
    assertEquals(
        0.5, EditDistance.rate(List.of(List.of(1, 3), List.of(4), List.of(7)), targets), 1e-15);
    assertEquals(
        1.25,
        EditDistance.rate(List.of(List.of(9, 9, 9), List.of(5, 6), List.of()), targets),
        1e-15);
    assertThrows(IllegalArgumentException.class, () -> EditDistance.rate(List.of(), targets));
    assertThrows(
        IllegalArgumentException.class,
        () -> EditDistance.rate(List.of(List.of(1)), List.of(List.of())));
    assertThrows(IllegalArgumentException.class, () -> EditDistance.rate(null, targets));
    assertThrows(IllegalArgumentException.class, () -> EditDistance.of(null, List.of()));
  }
}
