package descent.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeanAbsoluteErrorTest {

  private final MeanAbsoluteError loss = new MeanAbsoluteError();

  @Test
  void slopeIsTheSign() {
    assertEquals(1, loss.slope(Double.MIN_VALUE, 0));
    assertEquals(-1, loss.slope(-Double.MIN_VALUE, 0));
    assertEquals(1, loss.slope(Double.MAX_VALUE, 0));
    assertEquals(0, loss.slope(2, 2));
  }

  @Test
  void lossIsTheDistance() {
    assertEquals(2.5, loss.loss(-1, 1.5));
  }
}
