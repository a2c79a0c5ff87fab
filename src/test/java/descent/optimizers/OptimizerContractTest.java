package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.NonFiniteException;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Rosenbrock;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import descent.schedules.PolynomialDecay;
import descent.schedules.ReduceOnPlateau;
import descent.schedules.WarmUp;
import descent.transforms.ClipByNorm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer of {@link OptimizerSample}. */
class OptimizerContractTest {

  static List<OptimizerSample> optimizers() {
    List<OptimizerSample> all = new ArrayList<>(OptimizerSample.ours());
    all.add(OptimizerSample.of("a reader's own", ReadersMomentum::new));
    all.add(
        OptimizerSample.of(
            "clipped", rate -> new Transformed(new ClipByNorm(1), new Momentum(rate, 0.9))));
    all.add(OptimizerSample.of("decaying", rate -> new DecoupledWeightDecay(0.1, new Adam(rate))));
    return all;
  }

  static List<OptimizerSample> elementwise() {
    return optimizers().stream().filter(OptimizerSample::isElementwise).toList();
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
  @MethodSource("optimizers")
  void comesDownABowl(OptimizerSample sample) {
    LearningRateSchedule line = new PolynomialDecay(0.5, 0, 2000, 1); // some never rest otherwise
    Quadratic bowl = new Quadratic(1, 2);
    State state = sample.with(line, 2).start(bowl.start());
    for (int t = 0; t < 2000; t++) {
      state.step(bowl);
    }
    assertEquals(0, bowl.value(state.theta()), 1e-3 * bowl.value(bowl.start()));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void stepReturnsTheValueBeforeItAndLetsTheObjectiveAdvance(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
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
  void startsAfreshEachTime(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
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
  void refusesWithoutChangingAnything(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
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
  void leavesTheGradientAsItIs(OptimizerSample sample) {
    double[] gradient = {30, -40};
    sample.with(0.1, 2).start(new double[] {1, 2}).step(gradient);
    assertArrayEquals(new double[] {30, -40}, gradient);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void refusesAStartThatCannotBe(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
    assertAll(
        refused("theta is null", () -> optimizer.start((double[]) null)),
        refused("theta is empty", () -> optimizer.start(new double[0])),
        refused("theta[1] is NaN", () -> optimizer.start(new double[] {0, Double.NaN})));
    assertThrows(NonFiniteException.class, () -> optimizer.start(new double[] {1 / 0.0}));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aMillionParametersAreTheSameOnOneThreadAndTwo(OptimizerSample sample) throws Exception {
    int n = 1_000_000;
    FirstOrderOptimizer optimizer = sample.with(0.1, n);
    double[] theta = random(1, n);
    double[] gradient = random(2, n);
    FirstOrderState one = inPool(1, optimizer.start(theta), state -> state.step(gradient));
    FirstOrderState two = inPool(2, optimizer.start(theta), state -> state.step(gradient));
    assertSame(optimizer, one, two);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void aMillionFloatsAreTheSameOnOneThreadAndTwo(OptimizerSample sample) throws Exception {
    int n = 1_000_000;
    ElementwiseOptimizer optimizer = (ElementwiseOptimizer) sample.with(0.1, n);
    float[] theta = floats(random(1, n));
    float[] gradient = floats(random(2, n));
    FloatState one = inPool(1, optimizer.start(theta), state -> state.step(gradient));
    FloatState two = inPool(2, optimizer.start(theta), state -> state.step(gradient));
    assertArrayEquals(one.theta(), two.theta());
    for (String name : optimizer.slots()) {
      assertArrayEquals(one.slot(name), two.slot(name), name);
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void eachOfAMillionParametersMovesAsIfAlone(OptimizerSample sample) {
    int n = 1_000_000;
    double[] theta = random(1, n);
    double[] gradient = random(2, n);
    FirstOrderState all = sample.with(0.1, n).start(theta);
    all.step(gradient);
    all.step(gradient);
    for (int i : new int[] {0, 32_767, 32_768, n - 1}) { // around where ranges meet
      FirstOrderState one = sample.with(0.1, 1).start(new double[] {theta[i]});
      one.step(new double[] {gradient[i]});
      one.step(new double[] {gradient[i]});
      assertEquals(one.theta()[0], all.theta()[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void eachOfAMillionFloatsMovesAsIfAlone(OptimizerSample sample) {
    int n = 1_000_000;
    float[] theta = floats(random(1, n));
    float[] gradient = floats(random(2, n));
    FloatState all = ((ElementwiseOptimizer) sample.with(0.1, n)).start(theta);
    all.step(gradient);
    all.step(gradient);
    for (int i : new int[] {0, 32_767, 32_768, n - 1}) {
      FloatState one = ((ElementwiseOptimizer) sample.with(0.1, 1)).start(new float[] {theta[i]});
      one.step(new float[] {gradient[i]});
      one.step(new float[] {gradient[i]});
      assertEquals(one.theta()[0], all.theta()[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void floatsTakeThePathOfDoubles(OptimizerSample sample) {
    int n = 100;
    ElementwiseOptimizer optimizer = (ElementwiseOptimizer) sample.with(0.01, n);
    float[] start = floats(random(1, n));
    FloatState narrow = optimizer.start(start);
    FirstOrderState wide = optimizer.start(doubles(start));
    for (int t = 0; t < 20; t++) {
      float[] gradient = floats(random(2 + t, n));
      float[] before = gradient.clone();
      narrow.step(gradient);
      wide.step(doubles(gradient));
      assertArrayEquals(before, gradient, "the gradient is not changed");
    }
    double[] theta = wide.theta();
    for (int i = 0; i < n; i++) {
      assertEquals(theta[i], narrow.theta()[i], 1e-4 * Math.abs(theta[i]));
      for (String name : optimizer.slots()) {
        double right = wide.slot(name)[i];
        assertEquals(right, narrow.slot(name)[i], 1e-5 + 1e-4 * Math.abs(right), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void floatsAreRefusedWithoutChangingAnything(OptimizerSample sample) {
    ElementwiseOptimizer optimizer = (ElementwiseOptimizer) sample.with(0.1, 2);
    float[] start = {1, 2};
    FloatState state = optimizer.start(start);
    start[0] = 99;
    assertEquals(1, state.theta()[0], "the start is copied");
    state.step(new float[] {0.5f, -0.5f});
    float[] theta = state.theta();
    List<float[]> slots = optimizer.slots().stream().map(state::slot).toList();
    assertAll(
        refused("theta is null", () -> optimizer.start((float[]) null)),
        refused("theta is empty", () -> optimizer.start(new float[0])),
        refused("theta[1] is NaN", () -> optimizer.start(new float[] {0, Float.NaN})),
        refused("gradient is null", () -> state.step(null)),
        refused("length of gradient is 3", () -> state.step(new float[3])),
        refused("gradient[1] is NaN", () -> state.step(new float[] {1, Float.NaN})),
        refused("gradient[0] is -Inf", () -> state.step(new float[] {-1 / 0f, 1})),
        refused("slot is nothing", () -> state.slot("nothing")));
    assertArrayEquals(theta, state.theta());
    for (int k = 0; k < slots.size(); k++) {
      assertArrayEquals(slots.get(k), state.slot(optimizer.slots().get(k)));
    }
    FloatState unbroken = optimizer.start(new float[] {1, 2});
    unbroken.step(new float[] {0.5f, -0.5f});
    unbroken.step(new float[] {1, 1});
    state.step(new float[] {1, 1});
    assertArrayEquals(unbroken.theta(), state.theta(), "refused steps do not count");
  }

  static List<Arguments> optimizersAndSchedules() {
    LearningRateSchedule plateau = new ReduceOnPlateau(0.1, 0.5, 2, 0);
    return optimizers().stream()
        .flatMap(
            sample ->
                Stream.of(new Constant(0.1), plateau, new WarmUp(5, plateau))
                    .map(schedule -> Arguments.of(sample, schedule)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("optimizersAndSchedules")
  void goesOnFromAFileToTheSameBits(
      OptimizerSample sample, LearningRateSchedule schedule, @TempDir Path folder)
      throws IOException {
    Quadratic bowl = new Quadratic(1, 2);
    Objective unimproving =
        (theta, gradient) -> {
          bowl.evaluate(theta, gradient);
          return 1; // so that the rate falls, in the middle of which the snapshot is taken
        };
    FirstOrderOptimizer optimizer = sample.with(schedule, 2);
    FirstOrderState state = optimizer.start(bowl.start());
    for (int t = 0; t < 10; t++) {
      state.step(unimproving);
    }
    Path file = folder.resolve("run");
    state.snapshot().write(file);
    FirstOrderState resumed = optimizer.resume(Snapshot.read(file));
    assertSame(optimizer, state, resumed);
    for (int t = 0; t < 20; t++) {
      state.step(unimproving);
      resumed.step(unimproving);
    }
    assertSame(optimizer, state, resumed);
    assertArrayEquals(state.effectiveRates(), resumed.effectiveRates());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aSnapshotStaysWhatItWas(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
    FirstOrderState state = optimizer.start(new double[] {1, 2});
    state.step(new double[] {1, -1});
    Snapshot snapshot = state.snapshot();
    FirstOrderState first = optimizer.resume(snapshot);
    state.step(new double[] {1, -1});
    first.step(new double[] {1, -1});
    assertSame(optimizer, state, first);
    FirstOrderState second = optimizer.resume(snapshot);
    second.step(new double[] {1, -1});
    assertSame(optimizer, state, second);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void anotherOptimizersSnapshotIsRefused(OptimizerSample sample) {
    record Other(LearningRateSchedule learningRate, List<String> slots)
        implements FirstOrderOptimizer {
      @Override
      public void update(Step s, double[] theta, double[] g, double[][] slot) {}
    }
    FirstOrderOptimizer optimizer = sample.with(0.1, 2);
    Snapshot other =
        new Other(new Constant(0.1), optimizer.slots()).start(new double[] {1, 2}).snapshot();
    Snapshot unscheduled = optimizer.start(new double[] {1, 2}).snapshot();
    FirstOrderOptimizer scheduled = sample.with(new ReduceOnPlateau(0.1, 0.5, 2, 0), 2);
    assertAll(
        refused("snapshot is null", () -> optimizer.resume(null)),
        refused("the snapshot's optimizer is Other; expected ", () -> optimizer.resume(other)),
        refused("the snapshot's schedule is of length 0", () -> scheduled.resume(unscheduled)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void effectiveRatesAreFiniteAndPositive(OptimizerSample sample) {
    int n = 4;
    FirstOrderState state = sample.with(0.1, n).start(random(1, n));
    assertThrows(IllegalStateException.class, state::effectiveRates);
    for (int t = 0; t < 20; t++) {
      double[] gradient = random(2 + t, n);
      gradient[1] = 0;
      gradient[2] *= 1e-8;
      gradient[3] *= 1e8;
      state.step(gradient);
      double[] rates = state.effectiveRates();
      assertEquals(n, rates.length);
      for (double rate : rates) {
        assertTrue(rate > 0 && rate < Double.POSITIVE_INFINITY, "step " + t + ": " + rate);
      }
    }
  }

  private static double[] random(int seed, int n) {
    return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static <T> T inPool(int threads, T state, Consumer<T> step) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(
              () -> {
                step.accept(state);
                step.accept(state);
              })
          .get();
    } finally {
      pool.shutdown();
    }
    return state;
  }

  private static void assertSame(FirstOrderOptimizer optimizer, State right, State found) {
    assertEquals(right.steps(), found.steps());
    assertArrayEquals(right.theta(), found.theta());
    for (String name : optimizer.slots()) {
      assertArrayEquals(right.slot(name), found.slot(name), name);
    }
  }

  private static Executable refused(String message, Executable call) {
    return () -> {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
      assertTrue(e.getMessage().contains(message), e.getMessage());
    };
  }
}
