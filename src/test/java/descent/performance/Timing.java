package descent.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times several ways to do the same work. */
final class Timing {

  private static final int ROUNDS = 15;

  private Timing() {}

  /**
   * Returns the median time of each in nanoseconds. The rounds are interleaved, so that whatever
   * else the machine does meets all alike.
   */
  static Map<String, Double> medians(Map<String, Runnable> work, int repeats) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      work.forEach(
          (name, task) -> {
            for (int i = 0; i < repeats / 4; i++) {
              task.run(); // not timed: the garbage and the caches of the task before
            }
            long start = System.nanoTime();
            for (int i = 0; i < repeats; i++) {
              task.run();
            }
            double each = (System.nanoTime() - start) / (double) repeats;
            times.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
          });
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach(
        (name, all) -> {
          double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
          Arrays.sort(sorted);
          medians.put(name, sorted[sorted.length / 2]);
        });
    return medians;
  }
}
