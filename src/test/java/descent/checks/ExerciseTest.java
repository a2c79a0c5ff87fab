package descent.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.objectives.Objective;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExerciseTest {

  private static final Objective SQUARES =
      (theta, gradient) -> {
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
          sum += theta[i] * theta[i];
          gradient[i] = 2 * theta[i];
        }
        return sum;
      };

  private static Exercise objective(Objective mine) {
    return Exercise.objective("squares", mine, SQUARES::value, new int[] {1, 4}, "think of 2θ");
  }

  @Test
  void numbers() {
    assertEquals("✓ rate is right", Exercise.number("rate", 0.2, 0.2, 1e-9, "h").toString());
    assertEquals(
        "✗ rate is 0.300000; that is not it. Hint: h",
        Exercise.number("rate", 0.3, 0.2, 1e-9, "h").message());
    assertFalse(Exercise.number("rate", Double.NaN, 0.2, 1e-9, "h").passed());
  }

  @Test
  void formulas() {
    assertTrue(Exercise.formula("sum", (a, b) -> b + a, (a, b) -> a + b, "h").passed());
    Exercise wrong = Exercise.formula("sum", (a, b) -> a - b, (a, b) -> a + b, "plus");
    assertFalse(wrong.passed());
    assertTrue(wrong.message().startsWith("✗ sum("), wrong.message());
    assertTrue(wrong.message().endsWith("Hint: plus"), wrong.message());
  }

  @Test
  void whatTheReadersCodeThrowsIsAVerdictToo() {
    Exercise stub =
        Exercise.formula(
            "sum",
            (a, b) -> {
              throw new UnsupportedOperationException("your turn");
            },
            (a, b) -> a + b,
            "h");
    assertEquals("✗ not written yet. Hint: h", stub.message());
    Exercise error =
        Exercise.formula("sum", (a, b) -> new double[0].clone()[7], (a, b) -> a + b, "h");
    assertTrue(error.message().contains("ArrayIndexOutOfBounds"), error.message());
  }

  @Test
  void objectives() {
    assertTrue(objective(SQUARES).passed());
    assertFalse(objective((theta, gradient) -> SQUARES.value(theta)).passed(), "no gradient");
    assertFalse(
        objective(
                (theta, gradient) -> {
                  double value = SQUARES.evaluate(theta, gradient);
                  gradient[theta.length - 1] *= -1;
                  return value;
                })
            .passed());
    assertFalse(objective((theta, gradient) -> 2 * SQUARES.evaluate(theta, gradient)).passed());
    Exercise changed =
        objective(
            (theta, gradient) -> {
              double value = SQUARES.evaluate(theta, gradient);
              Arrays.fill(theta, 0);
              return value;
            });
    assertTrue(changed.message().contains("changed theta"), changed.message());
  }
}
