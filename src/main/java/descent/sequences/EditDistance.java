package descent.sequences;

import descent.engine.Require;
import java.util.List;

/**
 * How many labels have to be put in, taken out or exchanged to make one sequence of another
 * (Levenshtein's distance).
 *
 * <pre>
 * d(i, 0) = i,   d(0, j) = j
 * d(i, j) = min( d(i−1, j) + 1,  d(i, j−1) + 1,  d(i−1, j−1) + (0 if aᵢ = bⱼ else 1) )
 * </pre>
 *
 * <p>Source: Levenshtein 1966, Soviet Physics Doklady 10(8):707–710.
 */
public final class EditDistance {

  private EditDistance() {}

  /**
   * Returns the distance of two sequences.
   *
   * @param a one
   * @param b the other
   * @return the least number of changes; 0 for equal ones
   * @throws IllegalArgumentException if one is null
   */
  public static int of(List<?> a, List<?> b) {
    Require.nonNull("a", a);
    Require.nonNull("b", b);
    int[] last = new int[b.size() + 1];
    for (int j = 0; j <= b.size(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.size(); i++) {
      int[] next = new int[b.size() + 1];
      next[0] = i;
      for (int j = 1; j <= b.size(); j++) {
        int exchanged = last[j - 1] + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
        next[j] = Math.min(exchanged, 1 + Math.min(last[j], next[j - 1]));
      }
      last = next;
    }
    return last[b.size()];
  }

  /**
   * Returns the label error rate: all changes that would make the decoded sequences right, for each
   * label that there is. With words as labels it is the word error rate.
   *
   * @param decoded what was decoded, one sequence for each row
   * @param targets what is right
   * @return 0 if all is right; above 1 if there is more wrong than there are labels
   * @throws IllegalArgumentException if one is null, their sizes differ, or there is no label in
   *     the targets
   */
  public static double rate(List<? extends List<?>> decoded, List<? extends List<?>> targets) {
    Require.nonNull("decoded", decoded);
    Require.nonNull("targets", targets);
    Require.that(
        decoded.size() == targets.size(),
        "decoded",
        "of " + decoded.size() + " sequences",
        targets.size() + " as targets");
    int changes = 0;
    int labels = 0;
    for (int i = 0; i < targets.size(); i++) {
      changes += of(decoded.get(i), targets.get(i));
      labels += targets.get(i).size();
    }
    Require.that(labels > 0, "targets", "without labels", "at least one label");
    return (double) changes / labels;
  }
}
