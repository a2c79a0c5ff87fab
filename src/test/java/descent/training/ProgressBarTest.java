package descent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private static final long MILLISECOND = 1_000_000;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long now = Long.MAX_VALUE - 5; // nanoTime may start anywhere and overflow
  private final ProgressBar bar =
      new ProgressBar(200, new PrintStream(written, true, StandardCharsets.UTF_8), () -> now);

  @Test
  void aShortRunShowsNothing() {
    after(999, 199);
    bar.close();
    assertEquals("", text());
  }

  @Test
  void afterASecondItAppears() {
    after(1000, 50);
    assertEquals("\r[#####---------------] 50/200, 1 s, 3 s left, value 0.1235", text());
  }

  @Test
  void isDrawnFiveTimesASecondAtMost() {
    after(1000, 50);
    after(199, 60);
    assertEquals(1, text().chars().filter(c -> c == '\r').count());
    after(1, 60);
    assertEquals(2, text().chars().filter(c -> c == '\r').count());
  }

  @Test
  void isWipedOut() {
    after(2000, 100);
    int drawn = text().length() - 1;
    written.reset();
    bar.close();
    assertEquals("\r" + " ".repeat(drawn) + "\r", text());
    written.reset();
    bar.close();
    assertEquals("", text());
  }

  @Test
  void aShorterLineCoversALongerOne() {
    after(100_000, 100);
    int longer = text().length() - 1;
    written.reset();
    after(200, 200);
    assertEquals(longer, text().length() - 1);
    assertEquals(
        "\r[####################] 200/200, 1 min 40 s, 0 s left, value 0.1235",
        text().stripTrailing());
  }

  @Test
  void withoutAStepDoneItGuessesNoTime() {
    after(1000, 0);
    assertEquals("\r[--------------------] 0/200, 1 s, value 0.1235", text());
  }

  @Test
  void refusesARunWithoutSteps() {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> new ProgressBar(0));
    assertEquals("total is 0; expected at least 1", refused.getMessage());
  }

  private void after(long milliseconds, long step) {
    now += milliseconds * MILLISECOND;
    bar.update(step, 0.123456);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
