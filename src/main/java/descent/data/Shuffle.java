package descent.data;

import java.util.Random;

/** Random orders and draws that are the same on every machine and in every version of Java. */
final class Shuffle {

  private Shuffle() {}

  /** Returns 0 … n − 1 in an order in which all n! are equally likely (Fisher and Yates). */
  static int[] rows(int n, long seed) {
    Random random = new Random(seed); // the one generator whose numbers Java's specification fixes
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }

  /** Returns n numbers, each any of 0 … n − 1. */
  static int[] draws(int n, long seed) {
    Random random = new Random(seed);
    int[] rows = new int[n];
    for (int i = 0; i < n; i++) {
      rows[i] = random.nextInt(n);
    }
    return rows;
  }
}
