package descent.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class BatchesTest {

  @ParameterizedTest
  @CsvSource({"10, 4, 3", "10, 5, 2", "10, 10, 1", "10, 2147483647, 1", "1, 1, 1", "442, 32, 14"})
  void anEpochHasEveryRowOnce(int rows, int size, int perEpoch) {
    Batches batches = new Batches(rows, size, 7);
    assertEquals(perEpoch, batches.perEpoch());
    for (int epoch = 0; epoch < 5; epoch++) {
      List<int[]> all = batches.epoch(epoch);
      assertEquals(perEpoch, all.size());
      for (int[] batch : all.subList(0, perEpoch - 1)) {
        assertEquals(size, batch.length);
      }
      assertArrayEquals(
          IntStream.range(0, rows).toArray(),
          all.stream().flatMapToInt(Arrays::stream).sorted().toArray());
    }
  }

  @Test
  void seedAndEpochAloneDecide() {
    int[] third = order(1, 3);
    Nd4j.getRandom().setSeed(5);
    assertArrayEquals(third, order(1, 3));
    Set<String> orders = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int epoch = 0; epoch < 20; epoch++) {
        orders.add(Arrays.toString(order(seed, epoch)));
      }
    }
    assertEquals(400, orders.size());
  }

  @Test
  void everyRowIsEquallyOftenInTheFirstBatch() {
    Batches batches = new Batches(10, 3, 1);
    int[] counts = new int[10];
    for (int epoch = 0; epoch < 10_000; epoch++) {
      for (int row : batches.epoch(epoch).get(0)) {
        counts[row]++;
      }
    }
    for (int count : counts) {
      assertEquals(3000, count, 250); // more than five standard deviations
    }
  }

  @Test
  void whatACallerDoesToABatchDoesNotLast() {
    Batches batches = new Batches(10, 4, 7);
    int[] before = batches.epoch(0).get(0).clone();
    batches.epoch(0).get(0)[0] = 99;
    assertArrayEquals(before, batches.epoch(0).get(0));
    assertFalse(Arrays.equals(before, batches.epoch(1).get(0)));
  }

  @Test
  void refusesNumbersOutOfRange() {
    refuses("rows is 0; expected 1 or more", () -> new Batches(0, 4, 7));
    refuses("size is 0; expected 1 or more", () -> new Batches(10, 0, 7));
    refuses("size is -3; expected 1 or more", () -> new Batches(10, -3, 7));
    refuses("epoch is -1; expected 0 or more", () -> new Batches(10, 4, 7).epoch(-1));
  }

  private static int[] order(long seed, int epoch) {
    return new Batches(50, 50, seed).epoch(epoch).get(0);
  }

  private static void refuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void withReplacementRowsComeTwiceOrNotAtAll() {
    Batches batches = new Batches(1000, 30, 5, true);
    int[] seen = new int[1000];
    int draws = 0;
    for (int[] batch : batches.epoch(0)) {
      for (int row : batch) {
        seen[row]++;
        draws++;
      }
    }
    assertEquals(1000, draws);
    long never = java.util.Arrays.stream(seen).filter(n -> n == 0).count();
    assertEquals(1000 / Math.E, never, 50);
    assertEquals(34, batches.perEpoch());
  }
}
