package descent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.objectives.Quadratic;
import descent.optimizers.GradientDescent;
import org.junit.jupiter.api.Test;

class RangeTestTest {

  private final Quadratic bowl = new Quadratic(1, 10);

  @Test
  void theRateRisesByTheSameFactor() {
    RangeTest.Result result =
        new RangeTest(bowl, GradientDescent::new, 1e-3, 1e-1, 21).run(bowl.start());
    assertEquals(21, result.rates().length);
    assertEquals(21, result.values().length);
    assertEquals(1e-3, result.rates()[0], 1e-18);
    assertEquals(1e-2, result.rates()[10], 1e-15);
    assertEquals(1e-1, result.rates()[20], 1e-15);
    assertEquals(bowl.value(bowl.start()), result.values()[0]);
    double x = 1 - 1e-3;
    double y = 1 - 1e-2;
    assertEquals(0.5 * x * x + 5 * y * y, result.values()[1], 1e-15);
  }

  @Test
  void theValueTurnsUpWhereTheRateIsTooLarge() {
    RangeTest.Result result =
        new RangeTest(bowl, GradientDescent::new, 1e-3, 1e6, 400).run(bowl.start());
    assertTrue(result.lowest() > 0.05 && result.lowest() < 1, "" + result.lowest());
    assertTrue(result.values().length <= 400, "it may diverge");
    assertEquals(result.rates().length, result.values().length);
  }

  @Test
  void refusesWhatCannotBe() {
    refused("from is 0.0", () -> new RangeTest(bowl, GradientDescent::new, 0, 1, 10));
    refused("to is 0.1", () -> new RangeTest(bowl, GradientDescent::new, 1, 0.1, 10));
    refused("steps is 1", () -> new RangeTest(bowl, GradientDescent::new, 0.1, 1, 1));
    refused("objective is null", () -> new RangeTest(null, GradientDescent::new, 0.1, 1, 9));
    refused("optimizer is null", () -> new RangeTest(bowl, null, 0.1, 1, 9));
  }

  private static void refused(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
