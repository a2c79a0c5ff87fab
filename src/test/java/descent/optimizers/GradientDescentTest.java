package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.objectives.Quadratic;
import descent.schedules.LearningRateSchedule;
import org.junit.jupiter.api.Test;

class GradientDescentTest {

  @Test
  void oneStepByHand() {
    FirstOrderState state = new GradientDescent(0.5).start(new double[] {1, -1});
    state.step(new double[] {2, -4});
    assertArrayEquals(new double[] {0, 1}, state.theta());
  }

  @Test
  void onABowlEachCoordinateShrinksByOneMinusRateTimesCurvature() {
    Quadratic bowl = new Quadratic(1, 4);
    State state = new GradientDescent(0.3).start(new double[] {1, 1});
    for (int k = 1; k <= 20; k++) {
      state.step(bowl);
      assertEquals(Math.pow(1 - 0.3, k), state.theta()[0], 1e-15);
      assertEquals(Math.pow(1 - 1.2, k), state.theta()[1], 1e-15);
    }
  }

  @Test
  void aScheduleSetsTheRateOfEachStep() {
    LearningRateSchedule halving = progress -> Math.pow(0.5, progress.step());
    FirstOrderState state = new GradientDescent(halving).start(new double[] {0});
    for (int k = 0; k < 3; k++) {
      state.step(new double[] {-1});
    }
    assertEquals(1.75, state.theta()[0]);
  }

  @Test
  void aScheduleThatReturnsNonsenseIsRefused() {
    FirstOrderState state = new GradientDescent(p -> Double.NaN).start(new double[] {0});
    assertThrows(IllegalArgumentException.class, () -> state.step(new double[] {1}));
    assertEquals(0, state.theta()[0]);
    assertThrows(IllegalArgumentException.class, () -> new GradientDescent(null));
  }
}
