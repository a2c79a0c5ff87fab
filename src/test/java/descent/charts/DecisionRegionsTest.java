package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRegionsTest {

  private static DecisionRegions chart() {
    return new DecisionRegions("Flowers", "length", "width", -3, 3, -2, 2);
  }

  /** The colour of the picture at a pair of features. */
  private static int at(Plot chart, BufferedImage image, double x, double y) {
    return image.getRGB(
        (int) Math.round(chart.getScreenXFromChart(x)),
        (int) Math.round(chart.getScreenYFromChart(y)));
  }

  @Test
  void theTwoSidesOfTheBoundaryHaveTheColoursOfTheirPoints() throws Exception {
    double[] low = {-2.5, -2};
    double[] high = {2, 2.5};
    Plot chart =
        chart()
            .score((x1, x2) -> 2 * x1 + 7, 8, 6, 10)
            .points("below", low, low)
            .points("above", high, new double[] {1, 1})
            .marked("support vectors", high, new double[] {1, 1});

    BufferedImage image = Pictures.drawn(chart);

    assertEquals(List.of("below", "above", "support vectors"), Pictures.legend(chart));
    int below = at(chart, image, 0.4, 0.3);
    int above = at(chart, image, 0.6, 0.3);
    assertEquals(at(chart, image, -2.9, -1.9), below);
    assertEquals(at(chart, image, 2.9, 1.9), above);
    assertTrue((below & 0xff) > (below >> 16 & 0xff), "blue");
    assertTrue((above & 0xff) < (above >> 16 & 0xff), "orange");
    for (double line : new double[] {-0.5, 0.5, 1.5}) {
      assertNotEquals(at(chart, image, line + 0.2, -0.6), at(chart, image, line, -0.6));
    }
  }

  @Test
  void aRegionMayHaveAHole() throws Exception {
    DecisionRegions chart = chart().score((x1, x2) -> Math.abs(Math.hypot(x1, x2) - 1), 0.5);
    BufferedImage image = Pictures.drawn(chart);
    int inside = at(chart, image, 0.1, 0.1);
    assertEquals(inside, at(chart, image, 2.5, 1.5));
    assertNotEquals(inside, at(chart, image, 1, 0.1));
  }

  @Test
  void eachClassIsWhereItsScoreIsTheLargest() throws Exception {
    DecisionRegions chart =
        chart().classes((x1, x2) -> new double[] {-x1, x1 + x2 - 1, x1 - x2 - 1, -99});
    BufferedImage image = Pictures.drawn(chart);
    int[] colours = {
      at(chart, image, -2, 1), at(chart, image, 2, 1), at(chart, image, 2, -1),
    };
    assertEquals(colours[0], at(chart, image, 0.2, 0.3));
    assertEquals(colours[1], at(chart, image, 0.9, 0.3));
    assertEquals(colours[2], at(chart, image, 0.9, -0.3));
    assertNotEquals(colours[0], colours[1]);
    assertNotEquals(colours[1], colours[2]);
    assertNotEquals(colours[0], colours[2]);
  }

  @Test
  void aChartThatIsDrawnTwiceLooksTheSame() throws Exception {
    DecisionRegions chart = chart().score((x1, x2) -> x1 * x2, 0);
    int first = at(chart, Pictures.drawn(chart), 1, 1);
    assertEquals(first, at(chart, Pictures.drawn(chart), 1, 1));
    assertNotEquals(first, at(chart, Pictures.drawn(chart), -1, 1));
  }

  @Test
  void aUnitIsAsLongOnBothAxes() throws Exception {
    DecisionRegions chart = chart().points("a", new double[] {1}, new double[] {1});
    chart.points("a name so long that the legend needs two rows", new double[1], new double[1]);
    chart.points("another name that is as long as the other one", new double[1], new double[1]);
    Pictures.drawn(chart.score((x1, x2) -> x1, 0));
    double right = chart.getScreenXFromChart(2) - chart.getScreenXFromChart(-2);
    double up = chart.getScreenYFromChart(-1.5) - chart.getScreenYFromChart(1.5);
    assertEquals(1, right / 4 / (up / 3), 0.04);
  }

  @Test
  void badInputIsRefused() {
    assertRefused("x0 is 1.0", () -> new DecisionRegions("t", "x", "y", 1, 1, 0, 1));
    assertRefused("yTitle", () -> new DecisionRegions("t", "x", " ", 0, 1, 0, 1));
    assertRefused("score is null", () -> chart().score(null, 0));
    assertRefused("boundary", () -> chart().score((x1, x2) -> x1, Double.NaN));
    assertRefused("levels", () -> chart().score((x1, x2) -> x1, 0, Double.NaN));
    assertRefused("NaN", () -> chart().score((x1, x2) -> Math.log(x1), 0));
    assertRefused("scores is null", () -> chart().classes(null));
    assertRefused("of length 1", () -> chart().classes((x1, x2) -> new double[1]));
    assertRefused(
        "taken", () -> chart().score((x1, x2) -> x1, 0).classes((x1, x2) -> new double[2]));
  }
}
