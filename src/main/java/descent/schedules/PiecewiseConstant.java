package descent.schedules;

import descent.engine.Require;
import java.util.List;

/**
 * A rate that changes at given steps and is constant in between.
 *
 * <pre>
 * η(t) = ratesᵢ          i = how many of the boundaries are ≤ t, t = steps taken before
 * </pre>
 *
 * <p>PyTorch's {@code MultiStepLR} and optax's {@code piecewise_constant_schedule} are this with
 * factors instead of rates.
 *
 * @param boundaries the steps at which it changes, rising, the first above 0
 * @param rates the rates, one more than there are boundaries, finite and above 0
 */
public record PiecewiseConstant(List<Integer> boundaries, List<Double> rates)
    implements LearningRateSchedule {

  /**
   * Checks and copies the parameters.
   *
   * @param boundaries the steps at which it changes
   * @param rates the rates
   * @throws IllegalArgumentException if they do not rise or do not fit, or a rate is out of range
   */
  public PiecewiseConstant {
    boundaries = List.copyOf(Require.nonNull("boundaries", boundaries));
    rates = List.copyOf(Require.nonNull("rates", rates));
    int before = 0;
    for (int boundary : boundaries) {
      Require.that(boundary > before, "boundaries", boundaries, "rising numbers above 0");
      before = boundary;
    }
    Require.that(
        rates.size() == boundaries.size() + 1,
        "rates",
        rates,
        boundaries.size() + 1 + " numbers, one more than there are boundaries");
    for (double rate : rates) {
      Require.positive("rate", rate);
    }
  }

  @Override
  public double at(Progress progress) {
    int i = 0;
    while (i < boundaries.size() && boundaries.get(i) <= progress.step()) {
      i++;
    }
    return rates.get(i);
  }
}
