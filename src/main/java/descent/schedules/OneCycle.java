package descent.schedules;

import descent.engine.Require;

/**
 * One rise and one fall of the rate in a whole run: up to a maximum that would be too large for
 * long, and down to almost nothing.
 *
 * <pre>
 * up    η from top/25 to top along half a cosine, in the first 30 % of the steps
 * down  η from top to top/(25 · 10⁴) along half a cosine, in the rest
 * </pre>
 *
 * <p>As {@code OneCycleLR} in PyTorch with its defaults, without the cycle of the momentum: phases
 * end at the steps 0.3 T − 1 and T − 1; later steps keep the last rate.
 *
 * <p>Source: Smith and Topin 2017, arXiv 1708.07120.
 *
 * @param top the largest rate, finite and above 0
 * @param steps T, the steps of the whole run, at least 4
 */
public record OneCycle(double top, int steps) implements LearningRateSchedule {

  /**
   * Checks the parameters.
   *
   * @param top the largest rate
   * @param steps T, the steps of the whole run
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public OneCycle {
    Require.positive("top", top);
    Require.that(steps >= 4, "steps", steps, "4 or more");
  }

  @Override
  public double at(Progress progress) {
    double first = top / 25;
    double peak = 0.3 * steps - 1;
    double t = Math.min(progress.step(), steps - 1);
    return t <= peak
        ? cosine(first, top, t / peak)
        : cosine(top, first / 1e4, (t - peak) / (steps - 1 - peak));
  }

  private static double cosine(double from, double to, double part) {
    return to + 0.5 * (from - to) * (1 + Math.cos(Math.PI * part));
  }
}
