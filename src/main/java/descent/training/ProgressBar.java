package descent.training;

import descent.engine.Require;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line that shows how far a long run is: {@code [######------] 1200/2400, 3 s, 3 s left, value
 * 0.1234}. It appears after a second, is drawn again at most five times a second, and is wiped out
 * when the run ends, so that outputs that are kept do not depend on how fast the machine was.
 *
 * <p>It is written to {@code System.out} and returns to the start of its line with a carriage
 * return, which a notebook and a terminal both understand.
 */
public final class ProgressBar implements AutoCloseable {

  private static final long SECOND = 1_000_000_000L;
  private static final int WIDTH = 20;

  private final long total;
  private final PrintStream out;
  private final LongSupplier clock;
  private final long start;
  private long next;
  private int drawn; // characters on the line

  /**
   * Starts the clock.
   *
   * @param total the number of steps
   * @throws IllegalArgumentException if it is less than 1
   */
  public ProgressBar(long total) {
    this(total, System.out, System::nanoTime);
  }

  ProgressBar(long total, PrintStream out, LongSupplier clock) {
    Require.that(total >= 1, "total", total, "at least 1");
    this.total = total;
    this.out = out;
    this.clock = clock;
    start = clock.getAsLong();
    next = start + SECOND;
  }

  /**
   * Says how far the run is. Costs a look at the clock, unless it is time to draw.
   *
   * @param step the steps done
   * @param value the value at this step
   */
  public void update(long step, double value) {
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + SECOND / 5;
    double fraction = Math.min(1, Math.max(0, (double) step / total));
    double elapsed = (double) (now - start) / SECOND;
    int done = (int) (WIDTH * fraction);
    String left = fraction == 0 ? "" : ", " + time(elapsed / fraction - elapsed) + " left";
    draw(
        String.format(
            Locale.ROOT,
            "[%s%s] %d/%d, %s%s, value %.4g",
            "#".repeat(done),
            "-".repeat(WIDTH - done),
            step,
            total,
            time(elapsed),
            left,
            value));
  }

  /** Wipes the line out, if there is one. */
  @Override
  public void close() {
    if (drawn > 0) {
      draw("");
      out.print('\r');
      out.flush();
      drawn = 0;
    }
  }

  /** Writes over what was on the line; blanks cover what the new text does not. */
  private void draw(String text) {
    out.print('\r' + text + " ".repeat(Math.max(0, drawn - text.length())));
    out.flush();
    drawn = text.length();
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }
}
