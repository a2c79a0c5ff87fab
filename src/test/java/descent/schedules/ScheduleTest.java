package descent.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

  static Map<String, LearningRateSchedule> ours() {
    return Map.of(
        "ExponentialDecay", new ExponentialDecay(0.5, 0.3, 10),
        "StepDecay", new StepDecay(0.5, 0.3, 7),
        "PolynomialDecay", new PolynomialDecay(0.5, 0.1, 40, 2.5),
        "CosineDecay", new CosineDecay(0.5, 0.1, 40),
        "CosineRestarts", new CosineRestarts(0.5, 0.01, 5, 2),
        "OneCycle", new OneCycle(0.5, 60),
        "PiecewiseConstant", new PiecewiseConstant(List.of(10, 25), List.of(0.5, 0.25, 0.125)),
        "WarmUp", new WarmUp(8, new StepDecay(0.5, 0.1, 20)),
        "ReduceOnPlateau", new ReduceOnPlateau(0.5, 0.5, 3, 0));
  }

  static List<String> names() {
    return ours().keySet().stream().sorted().toList();
  }

  private static double[] rates(LearningRateSchedule schedule, double[] values, int steps) {
    double[] memory = new double[schedule.memory()];
    double[] rates = new double[steps];
    for (int t = 0; t < steps; t++) {
      double value = values == null || values.length == 0 ? Double.NaN : values[t];
      rates[t] = schedule.at(new Progress(t, value, memory));
    }
    return rates;
  }

  @ParameterizedTest
  @MethodSource("names")
  void followsTheReference(String name) {
    JsonObject one = Fixtures.cases("schedules.json", name).get(0).getAsJsonObject();
    double[] expected = Fixtures.doubles(one, "rates");
    double[] values = one.has("values") ? Fixtures.doubles(one, "values") : null;
    double[] found = rates(ours().get(name), values, expected.length);
    assertEquals(60, expected.length);
    for (int t = 0; t < expected.length; t++) {
      assertEquals(expected[t], found[t], 1e-12 * expected[t], name + " at step " + t);
    }
  }

  @Test
  void inverseTimeByHand() {
    InverseTimeDecay schedule = new InverseTimeDecay(0.5, 0.1);
    assertEquals(0.5, schedule.at(new Progress(0, 0)), 0.0);
    assertEquals(0.25, schedule.at(new Progress(10, 0)), 1e-16);
  }

  @Test
  void aScheduleServesSeveralRuns() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 0, 0.2);
    double[] flat = {3, 3, 3, 3, 3};
    assertEquals("[1.0, 0.5, 0.25, 0.2, 0.2]", Arrays.toString(rates(schedule, flat, 5)));
    assertEquals("[1.0, 0.5, 0.25, 0.2, 0.2]", Arrays.toString(rates(schedule, flat, 5)));
  }

  @Test
  void aNegativeValueThatStaysTheSameIsAPlateau() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 1, 0);
    double[] values = {-1, -1, -1, -1.00001, -1.01, -1};
    assertEquals("[1.0, 1.0, 0.5, 0.5, 0.5, 0.5]", Arrays.toString(rates(schedule, values, 6)));
  }

  @Test
  void stepsWithoutAValueLeaveThePlateauAlone() {
    ReduceOnPlateau schedule = new ReduceOnPlateau(1, 0.5, 0, 0);
    double[] values = {Double.NaN, 3, Double.NaN, Double.NaN, 3, Double.NaN};
    assertEquals("[1.0, 1.0, 1.0, 1.0, 0.5, 0.5]", Arrays.toString(rates(schedule, values, 6)));
  }

  @Test
  void schedulesCompose() {
    LearningRateSchedule plateau = new WarmUp(4, new ReduceOnPlateau(1, 0.5, 0, 0));
    double[] values = {9, 9, 9, 9, 3, 3, 3};
    assertEquals(
        "[0.25, 0.5, 0.75, 1.0, 1.0, 0.5, 0.25]", Arrays.toString(rates(plateau, values, 7)));
    LearningRateSchedule twice = new WarmUp(2, new WarmUp(2, new Constant(1)));
    assertEquals("[0.25, 0.5, 0.5, 1.0, 1.0]", Arrays.toString(rates(twice, null, 5)));
  }

  @Test
  void allRatesAreFiniteAndNotNegativeForEver() {
    for (LearningRateSchedule schedule : ours().values()) {
      double rate = schedule.at(new Progress(Integer.MAX_VALUE, 1, new double[schedule.memory()]));
      assertTrue(rate >= 0 && rate < 1, schedule + ": " + rate);
    }
  }

  private static void refused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void refusesParametersOutOfRange() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused("rate is " + bad, () -> new InverseTimeDecay(bad, 1));
      refused("decay is " + bad, () -> new InverseTimeDecay(1, bad));
      refused("rate is " + bad, () -> new ExponentialDecay(bad, 1, 1));
      refused("factor is " + bad, () -> new ExponentialDecay(1, bad, 1));
      refused("rate is " + bad, () -> new StepDecay(bad, 1, 1));
      refused("factor is " + bad, () -> new StepDecay(1, bad, 1));
      refused("rate is " + bad, () -> new PolynomialDecay(bad, 0, 1, 1));
      refused("power is " + bad, () -> new PolynomialDecay(1, 0, 1, bad));
      refused("rate is " + bad, () -> new CosineDecay(bad, 0, 1));
      refused("rate is " + bad, () -> new CosineRestarts(bad, 0, 1, 1));
      refused("top is " + bad, () -> new OneCycle(bad, 10));
      refused("rate is " + bad, () -> new PiecewiseConstant(List.of(), List.of(bad)));
      refused("rate is " + bad, () -> new ReduceOnPlateau(bad, 0.5, 1, 0));
      refused("factor is " + bad, () -> new ReduceOnPlateau(1, bad, 1, 0));
    }
    refused("factor is 1.0", () -> new ReduceOnPlateau(1, 1, 1, 0));
    refused("patience is -1", () -> new ReduceOnPlateau(1, 0.5, -1, 0));
    refused("end is -0.1", () -> new ReduceOnPlateau(1, 0.5, 1, -0.1));
    refused("end is -0.1", () -> new PolynomialDecay(1, -0.1, 1, 1));
    refused("end is -0.1", () -> new CosineDecay(1, -0.1, 1));
    refused("end is -0.1", () -> new CosineRestarts(1, -0.1, 1, 1));
    refused("period is 0", () -> new ExponentialDecay(1, 0.5, 0));
    refused("period is 0", () -> new StepDecay(1, 0.5, 0));
    refused("period is 0", () -> new CosineRestarts(1, 0, 0, 1));
    refused("growth is 0", () -> new CosineRestarts(1, 0, 1, 0));
    refused("steps is 0", () -> new PolynomialDecay(1, 0, 0, 1));
    refused("steps is 0", () -> new CosineDecay(1, 0, 0));
    refused("steps is 3", () -> new OneCycle(1, 3));
    refused("steps is 0", () -> new WarmUp(0, new Constant(1)));
    refused("next is null", () -> new WarmUp(3, null));
    refused(
        "boundaries is [5, 5]", () -> new PiecewiseConstant(List.of(5, 5), List.of(1., 1., 1.)));
    refused("boundaries is [0]", () -> new PiecewiseConstant(List.of(0), List.of(1., 1.)));
    refused("rates is [1.0]", () -> new PiecewiseConstant(List.of(5), List.of(1.)));
  }
}
