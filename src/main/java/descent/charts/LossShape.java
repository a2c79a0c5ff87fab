package descent.charts;

import descent.engine.Domain;
import descent.engine.Elementwise;
import descent.engine.Require;
import java.util.Arrays;

/**
 * A loss, its slope, or several of them, over the prediction ŷ while the target y stays fixed:
 *
 * <pre>{@code
 * new LossShape("Squared error", 0, -3, 3).loss("(ŷ − y)²", mse).slope("its slope 2(ŷ − y)", mse)
 * }</pre>
 *
 * <p>Where a curve jumps it is drawn with a gap. Predictions outside the loss's domain are left
 * out.
 */
public final class LossShape extends Plot {

  private static final String LOSS = "loss ℓ(ŷ, y)";
  private static final String SLOPE = "slope ∂ℓ/∂ŷ";
  private static final int POINTS = 601;
  private static final double JUMP = 0.1;
  private static final double BEYOND = 0.04;

  private final double target;
  private final double from;
  private final double to;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private boolean poles;

  /**
   * Creates a chart without a curve.
   *
   * @param title what the picture shows
   * @param target the target y
   * @param from the smallest prediction
   * @param to the largest prediction
   * @throws IllegalArgumentException if the title is blank, a number is not finite, or from is not
   *     below to
   */
  public LossShape(String title, double target, double from, double to) {
    super(title, "prediction ŷ   (target y = " + LogTicks.plain(target) + ")", LOSS);
    Require.finite("target, from, to", new double[] {target, from, to});
    Require.that(from < to, "from", from, "a number below to = " + to);
    this.target = target;
    this.from = from;
    this.to = to;
  }

  /**
   * Adds the curve ŷ ↦ ℓ(ŷ, y).
   *
   * @param name its name in the legend
   * @param loss the loss
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, the target is not in the loss's
   *     domain, or no prediction is
   */
  public LossShape loss(String name, Elementwise loss) {
    setYAxisTitle(getYAxisTitle().contains(SLOPE) ? LOSS + ", " + SLOPE : LOSS);
    return curve(name, loss, false);
  }

  /**
   * Adds the curve ŷ ↦ ∂ℓ/∂ŷ.
   *
   * @param name its name in the legend
   * @param loss the loss
   * @return this chart
   * @throws IllegalArgumentException if the name is blank or taken, the target is not in the loss's
   *     domain, or no prediction is
   */
  public LossShape slope(String name, Elementwise loss) {
    boolean alone = seriesMap.isEmpty() || getYAxisTitle().equals(SLOPE);
    setYAxisTitle(alone ? SLOPE : LOSS + ", " + SLOPE);
    return curve(name, loss, true);
  }

  private LossShape curve(String name, Elementwise loss, boolean slope) {
    Domain targets = Require.nonNull("loss", loss).targets();
    Require.that(targets.contains(target), "target", target, targets.description());
    double[] x = new double[POINTS];
    double[] y = new double[POINTS];
    boolean pole = false;
    for (int i = 0; i < POINTS; i++) {
      x[i] = from + (to - from) * i / (POINTS - 1);
      y[i] = Double.NaN;
      if (loss.predictions().contains(x[i])) {
        y[i] = slope ? loss.slope(x[i], target) : loss.loss(x[i], target);
        pole |= !Double.isFinite(y[i]);
      }
    }
    double[] sorted = Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
    if (sorted.length > 0) {
      show(sorted, pole);
      y = parted(y, JUMP * (sorted[sorted.length - 1] - sorted[0]));
    }
    line(name, x, y);
    return this;
  }

  /** Once a curve has a pole, the axis ends where the greater part of every curve lies. */
  private void show(double[] sorted, boolean pole) {
    int beyond = pole ? (int) (BEYOND * sorted.length) : 0;
    lowest = Math.min(lowest, sorted[beyond]);
    highest = Math.max(highest, sorted[sorted.length - 1 - beyond]);
    poles |= pole;
    if (poles && lowest < highest) {
      getStyler().setYAxisMin(lowest).setYAxisMax(highest);
    }
  }

  /** The same curve without the last point before each jump. */
  private static double[] parted(double[] y, double jump) {
    double[] parted = y.clone();
    for (int i = 1; i < y.length; i++) {
      if (Math.abs(y[i] - y[i - 1]) > jump) {
        parted[i - 1] = Double.NaN;
      }
    }
    return parted;
  }
}
