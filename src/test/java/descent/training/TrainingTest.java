package descent.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.NonFiniteException;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.optimizers.GradientDescent;
import descent.training.History.Outcome;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private final Quadratic bowl = new Quadratic(1, 2);
  private final double[] start = {1, 1};

  @Test
  void recordsValuesAndPathFromTheStartToTheEnd() {
    History run = new Training(bowl, new GradientDescent(0.5), 3).run(start);
    assertEquals(Outcome.OUT_OF_STEPS, run.outcome());
    assertEquals(3, run.steps());
    assertArrayEquals(new double[] {1.5, 0.125, 0.03125, 0.0078125}, run.values());
    assertArrayEquals(new double[] {1, 1}, run.path()[0]);
    assertArrayEquals(new double[] {0.125, 0}, run.path()[3]);
    assertArrayEquals(run.path()[3], run.theta());
    assertEquals(run.values()[3], run.value());
    assertArrayEquals(new double[] {1, 1}, start);
    assertEquals("out of steps after 3 steps: value 0.0078125 at [0.125, 0.0]", run.toString());
  }

  @Test
  void stopsWhereTheRuleIsMet() {
    GradientDescent slow = new GradientDescent(0.5);
    History byValue = new Training(bowl, slow, 100, new ValueBelow(0.125)).run(start);
    assertEquals(Outcome.CONVERGED, byValue.outcome());
    assertEquals(1, byValue.steps());
    assertArrayEquals(new double[] {0.5, 0}, byValue.theta());
    History byGradient = new Training(bowl, slow, 100, new GradientBelow(0.25)).run(start);
    assertEquals(Outcome.CONVERGED, byGradient.outcome());
    assertEquals(2, byGradient.steps());
    assertThrows(IllegalArgumentException.class, () -> new GradientBelow(0));
    assertThrows(IllegalArgumentException.class, () -> new ValueBelow(Double.NaN));
  }

  @Test
  void divergenceIsAResult() {
    History run = new Training(bowl, new GradientDescent(1e200), 100).run(start);
    assertEquals(Outcome.DIVERGED, run.outcome());
    assertEquals(run.values().length, run.path().length);
    assertTrue(Double.isFinite(run.value()));
    assertTrue(run.steps() < 5);
  }

  @Test
  void divergenceInTheLastStepIsSeenToo() {
    History run = new Training(bowl, new GradientDescent(1e200), 1).run(start);
    assertEquals(Outcome.DIVERGED, run.outcome());
    assertEquals(0, run.steps());
    assertArrayEquals(start, run.theta());
  }

  @Test
  void aFaultAtTheStartIsNoDivergence() {
    Objective broken = (theta, gradient) -> Double.NaN;
    Training training = new Training(broken, new GradientDescent(1), 10);
    assertThrows(NonFiniteException.class, () -> training.run(start));
  }

  @Test
  void anInterruptEndsTheRunAndKeepsWhatWasReached() {
    Objective interrupting =
        (theta, gradient) -> {
          double value = bowl.evaluate(theta, gradient);
          if (value < 0.1) {
            Thread.currentThread().interrupt();
          }
          return value;
        };
    History run = new Training(interrupting, new GradientDescent(0.5), 1000).run(start);
    assertEquals(Outcome.INTERRUPTED, run.outcome());
    assertEquals(0.03125, run.value());
    assertFalse(Thread.currentThread().isInterrupted(), "the next cell runs as usual");
  }

  @Test
  void aPathThatIsTooLongIsLeftOut() {
    double[] large = new double[200_000];
    Objective flat = (theta, gradient) -> 1;
    History run = new Training(flat, new GradientDescent(1), 10).run(large);
    assertEquals(0, run.path().length);
    assertEquals(11, run.values().length);
    assertEquals(large.length, run.theta().length);
  }

  @Test
  void aBudgetWithoutEndCostsNothing() {
    Training training =
        new Training(bowl, new GradientDescent(0.5), Integer.MAX_VALUE, new ValueBelow(1e-12));
    assertEquals(Outcome.CONVERGED, training.run(start).outcome());
  }

  @Test
  void refusesWhatIsMissing() {
    GradientDescent descent = new GradientDescent(1);
    assertThrows(IllegalArgumentException.class, () -> new Training(null, descent, 1));
    assertThrows(IllegalArgumentException.class, () -> new Training(bowl, null, 1));
    assertThrows(IllegalArgumentException.class, () -> new Training(bowl, descent, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Training(bowl, descent, 1).run(new double[3]));
    assertThrows(IllegalArgumentException.class, () -> new Training(bowl, descent, 1).run(null));
  }
}
