package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.engine.NonFiniteException;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Rosenbrock;
import descent.schedules.LearningRateSchedule;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every elementwise optimizer. A new one is added to the list of {@link #makers},
 * and that is all.
 */
class OptimizerContractTest {

  /** How to make each optimizer from its learning rate. */
  static List<DoubleFunction<ElementwiseOptimizer>> makers() {
    return List.of(GradientDescent::new, rate -> new ReadersMomentum(p -> rate));
  }

  static Stream<ElementwiseOptimizer> optimizers() {
    return makers().stream().map(maker -> maker.apply(0.1));
  }

  static Stream<ElementwiseOptimizer> optimizersWithReference() {
    return optimizers().filter(optimizer -> !optimizer.getClass().isMemberClass());
  }

  static Stream<DoubleFunction<ElementwiseOptimizer>> makersWithRange() {
    return makers().stream().filter(maker -> !maker.apply(0.1).getClass().isMemberClass());
  }

  /** A reader's own optimizer, with a memory. */
  record ReadersMomentum(LearningRateSchedule learningRate) implements ElementwiseOptimizer {
    @Override
    public List<String> slots() {
      return List.of("velocity");
    }

    @Override
    public void block(Step s, double[] theta, double[] g, double[][] slot, int from, int to) {
      double[] v = slot[0];
      for (int i = from; i < to; i++) {
        v[i] = 0.5 * v[i] + g[i];
        theta[i] -= s.rate() * v[i];
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizersWithReference")
  void followsTheReference(ElementwiseOptimizer optimizer) {
    String name = optimizer.getClass().getSimpleName();
    for (JsonElement element : Fixtures.cases("optimizers.json", name)) {
      JsonObject one = element.getAsJsonObject();
      FirstOrderState state = optimizer.start(Fixtures.doubles(one, "theta"));
      double[][] gradients = Fixtures.rows(one, "gradients");
      double[][] path = Fixtures.rows(one, "path");
      assertEquals(50, gradients.length);
      for (int t = 0; t < gradients.length; t++) {
        state.step(gradients[t]);
        double[] theta = state.theta();
        for (int i = 0; i < theta.length; i++) {
          assertEquals(path[t][i], theta[i], 1e-10 * Math.max(1, Math.abs(theta[i])));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void comesDownABowl(ElementwiseOptimizer optimizer) {
    Quadratic bowl = new Quadratic(1, 2);
    State state = optimizer.start(bowl.start());
    for (int t = 0; t < 300; t++) {
      state.step(bowl);
    }
    assertTrue(bowl.value(state.theta()) < 1e-4 * bowl.value(bowl.start()));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void stepReturnsTheValueBeforeItAndLetsTheObjectiveAdvance(ElementwiseOptimizer optimizer) {
    int[] advanced = {0};
    Objective objective =
        new Objective() {
          @Override
          public double evaluate(double[] theta, double[] gradient) {
            return new Rosenbrock().evaluate(theta, gradient);
          }

          @Override
          public void advance() {
            advanced[0]++;
          }
        };
    double[] start = {-1.2, 1};
    State state = optimizer.start(start);
    assertEquals(objective.value(start), state.step(objective));
    assertEquals(1, advanced[0]);
    assertEquals(1, state.steps());
    assertArrayEquals(new double[] {-1.2, 1}, start, "the start is copied");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void startsAfreshEachTime(ElementwiseOptimizer optimizer) {
    Quadratic bowl = new Quadratic(1, 2);
    State first = optimizer.start(bowl.start());
    first.step(bowl);
    first.step(bowl);
    State second = optimizer.start(bowl.start());
    second.step(bowl);
    second.step(bowl);
    assertArrayEquals(first.theta(), second.theta());
    first.theta()[0] = 99;
    assertTrue(first.theta()[0] < 2, "theta() is a copy");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void refusesWithoutChangingAnything(ElementwiseOptimizer optimizer) {
    FirstOrderState state = optimizer.start(new double[] {1, 2});
    state.step(new double[] {0.5, -0.5});
    double[] theta = state.theta();
    double[][] slots = optimizer.slots().stream().map(state::slot).toArray(double[][]::new);
    Objective infinite = (t, g) -> Double.POSITIVE_INFINITY;
    Objective withoutGradient =
        (t, g) -> {
          Arrays.fill(g, Double.NaN);
          return 1;
        };
    assertAll(
        refused("gradient is null", () -> state.step((double[]) null)),
        refused("length of gradient is 3", () -> state.step(new double[3])),
        refused("gradient[1] is NaN", () -> state.step(new double[] {1, Double.NaN})),
        refused("objective is null", () -> state.step((Objective) null)),
        refused("gradient[0] is -Inf", () -> state.step(new double[] {-1 / 0.0, 1})),
        refused("value at step 2 is Infinity", () -> state.step(infinite)),
        refused("gradient[0] is NaN", () -> state.step(withoutGradient)),
        refused("slot is nothing", () -> state.slot("nothing")));
    assertArrayEquals(theta, state.theta());
    assertEquals(1, state.steps());
    for (int i = 0; i < slots.length; i++) {
      assertArrayEquals(slots[i], state.slot(optimizer.slots().get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void refusesAStartThatCannotBe(ElementwiseOptimizer optimizer) {
    assertAll(
        refused("theta is null", () -> optimizer.start((double[]) null)),
        refused("theta is empty", () -> optimizer.start(new double[0])),
        refused("theta[1] is NaN", () -> optimizer.start(new double[] {0, Double.NaN})));
    assertThrows(NonFiniteException.class, () -> optimizer.start(new double[] {1 / 0.0}));
  }

  @ParameterizedTest
  @MethodSource("makersWithRange")
  void refusesALearningRateOutOfRange(DoubleFunction<ElementwiseOptimizer> maker) {
    for (double rate : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertAll(refused("learning rate is " + rate, () -> maker.apply(rate)));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aMillionParametersAreTheSameOnOneThreadAndTwo(ElementwiseOptimizer optimizer)
      throws Exception {
    double[] theta = new SplittableRandom(1).doubles(1_000_000, -1, 1).toArray();
    double[] gradient = new SplittableRandom(2).doubles(1_000_000, -1, 1).toArray();
    double[][] result = new double[2][];
    for (int threads = 1; threads <= 2; threads++) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      FirstOrderState state = optimizer.start(theta);
      pool.submit(
              () -> {
                state.step(gradient);
                state.step(gradient);
              })
          .get();
      pool.shutdown();
      result[threads - 1] = state.theta();
    }
    assertArrayEquals(result[0], result[1]);
    FirstOrderState one = optimizer.start(new double[] {theta[999_999]});
    one.step(new double[] {gradient[999_999]});
    one.step(new double[] {gradient[999_999]});
    assertEquals(one.theta()[0], result[0][999_999], "the last coordinate moves as any other");
  }

  private static Executable refused(String message, Executable call) {
    return () -> {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
      assertTrue(e.getMessage().contains(message), e.getMessage());
    };
  }
}
