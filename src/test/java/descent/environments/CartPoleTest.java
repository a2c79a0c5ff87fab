package descent.environments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CartPoleTest {

  private final CartPole world = new CartPole();

  static Stream<JsonObject> runs() {
    return StreamSupport.stream(Fixtures.cases("cart_pole.json", "runs").spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  /** See make_cart_pole.py. */
  @ParameterizedTest
  @MethodSource("runs")
  void goesWhereGymnasiumGoes(JsonObject run) {
    double[] state = Fixtures.doubles(run, "start");
    double[] actions = Fixtures.doubles(run, "actions");
    double[][] states = Fixtures.rows(run, "states");
    for (int i = 0; i < actions.length; i++) {
      Transition t = world.step(state, (int) actions[i], new Random(1));
      assertArrayEquals(states[i], t.next(), 1e-9, "step " + i);
      assertEquals(1, t.reward());
      assertEquals(i == actions.length - 1 && run.get("over").getAsBoolean(), t.last());
      state = t.next();
    }
  }

  @Test
  void leftIsTheMirrorOfRight() {
    double[] state = {0.1, -0.2, 0.05, 0.3};
    double[] right = world.step(state, 1, null).next();
    double[] left = world.step(new double[] {-0.1, 0.2, -0.05, -0.3}, 0, null).next();
    for (int i = 0; i < 4; i++) {
      assertEquals(right[i], -left[i]);
    }
    assertArrayEquals(new double[] {0.1, -0.2, 0.05, 0.3}, state);
  }

  /** Upright and at rest: F/m, of which the pole takes some; by hand. */
  @Test
  void theFirstPushByHand() {
    double u = 10 / 1.1;
    double lean = -u / (0.5 * (4 / 3.0 - 0.1 / 1.1));
    double cart = u - 0.05 * lean / 1.1;
    assertArrayEquals(
        new double[] {0, 0.02 * cart, 0, 0.02 * lean},
        world.step(new double[4], 1, null).next(),
        1e-15);
  }

  @Test
  void beginsNearTheMiddle() {
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      for (double number : world.start(random)) {
        assertTrue(Math.abs(number) <= 0.05);
      }
    }
    assertArrayEquals(world.start(new Random(7)), world.start(new Random(7)));
  }

  @Test
  void isOverBeyondTheLimitsOnly() {
    double lean = 12 * 2 * Math.PI / 360;
    assertFalse(world.step(new double[] {2.4, 0, 0, 0}, 0, null).last());
    assertTrue(world.step(new double[] {2.4, 0.1, 0, 0}, 0, null).last());
    assertTrue(world.step(new double[] {-2.4, -0.1, 0, 0}, 0, null).last());
    assertFalse(world.step(new double[] {0, 0, lean, 0}, 0, null).last());
    assertTrue(world.step(new double[] {0, 0, lean, 0.01}, 0, null).last());
    assertTrue(world.step(new double[] {0, 0, -lean, -0.01}, 0, null).last());
  }

  @Test
  void badInputIsRefused() {
    assertRefused("the length of state is 3", () -> world.step(new double[3], 0, null));
    assertRefused("state is null", () -> world.step(null, 0, null));
    assertRefused("action is 2", () -> world.step(new double[4], 2, null));
    assertRefused("state is 3.0 m", () -> world.step(new double[] {3, 0, 0, 0}, 0, null));
    assertRefused("state[1]", () -> world.step(new double[] {0, 1e308 * 10, 0, 0}, 0, null));
  }

  private static void assertRefused(String words, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(words), message);
  }
}
