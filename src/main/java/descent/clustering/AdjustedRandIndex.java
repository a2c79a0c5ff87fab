package descent.clustering;

import descent.engine.Require;
import java.util.HashMap;
import java.util.Map;

/**
 * How far two groupings of the same points agree: 1 if they are the same but for the groups' names,
 * 0 on average if one was made by chance, below 0 if they agree less than that.
 *
 * <pre>
 * ARI = (S − E) / (½ (A + B) − E)       E = A B / C(n, 2)
 * </pre>
 *
 * <p>Of all C(n, 2) pairs of points, A are together in the first grouping, B in the second and S in
 * both. Two groupings that are both one group, or both n, are the same: 1.
 *
 * <p>Source: Hubert and Arabie 1985, doi 10.1007/BF01908075.
 */
public final class AdjustedRandIndex {

  private AdjustedRandIndex() {}

  /**
   * Returns the index of two groupings; which is first makes no difference.
   *
   * @param a for each point the number of its group, any whole numbers
   * @param b the same of the other grouping
   * @return at most 1
   * @throws IllegalArgumentException if an argument is null or empty, or they differ in length
   */
  public static double of(int[] a, int[] b) {
    Require.nonNull("a", a);
    Require.nonNull("b", b);
    Require.that(a.length > 0, "a", "empty", "at least one point");
    Require.that(b.length == a.length, "the length of b", b.length, "that of a, " + a.length);
    Map<Integer, Long> inA = new HashMap<>();
    Map<Integer, Long> inB = new HashMap<>();
    Map<Long, Long> inBoth = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      inA.merge(a[i], 1L, Long::sum);
      inB.merge(b[i], 1L, Long::sum);
      inBoth.merge((long) a[i] << 32 | b[i] & 0xFFFFFFFFL, 1L, Long::sum);
    }
    double pairsA = pairs(inA);
    double pairsB = pairs(inB);
    double all = 0.5 * a.length * (a.length - 1.0);
    double expected = all == 0 ? 0 : pairsA * pairsB / all;
    double most = 0.5 * (pairsA + pairsB);
    return most == expected ? 1 : (pairs(inBoth) - expected) / (most - expected);
  }

  /** Returns how many pairs of points are together. */
  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(size -> 0.5 * size * (size - 1)).sum();
  }
}
