package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.objectives.Objective;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {

  static final Objective BOWL = (t, gradient) -> t[0] * t[0] + 10 * t[1] * t[1];
  private static final Objective SADDLE = (t, gradient) -> t[0] * t[0] - t[1] * t[1];

  private static Contour chart() {
    return new Contour("A bowl", BOWL, -4, 4, -2, 2);
  }

  @Test
  void pathsAndMarksAppearOverTheIsoLines() throws Exception {
    double[][] path = {{-3, 1}, {-1, -0.5}, {0, 0}};
    Contour chart = chart().path("descent", path).minimum(0, 0);

    BufferedImage image = Pictures.drawn(chart);

    assertEquals(List.of("equal f(θ)", "descent", "start", "minimum"), Pictures.legend(chart));
    assertEquals("θ₁", chart.getXAxisTitle());
    assertTrue(Pictures.count(image, Theme.color(0), 0, image.getHeight() - 50) > 200);
  }

  @Test
  void aUnitIsAsLongOnBothAxes() throws Exception {
    Contour chart =
        chart().path("first", new double[][] {{1, 1}}).path("second", new double[][] {{2, 1}});
    chart.path("a name so long that the legend needs another row", new double[][] {{3, 1}});
    Pictures.drawn(chart);
    double right = chart.getScreenXFromChart(3) - chart.getScreenXFromChart(-3);
    double up = chart.getScreenYFromChart(-1.5) - chart.getScreenYFromChart(1.5);
    assertEquals(1, right / (2 * up), 0.04);
  }

  @Test
  void aPathThatLeavesDoesNotChangeTheRectangle() throws Exception {
    Contour chart = chart().path("wild", new double[][] {{-3, 1}, {1e9, -1e9}, {1e300, 0}});
    Pictures.drawn(chart);
    assertArrayEquals(new double[] {-3, 0}, chart.getSeries("wild").getXData(), 1e-6);
    assertArrayEquals(new double[] {1, -2}, chart.getSeries("wild").getYData(), 1e-6);
  }

  @Test
  void levelsShowValleyAndSlopesAndAreRound() {
    double[] levels = Grid.of(BOWL, new Rectangle(-4, 4, -2, 2)).levels();
    assertTrue(levels.length >= 8, Arrays.toString(levels));
    assertTrue(levels[0] < 2 && levels[levels.length - 1] >= 40, Arrays.toString(levels));
    for (double level : levels) {
      assertTrue(LogTicks.plain(level).replaceAll("[.0]", "").length() <= 2, "level " + level);
    }
    double[] saddle = Grid.of(SADDLE, new Rectangle(-2, 2, -2, 2)).levels();
    assertTrue(saddle[0] < 0 && saddle[saddle.length - 1] > 0, Arrays.toString(saddle));
    Objective close = (t, gradient) -> 1e6 + 1e-3 * BOWL.value(t);
    assertTrue(Grid.of(close, new Rectangle(-4, 4, -2, 2)).levels().length >= 8);
  }

  @Test
  void anObjectiveMayBeUndefinedInPlaces() throws Exception {
    Objective log = (t, gradient) -> t[0] * t[0] + t[1] - Math.log(t[1]);
    Pictures.drawn(new Contour("A barrier", log, -1, 1, -1, 1));
  }

  @Test
  void badInputIsRefused() {
    assertRefused("objective is null", () -> new Contour("t", null, 0, 1, 0, 1));
    assertRefused("x0 is 1.0", () -> new Contour("t", BOWL, 1, 1, 0, 1));
    assertRefused("NaN", () -> new Contour("t", BOWL, 0, 1, Double.NaN, 1));
    assertRefused("constant", () -> new Contour("t", (t, g) -> 7, 0, 1, 0, 1));
    assertRefused("nowhere finite", () -> new Contour("t", (t, g) -> Double.NaN, 0, 1, 0, 1));
    assertRefused("path is empty", () -> chart().path("p", LossCurveTest.history(1, 2)));
    assertRefused("of 3 parameters", () -> chart().path("p", new double[][] {{1, 2, 3}}));
    assertRefused("outside", () -> chart().path("p", new double[][] {{9, 9}}));
    assertRefused("minimum", () -> chart().minimum(9, 9));
    double[][] path = {{0, 0}};
    assertRefused("name is p", () -> chart().path("p", path).path("p", path));
  }
}
