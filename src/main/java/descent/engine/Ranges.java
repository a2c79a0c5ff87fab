package descent.engine;

import java.util.stream.IntStream;

/** Cuts many coordinates into ranges that run on several cores; few run on one. */
public final class Ranges {

  private static final int PIECE = 1 << 15; // coordinates to a range; below two of them, one core

  private Ranges() {}

  /** What is done with a range. */
  public interface Body {

    /**
     * Does it.
     *
     * @param from the first coordinate
     * @param to the one behind the last
     */
    void run(int from, int to);
  }

  /** What may be true of a range. */
  interface Test {
    boolean holds(int from, int to);
  }

  /**
   * Does something with the coordinates [0, n), each once.
   *
   * @param n how many
   * @param body what; for several ranges at once
   */
  public static void run(int n, Body body) {
    if (n < 2 * PIECE) {
      body.run(0, n);
    } else {
      pieces(n).forEach(i -> body.run(i * PIECE, end(i, n)));
    }
  }

  /** Tells whether something is true of all ranges. */
  static boolean all(int n, Test test) {
    return n < 2 * PIECE
        ? test.holds(0, n)
        : pieces(n).allMatch(i -> test.holds(i * PIECE, end(i, n)));
  }

  private static IntStream pieces(int n) {
    return IntStream.rangeClosed(0, (n - 1) / PIECE).parallel();
  }

  private static int end(int piece, int n) {
    return n - piece * PIECE <= PIECE ? n : (piece + 1) * PIECE;
  }
}
