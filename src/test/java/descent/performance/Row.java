package descent.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A work with the seconds that each peer took, one time for each round. */
record Row(Work work, Map<String, List<Double>> times) {

  Row(Work work) {
    this(work, new LinkedHashMap<>());
  }

  void add(String peer, double seconds) {
    if (!Double.isNaN(seconds)) {
      times.computeIfAbsent(peer, name -> new ArrayList<>()).add(seconds);
    }
  }

  boolean has(String peer) {
    return times.containsKey(peer);
  }

  double median(String peer) {
    double[] sorted = sorted(peer);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least(String peer) {
    return sorted(peer)[0];
  }

  double most(String peer) {
    double[] sorted = sorted(peer);
    return sorted[sorted.length - 1];
  }

  private double[] sorted(String peer) {
    double[] sorted = times.get(peer).stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Our time over that of the fastest peer; NaN if there is none. */
  double ratioToBest() {
    double best =
        times.keySet().stream()
            .filter(name -> !JvmPeer.isOurs(name))
            .mapToDouble(this::median)
            .min()
            .orElse(Double.NaN);
    return median(JvmPeer.OURS) / best;
  }

  /** Our time over that of the peer that the target names; NaN if it did not take part. */
  double ratioOfTarget() {
    if (work.against() == null) {
      return ratioToBest();
    }
    return has(work.against()) ? median(JvmPeer.OURS) / median(work.against()) : Double.NaN;
  }

  /** The bytes that a peer had to read and write in a second. */
  double bandwidth(String peer) {
    return work.bytes() / median(peer);
  }
}
