package descent.environments;

import descent.engine.Require;
import java.util.Random;

/**
 * A pole on a cart: a force to the left or to the right, twenty milliseconds at a time, is to keep
 * it upright.
 *
 * <pre>
 * state {x, ẋ, φ, φ̇}: where the cart is (m), how far the pole leans to the right (rad)
 * F = −10 N (action 0) or 10 N (action 1)
 * u = (F + mₚ l φ̇² sin φ) / m                           m = 1.1 kg in all, mₚ = 0.1 kg the pole
 * φ̈ = (g sin φ − u cos φ) / (l (4/3 − mₚ cos² φ / m))     g = 9.8 m/s², l = 0.5 m, half the pole
 * ẍ = u − mₚ l φ̈ cos φ / m
 * x += τ ẋ,   ẋ += τ ẍ,   φ += τ φ̇,   φ̇ += τ φ̈           τ = 0.02 s, all at once
 * </pre>
 *
 * <p>An episode begins with four numbers from −0.05 to 0.05, and is over when the cart is more than
 * 2.4 m from the middle or the pole leans by more than 12°. Each step gives the reward 1, the last
 * one too. It has no end otherwise; Gymnasium's {@code CartPole-v1}, of which these are the rules,
 * is cut off after 500 steps. Sine and cosine are those of {@link StrictMath}, so that a run is the
 * same on every machine.
 *
 * <p>Source: Barto, Sutton and Anderson 1983, doi 10.1109/TSMC.1983.6313077, but for the friction,
 * the random start and the punishment at the end.
 */
public record CartPole() implements Environment {

  private static final double POLE = 0.1;
  private static final double ALL = 1.1;
  private static final double HALF_LENGTH = 0.5;
  private static final double STEP = 0.02;
  private static final double FARTHEST = 2.4;
  private static final double LARGEST_LEAN = 12 * 2 * Math.PI / 360;

  @Override
  public int actions() {
    return 2;
  }

  @Override
  public double[] start(Random random) {
    return random.doubles(4, -0.05, 0.05).toArray();
  }

  @Override
  public Transition step(double[] state, int action, Random random) {
    Require.length("state", state, 4, this);
    Require.that(action == 0 || action == 1, "action", action, "0 (left) or 1 (right)");
    Require.that(!over(state), "state", state[0] + " m, " + state[2] + " rad", "one not over yet");
    double sine = StrictMath.sin(state[2]);
    double cosine = StrictMath.cos(state[2]);
    double force = action == 1 ? 10 : -10;
    double u = (force + POLE * HALF_LENGTH * state[3] * state[3] * sine) / ALL;
    double lean =
        (9.8 * sine - u * cosine) / (HALF_LENGTH * (4 / 3.0 - POLE * cosine * cosine / ALL));
    double cart = u - POLE * HALF_LENGTH * lean * cosine / ALL;
    double[] next = {
      state[0] + STEP * state[1],
      state[1] + STEP * cart,
      state[2] + STEP * state[3],
      state[3] + STEP * lean
    };
    return new Transition(state, action, 1, next, over(next));
  }

  private static boolean over(double[] state) {
    return Math.abs(state[0]) > FARTHEST || Math.abs(state[2]) > LARGEST_LEAN;
  }
}
