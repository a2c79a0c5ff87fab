package descent.optimizers;

import java.util.stream.IntStream;

/** Cuts many coordinates into ranges that run on several cores. */
final class Ranges {

  private static final int PIECE = 1 << 15; // coordinates to a range; below two of them, one core

  private Ranges() {}

  /** What is done with the coordinates [from, to). */
  interface Body {
    void run(int from, int to);
  }

  static void run(int n, Body body) {
    if (n < 2 * PIECE) {
      body.run(0, n);
    } else {
      IntStream.rangeClosed(0, (n - 1) / PIECE)
          .parallel()
          .forEach(i -> body.run(i * PIECE, Math.min(n, (i + 1) * PIECE)));
    }
  }
}
