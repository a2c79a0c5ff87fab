package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.models.Parameters;
import descent.schedules.Constant;
import descent.schedules.LearningRateSchedule;
import descent.transforms.ClipByNorm;
import descent.transforms.ClipByValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of optimizers: defaults, and values that cannot be, refused with their name. */
class OptimizerParametersTest {

  private static final Constant RATE = new Constant(0.1);
  private static final Parameters LAYERS = Parameters.of("W", 2).and("b", 1);

  /** The short constructors, and what they stand for. */
  static Map<DoubleFunction<FirstOrderOptimizer>, FirstOrderOptimizer> shortcuts() {
    Map<DoubleFunction<FirstOrderOptimizer>, FirstOrderOptimizer> all = new LinkedHashMap<>();
    all.put(GradientDescent::new, new GradientDescent(RATE));
    all.put(Momentum::new, new Momentum(RATE, 0.9));
    all.put(rate -> new Momentum(rate, 0.5), new Momentum(RATE, 0.5));
    all.put(Nesterov::new, new Nesterov(RATE, 0.9));
    all.put(rate -> new Nesterov(rate, 0.5), new Nesterov(RATE, 0.5));
    all.put(AcceleratedGradient::new, new AcceleratedGradient(RATE));
    all.put(Adagrad::new, new Adagrad(RATE, 1e-10));
    all.put(RMSprop::new, new RMSprop(RATE, 0.99, 1e-8, false));
    all.put(rate -> new RMSprop(rate, 0.5), new RMSprop(RATE, 0.5, 1e-8, false));
    all.put(Adadelta::new, new Adadelta(RATE, 0.9, 1e-6));
    all.put(Adam::new, new Adam(RATE, 0.9, 0.999, 1e-8, true));
    all.put(rate -> new Adam(rate, 0.5, 0.6, 0.7), new Adam(RATE, 0.5, 0.6, 0.7, true));
    all.put(AdamW::new, new AdamW(RATE, 0.9, 0.999, 1e-8, 0.01));
    all.put(rate -> new AdamW(rate, 0.5), new AdamW(RATE, 0.9, 0.999, 1e-8, 0.5));
    all.put(AMSGrad::new, new AMSGrad(RATE, 0.9, 0.999, 1e-8));
    all.put(rate -> new AMSGrad(rate, 0.5, 0.6, 0.7), new AMSGrad(RATE, 0.5, 0.6, 0.7));
    all.put(AdaMax::new, new AdaMax(RATE, 0.9, 0.999, 1e-8));
    all.put(NAdam::new, new NAdam(RATE, 0.9, 0.999, 1e-8));
    all.put(RAdam::new, new RAdam(RATE, 0.9, 0.999, 1e-8));
    all.put(Yogi::new, new Yogi(RATE, 0.9, 0.999, 1e-3));
    all.put(Lion::new, new Lion(RATE, 0.9, 0.99, 0));
    all.put(rate -> new LAMB(rate, LAYERS), new LAMB(RATE, 0.9, 0.999, 1e-6, 0, LAYERS));
    all.put(Rprop::new, new Rprop(RATE));
    return all;
  }

  @Test
  void shortConstructorsTakeTheDefaults() {
    shortcuts().forEach((maker, full) -> assertEquals(full, maker.apply(0.1)));
    assertEquals(new Adam(RATE, 0.9, 0.999, 1e-8, true), new Adam(RATE));
    assertEquals(new Adadelta(new Constant(1), 0.9, 1e-6), new Adadelta());
    assertEquals(new LBFGS(10), new LBFGS());
    assertEquals(new Newton(0), new Newton());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void ratesAreAboveZero(double bad) {
    String message = "learning rate is " + bad + "; expected a finite number above 0";
    shortcuts().keySet().forEach(maker -> assertRefused(message, () -> maker.apply(bad)));
  }

  @ParameterizedTest
  @MethodSource("descent.optimizers.OptimizerSample#ours")
  void thereIsASchedule(OptimizerSample sample) {
    assertRefused("learning rate is null", () -> sample.with((LearningRateSchedule) null, 3));
  }

  /** The optimizers with a parameter that a name says, as a function of it. */
  static Map<String, List<DoubleFunction<?>>> decays() {
    return Map.of(
        "beta",
        List.of(x -> new Momentum(RATE, x), x -> new Nesterov(RATE, x)),
        "decay",
        List.of(x -> new RMSprop(RATE, x, 1, false), x -> new Adadelta(RATE, x, 1)),
        "beta1",
        List.of(
            x -> new Adam(RATE, x, 0.5, 1, true),
            x -> new AdamW(RATE, x, 0.5, 1, 0),
            x -> new AMSGrad(RATE, x, 0.5, 1),
            x -> new AdaMax(RATE, x, 0.5, 1),
            x -> new NAdam(RATE, x, 0.5, 1),
            x -> new RAdam(RATE, x, 0.5, 1),
            x -> new Yogi(RATE, x, 0.5, 1),
            x -> new Lion(RATE, x, 0.5, 0),
            x -> new LAMB(RATE, x, 0.5, 1, 0, LAYERS)),
        "beta2",
        List.of(
            x -> new Adam(RATE, 0.5, x, 1, true),
            x -> new AdamW(RATE, 0.5, x, 1, 0),
            x -> new AMSGrad(RATE, 0.5, x, 1),
            x -> new AdaMax(RATE, 0.5, x, 1),
            x -> new NAdam(RATE, 0.5, x, 1),
            x -> new RAdam(RATE, 0.5, x, 1),
            x -> new Yogi(RATE, 0.5, x, 1),
            x -> new Lion(RATE, 0.5, x, 0),
            x -> new LAMB(RATE, 0.5, x, 1, 0, LAYERS)));
  }

  @Test
  void decaysAreAtLeastZeroAndBelowOne() {
    refuses(decays(), "; expected a number, at least 0 and below 1", -0.1, 1, 1.1, Double.NaN);
    decays().values().forEach(makers -> makers.forEach(maker -> maker.apply(0)));
  }

  @Test
  void epsilonsAndLimitsAreAboveZero() {
    Map<String, List<DoubleFunction<?>>> makers =
        Map.of(
            "epsilon",
            List.of(
                x -> new Adagrad(RATE, x),
                x -> new RMSprop(RATE, 0.5, x, false),
                x -> new Adadelta(RATE, 0.5, x),
                x -> new Adam(RATE, 0.5, 0.5, x, true),
                x -> new AdamW(RATE, 0.5, 0.5, x, 0),
                x -> new AMSGrad(RATE, 0.5, 0.5, x),
                x -> new AdaMax(RATE, 0.5, 0.5, x),
                x -> new NAdam(RATE, 0.5, 0.5, x),
                x -> new RAdam(RATE, 0.5, 0.5, x),
                x -> new Yogi(RATE, 0.5, 0.5, x),
                x -> new LAMB(RATE, 0.5, 0.5, x, 0, LAYERS)),
            "limit",
            List.of(ClipByNorm::new, ClipByValue::new));
    refuses(makers, "; expected a finite number above 0", 0, -1, Double.NaN, 1 / 0.0);
  }

  @Test
  void weightDecaysAndDampingAreZeroOrAbove() {
    Map<String, List<DoubleFunction<?>>> makers =
        Map.of(
            "weightDecay",
            List.of(
                x -> new AdamW(RATE, 0.5, 0.5, 1, x),
                x -> new Lion(RATE, 0.5, 0.5, x),
                x -> new LAMB(RATE, 0.5, 0.5, 1, x, LAYERS),
                x -> new DecoupledWeightDecay(x, new Adam(1))),
            "damping",
            List.of(Newton::new));
    refuses(makers, "; expected a finite number, 0 or above", -1e-300, Double.NaN, 1 / 0.0);
  }

  @Test
  void whatIsPutTogetherIsThere() {
    assertRefused("transform is null", () -> new Transformed(null, new Adam(1)));
    assertRefused("optimizer is null", () -> new Transformed(new ClipByNorm(1), null));
    assertRefused("optimizer is null", () -> new DecoupledWeightDecay(0, null));
    assertRefused("layers is null", () -> new LAMB(1, null));
    assertRefused("pairs is 0; expected 1 or more", () -> new LBFGS(0));
  }

  private static void refuses(
      Map<String, List<DoubleFunction<?>>> makers, String expected, double... bad) {
    makers.forEach(
        (name, list) ->
            list.forEach(
                maker ->
                    DoubleStream.of(bad)
                        .forEach(
                            x ->
                                assertRefused(
                                    name + " is " + x + expected, () -> maker.apply(x)))));
  }

  static void assertRefused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
