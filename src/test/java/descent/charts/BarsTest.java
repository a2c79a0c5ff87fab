package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

  private static Bars chart() {
    return new Bars("One flower", "class", "probability", List.of("a", "b", "c"));
  }

  @Test
  void barsStandInTheirColoursAndTheLegendNamesThem() throws Exception {
    Bars chart = chart().bars("T = 1", 0.7, 0.2, 0.1).bars("T = 5", 0.4, 0.3, 0.3);

    BufferedImage image = Pictures.drawn(chart);

    assertEquals(List.of("T = 1", "T = 5"), Pictures.legend(chart));
    assertEquals("class", chart.getXAxisTitle());
    assertEquals("probability", chart.getYAxisTitle());
    for (int series = 0; series < 2; series++) {
      assertTrue(Pictures.count(image, Theme.color(series), 0, 440) > 10_000, "bars");
      assertTrue(Pictures.count(image, Theme.color(series), 460, 500) > 20, "in the legend");
    }
  }

  @Test
  void aBarIsAsLongAsItsValue() throws Exception {
    BufferedImage image = Pictures.drawn(chart().bars("one", 1, 0, 0).yRange(-1, 1));
    BufferedImage three = Pictures.drawn(chart().bars("one", 1, -0.5, 0.5).yRange(-1, 1));
    double ratio = (double) coloured(three) / coloured(image);
    assertEquals(2, ratio, 0.02);
  }

  private static long coloured(BufferedImage image) {
    return Pictures.count(image, Theme.color(0), 0, 440);
  }

  @Test
  void numbersAreWrittenOnlyWhereTheyFit() throws Exception {
    Bars fitting = chart();
    Bars crowded = chart();
    for (int k = 0; k < 5; k++) {
      fitting.bars("b" + k, 1, 2, -3);
      crowded.bars("b" + k, 1, 2, -3.14e-9);
    }
    assertTrue(ink(fitting) > ink(crowded) + 100);
  }

  /** The number of pixels inside the plot that are as grey and dark as letters. */
  private static long ink(Bars chart) throws Exception {
    BufferedImage image = Pictures.drawn(chart);
    return Arrays.stream(image.getRGB(80, 50, 700, 350, null, 0, 700))
        .mapToObj(Color::new)
        .filter(c -> c.getRed() == c.getBlue() && c.getRed() == c.getGreen() && c.getRed() < 100)
        .count();
  }

  @Test
  void badInputIsRefused() {
    assertRefused("title", () -> new Bars("", "x", "y", List.of("a")));
    assertRefused("categories is null", () -> new Bars("t", "x", "y", null));
    assertRefused("categories is empty", () -> new Bars("t", "x", "y", List.of()));
    assertRefused("categories is [a, a]", () -> new Bars("t", "x", "y", List.of("a", "a")));
    assertRefused("categories is blank", () -> new Bars("t", "x", "y", List.of(" ")));
    Bars chart = chart().bars("b", 1, 2, 3);
    assertRefused("name is b", () -> chart.bars("b", 1, 2, 3));
    assertRefused("values is of length 2", () -> chart.bars("c", 1, 2));
    assertRefused("values[1]", () -> chart.bars("c", 1, Double.NaN, 3));
    assertRefused("from is 0.5", () -> chart.yRange(0.5, 1));
    assertRefused("to is -1.0", () -> chart.yRange(-2, -1));
  }
}
