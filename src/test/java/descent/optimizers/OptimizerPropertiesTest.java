package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.models.Parameters;
import descent.objectives.Quadratic;
import descent.schedules.Constant;
import descent.transforms.ClipByNorm;
import descent.transforms.ClipByValue;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only some optimizers have, and how they relate to each other. */
class OptimizerPropertiesTest {

  private static final double RATE = 0.1;
  private static final double[] START = {1, -2, 0.5};
  private static final double[][] GRADIENTS =
      IntStream.range(0, 30)
          .mapToObj(t -> new SplittableRandom(t).doubles(START.length, -1, 1).toArray())
          .toArray(double[][]::new);

  /** Returns θ after a step with each gradient, changed before. */
  private static double[] run(FirstOrderOptimizer optimizer, UnaryOperator<double[]> change) {
    FirstOrderState state = optimizer.start(START);
    for (double[] gradient : GRADIENTS) {
      state.step(change.apply(gradient));
    }
    return state.theta();
  }

  private static double[] run(FirstOrderOptimizer optimizer) {
    return run(optimizer, g -> g);
  }

  private static double[] times(double factor, double[] values) {
    return DoubleStream.of(values).map(value -> factor * value).toArray();
  }

  private static double norm(double[] values) {
    return Math.sqrt(DoubleStream.of(values).map(value -> value * value).sum());
  }

  static List<OptimizerSample> ours() {
    return OptimizerSample.ours();
  }

  static List<OptimizerSample> withoutWeightDecay() {
    List<String> decaying =
        List.of(
            "AdamW(0.9,0.999,1e-8,0.01)",
            "AdamW(0.8,0.99,1e-3,0.5)",
            "Lion(0.8,0.95,0.5)",
            "LAMB(0.8,0.99,1e-3,0.5)");
    return ours().stream().filter(sample -> !decaying.contains(sample.name())).toList();
  }

  // ---- zero gradients

  @ParameterizedTest
  @MethodSource("withoutWeightDecay")
  void zeroGradientsMoveNothing(OptimizerSample sample) {
    assertArrayEquals(START, run(sample.with(RATE, START.length), g -> new double[g.length]));
  }

  @Test
  void atZeroGradientsOnlyTheWeightsDecay() {
    Constant rate = new Constant(RATE);
    Parameters layers = Parameters.of("W", 2).and("b", 1);
    double[] shrunk = times(Math.pow(1 - RATE * 0.5, GRADIENTS.length), START);
    double[] shrunkByRate = times(Math.pow(1 - RATE, GRADIENTS.length), START);
    UnaryOperator<double[]> zero = g -> new double[g.length];
    assertArrayEquals(shrunk, run(new AdamW(RATE, 0.5), zero), 1e-15);
    assertArrayEquals(shrunk, run(new Lion(rate, 0.9, 0.99, 0.5), zero), 1e-15);
    assertArrayEquals(shrunk, run(new DecoupledWeightDecay(0.5, new Adam(RATE)), zero), 1e-15);
    LAMB lamb = new LAMB(rate, 0.9, 0.999, 1e-6, 0.5, layers); // its step has the length of θ
    assertArrayEquals(shrunkByRate, run(lamb, zero), 1e-15);
  }

  // ---- the size of gradients

  static List<FirstOrderOptimizer> linear() {
    return List.of(
        new GradientDescent(RATE),
        new Momentum(RATE),
        new Nesterov(RATE),
        new AcceleratedGradient(RATE));
  }

  @ParameterizedTest
  @MethodSource("linear")
  void withoutAdaptationTheWayGrowsWithTheGradients(FirstOrderOptimizer optimizer) {
    double[] way = run(optimizer);
    double[] longer = run(optimizer, g -> times(1e3, g));
    for (int i = 0; i < START.length; i++) {
      assertEquals(1e3 * (way[i] - START[i]), longer[i] - START[i], 1e-10);
    }
  }

  static List<FirstOrderOptimizer> invariant() {
    return List.of(
        new Adagrad(RATE),
        new RMSprop(RATE),
        new RMSprop(new Constant(RATE), 0.9, 1e-8, true),
        new Adam(RATE),
        new Adam(new Constant(RATE), 0.9, 0.999, 1e-8, false),
        new AdamW(RATE, 0.5),
        new AMSGrad(RATE),
        new AdaMax(RATE),
        new NAdam(RATE),
        new Yogi(new Constant(RATE), 0.9, 0.999, 1e-8),
        new Lion(RATE),
        new LAMB(RATE, Parameters.of("W", 2).and("b", 1)),
        new Rprop(RATE));
  }

  @ParameterizedTest
  @MethodSource("invariant")
  void withAdaptationTheSizeOfAllGradientsHardlyMatters(FirstOrderOptimizer optimizer) {
    double[] way = run(optimizer);
    assertArrayEquals(way, run(optimizer, g -> times(1e3, g)), 1e-4);
  }

  @Test
  void signsAreAllThatLionAndRpropSee() {
    for (FirstOrderOptimizer optimizer : List.of(new Lion(RATE), new Rprop(RATE))) {
      double[] way = run(optimizer);
      assertArrayEquals(way, run(optimizer, g -> times(0x1p600, g)));
      assertArrayEquals(way, run(optimizer, g -> times(0x1p-600, g))); // products underflow
    }
  }

  @Test
  void lionMovesEachCoordinateByTheRate() {
    FirstOrderState state = new Lion(RATE).start(START);
    for (double[] gradient : GRADIENTS) {
      double[] before = state.theta();
      state.step(gradient);
      for (int i = 0; i < START.length; i++) {
        assertEquals(RATE, Math.abs(state.theta()[i] - before[i]), 1e-15);
      }
    }
  }

  @Test
  void lambMovesEachLayerByTheRateTimesItsLength() {
    Parameters layers = Parameters.of("W", 2).and("b", 1);
    FirstOrderState state = new LAMB(RATE, layers).start(START);
    for (double[] gradient : GRADIENTS) {
      double[] a = state.theta();
      state.step(gradient);
      double[] b = state.theta();
      assertEquals(RATE * Math.hypot(a[0], a[1]), Math.hypot(b[0] - a[0], b[1] - a[1]), 1e-14);
      assertEquals(RATE * Math.abs(a[2]), Math.abs(b[2] - a[2]), 1e-14);
    }
  }

  @Test
  void lambMovesALayerOfZerosByItsPlainStep() {
    FirstOrderState state = new LAMB(RATE, Parameters.of("W", 1)).start(new double[] {0});
    state.step(new double[] {3});
    assertEquals(-RATE * 3 / (3 + 1e-6), state.theta()[0], 1e-15);
  }

  @Test
  void lambRefusesParametersThatItsLayersDoNotFit() {
    FirstOrderState state = new LAMB(RATE, Parameters.of("W", 2)).start(START);
    OptimizerParametersTest.assertRefused(
        "the length of theta is 3; expected 2", () -> state.step(GRADIENTS[0]));
    assertArrayEquals(START, state.theta());
  }

  // ---- first steps

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, -1e-8, 3e-8, -0.5, 1, 1e8, -1e150})
  void theFirstStepIsTheRateTimesTheSignUnlessTheGradientIsAsSmallAsEpsilon(double g) {
    double[] gradient = {g};
    for (double epsilon : new double[] {1e-8, 1e-3}) {
      double step = RATE * g / (Math.abs(g) + epsilon);
      Constant rate = new Constant(RATE);
      for (FirstOrderOptimizer optimizer :
          List.of(
              new Adam(RATE, 0.9, 0.999, epsilon),
              new AdamW(rate, 0.9, 0.999, epsilon, 0),
              new AMSGrad(RATE, 0.9, 0.999, epsilon),
              new AdaMax(rate, 0.9, 0.999, epsilon),
              new Yogi(rate, 0.9, 0.999, epsilon))) {
        FirstOrderState state = optimizer.start(new double[] {0});
        state.step(gradient);
        assertEquals(-step, state.theta()[0], 1e-12 * Math.abs(step), optimizer.toString());
      }
    }
  }

  /** Adam's bias, as the articles leave it in: on a constant gradient. */
  @Test
  void withoutBiasCorrectionAdamsFirstHundredsOfStepsAreTooLong() {
    Adam adam = new Adam(new Constant(1), 0.9, 0.999, 1e-300, false);
    FirstOrderState state = adam.start(new double[] {0});
    double[] steps = new double[401];
    for (int t = 1; t < steps.length; t++) {
      double before = state.theta()[0];
      state.step(new double[] {1});
      steps[t] = before - state.theta()[0];
    }
    assertEquals(3.16, steps[1], 0.005);
    assertEquals(0.1 / Math.sqrt(0.001), steps[1], 1e-13);
    int longest = IntStream.range(0, 401).reduce(0, (a, b) -> steps[b] > steps[a] ? b : a);
    assertEquals(12, longest);
    assertEquals(6.57, steps[12], 0.005);
    assertTrue(steps[287] > 2 && steps[288] < 2, steps[287] + ", " + steps[288]);
  }

  @Test
  void aVelocityDoesNotHoldTheRatesOfItsSteps() {
    List<FirstOrderState> states =
        Stream.<FirstOrderOptimizer>of(
                new Momentum(progress -> 1 + progress.step(), 0.5),
                new Nesterov(progress -> 1 + progress.step(), 0.5))
            .map(optimizer -> optimizer.start(new double[] {0}))
            .toList();
    for (FirstOrderState state : states) {
      state.step(new double[] {1});
      state.step(new double[] {1});
    }
    assertEquals(-1 - 2 * 1.5, states.get(0).theta()[0]);
    assertEquals(-1.5 - 2 * (1 + 0.5 * 1.5), states.get(1).theta()[0]);
  }

  @Test
  void withDefaultsRAdamIsMomentumForFiveSteps() {
    FirstOrderState radam = new RAdam(RATE).start(new double[] {0});
    double m = 0;
    double theta = 0;
    for (int t = 1; t <= 6; t++) {
      double g = t * 1e3;
      m = 0.9 * m + 0.1 * g;
      theta -= RATE * m / (1 - Math.pow(0.9, t));
      radam.step(new double[] {g});
      boolean same = Math.abs(radam.theta()[0] - theta) < 1e-9;
      assertEquals(t <= 5, same, "step " + t);
    }
  }

  @Test
  void adadeltasFirstStepIsAboutTheRootOfEpsilon() {
    FirstOrderState state = new Adadelta().start(new double[] {0});
    state.step(new double[] {100});
    assertEquals(-Math.sqrt(1e-6 / 0.1), state.theta()[0], 1e-9);
  }

  // ---- relatives

  @Test
  void aSpecialCaseIsTheOtherOptimizer() {
    Constant rate = new Constant(RATE);
    double[] descent = run(new GradientDescent(RATE));
    assertArrayEquals(descent, run(new Momentum(RATE, 0)));
    assertArrayEquals(descent, run(new Nesterov(RATE, 0)));
    double[] adam = run(new Adam(RATE));
    assertArrayEquals(adam, run(new AdamW(RATE, 0)), 1e-14);
    assertArrayEquals(
        run(new AdamW(RATE, 0.5)), run(new DecoupledWeightDecay(0.5, new Adam(RATE))), 1e-14);
    assertArrayEquals(run(new RMSprop(RATE, 0.9)), run(new Adam(rate, 0, 0.9, 1e-8, false)), 1e-14);
    assertArrayEquals(run(new NAdam(rate, 0, 0.9, 1e-8)), run(new Adam(RATE, 0, 0.9, 1e-8)), 1e-14);
  }

  @Test
  void forGradientDescentDecoupledDecayIsAPenalty() {
    FirstOrderState decoupled =
        new DecoupledWeightDecay(0.5, new GradientDescent(RATE)).start(START);
    FirstOrderState penalty = new GradientDescent(RATE).start(START);
    for (double[] gradient : GRADIENTS) {
      decoupled.step(gradient);
      double[] theta = penalty.theta();
      penalty.step(
          IntStream.range(0, theta.length)
              .mapToDouble(i -> gradient[i] + 0.5 * theta[i])
              .toArray());
    }
    assertArrayEquals(penalty.theta(), decoupled.theta(), 1e-14);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void transformedGetsTheTransformedGradient(OptimizerSample sample) {
    FirstOrderOptimizer optimizer = sample.with(RATE, START.length);
    assertArrayEquals(
        run(optimizer, g -> times(Math.min(1, 0.8 / norm(g)), g)),
        run(new Transformed(new ClipByNorm(0.8), optimizer)),
        1e-10);
    assertArrayEquals(
        run(
            optimizer,
            g -> DoubleStream.of(g).map(x -> Math.max(-0.3, Math.min(0.3, x))).toArray()),
        run(new Transformed(new ClipByValue(0.3), optimizer)));
  }

  @Test
  void transformsAreAppliedFromTheOutsideIn() {
    Transformed both =
        new Transformed(
            new ClipByValue(3), new Transformed(new ClipByNorm(1), new GradientDescent(1)));
    FirstOrderState state = both.start(new double[] {0, 0});
    state.step(new double[] {3, 400}); // to 3, 3 and then to the length 1
    assertArrayEquals(new double[] {-Math.sqrt(0.5), -Math.sqrt(0.5)}, state.theta(), 1e-15);
  }

  // ---- what is remembered

  @Test
  void theEffectiveRateOfLambHasTheTrustOfItsLayer() {
    double[] start = {3, 4, 0.1};
    Parameters layers = Parameters.of("large", 2).and("small", 1);
    FirstOrderState state = new LAMB(RATE, layers).start(start);
    state.step(new double[] {2, -2, 2});
    double[] trust = {5 / Math.sqrt(2), 5 / Math.sqrt(2), 0.1};
    assertArrayEquals(trust, state.slot("trust"), 1e-5);
    for (int i = 0; i < 3; i++) {
      double way = start[i] - state.theta()[i];
      assertEquals(Math.abs(way), state.effectiveRates()[i] * 2, 1e-12); // m̂ is the gradient
    }
  }

  @Test
  void effectiveRatesAreWhatTheDirectionIsMultipliedWith() {
    FirstOrderState adam = new Adam(RATE, 0.8, 0.99, 1e-3).start(START);
    FirstOrderState adagrad = new Adagrad(RATE).start(START);
    FirstOrderState rmsprop = new RMSprop(new Constant(RATE), 0.9, 1e-3, true).start(START);
    int t = 0;
    for (double[] g : GRADIENTS) {
      t++;
      double[] before = adagrad.theta();
      double[] centered = rmsprop.theta();
      adam.step(g);
      adagrad.step(g);
      rmsprop.step(g);
      for (int i = 0; i < START.length; i++) {
        double v = adam.slot("v")[i] / (1 - Math.pow(0.99, t));
        assertEquals(RATE / (Math.sqrt(v) + 1e-3), adam.effectiveRates()[i], 1e-12);
        assertEquals(before[i] - adagrad.effectiveRates()[i] * g[i], adagrad.theta()[i], 1e-14);
        assertEquals(centered[i] - rmsprop.effectiveRates()[i] * g[i], rmsprop.theta()[i], 1e-14);
      }
    }
  }

  @Test
  void adamForgetsALargeGradientAndAmsgradDoesNot() {
    FirstOrderState adam = new Adam(RATE, 0.9, 0.9, 1e-8).start(new double[] {0});
    FirstOrderState amsgrad = new AMSGrad(RATE, 0.9, 0.9, 1e-8).start(new double[] {0});
    double largest = 0;
    for (int t = 1; t <= 200; t++) {
      double[] gradient = {t == 50 ? 100 : 1};
      adam.step(gradient);
      amsgrad.step(gradient);
      assertTrue(amsgrad.slot("w")[0] >= largest);
      largest = amsgrad.slot("w")[0];
    }
    assertEquals(RATE, adam.effectiveRates()[0], 1e-3);
    assertEquals(RATE / Math.sqrt(0.1 * 1e4), amsgrad.effectiveRates()[0], 1e-5);
  }

  @Test
  void yogisSecondMomentChangesByABoundedAmount() {
    FirstOrderState yogi = new Yogi(new Constant(RATE), 0.9, 0.9, 1e-3).start(new double[] {0});
    FirstOrderState adam = new Adam(RATE, 0.9, 0.9, 1e-3).start(new double[] {0});
    for (FirstOrderState state : List.of(yogi, adam)) {
      state.step(new double[] {10});
      state.step(new double[] {0.1});
    }
    assertEquals(10 - 0.1 * 0.01, yogi.slot("v")[0], 1e-13);
    assertEquals(0.9 * 10 + 0.1 * 0.01, adam.slot("v")[0], 1e-13);
  }

  // ---- closed forms

  /** θ(t+1) = a θ(t) − b θ(t−1) with complex roots, so that θ(t) = √bᵗ (cos ωt + c sin ωt). */
  private static double oscillation(double a, double b, double second, int t) {
    double radius = Math.sqrt(b);
    double angle = Math.acos(a / (2 * radius));
    double c = (second / radius - Math.cos(angle)) / Math.sin(angle);
    return Math.pow(radius, t) * (Math.cos(angle * t) + c * Math.sin(angle * t));
  }

  @Test
  void onABowlMomentumAndNesterovOscillateAsTheirRootsSay() {
    double beta = 0.9;
    double[] curvatures = {0.5, 1, 4};
    Quadratic bowl = new Quadratic(curvatures);
    State momentum = new Momentum(RATE, beta).start(bowl.start());
    State nesterov = new Nesterov(RATE, beta).start(bowl.start());
    for (int t = 1; t <= 60; t++) {
      momentum.step(bowl);
      nesterov.step(bowl);
      for (int i = 0; i < curvatures.length; i++) {
        double q = 1 - RATE * curvatures[i];
        assertEquals(oscillation(q + beta, beta, q, t), momentum.theta()[i], 1e-13);
        assertEquals(
            oscillation(q * (1 + beta), q * beta, q * (1 + beta) - beta, t),
            nesterov.theta()[i],
            1e-13);
      }
    }
  }

  /** The theorem's bound, on curvatures spread over nine powers of ten. */
  @Test
  void theErrorOfTheAcceleratedGradientFallsWithTheSquareOfTheSteps() {
    double[] curvatures =
        IntStream.rangeClosed(0, 36).mapToDouble(i -> Math.pow(10, -i / 4.0)).toArray();
    Quadratic bowl = new Quadratic(curvatures);
    FirstOrderState accelerated = new AcceleratedGradient(1).start(bowl.start());
    State descent = new GradientDescent(1).start(bowl.start());
    double[] gradient = new double[curvatures.length];
    int steps = 1000;
    for (int t = 1; t <= steps; t++) {
      double[] x = accelerated.theta();
      bowl.evaluate(x, gradient);
      for (int i = 0; i < x.length; i++) {
        x[i] -= gradient[i];
      }
      accelerated.step(gradient);
      descent.step(bowl);
      assertTrue(bowl.value(x) <= 2.0 * curvatures.length / ((t + 1.0) * (t + 1.0)), "step " + t);
    }
    assertTrue(bowl.value(accelerated.theta()) < 0.01 * bowl.value(descent.theta()));
  }
}
