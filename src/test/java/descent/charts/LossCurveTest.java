package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.training.History;
import descent.training.History.Outcome;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossCurveTest {

  private static final History GOOD = history(8, 4, 2, 1);
  private static final History WILD = history(8, 80, 8e8, 8e300, Double.POSITIVE_INFINITY);

  private static final History EMPTY =
      new History(new double[0], new double[0][], new double[1], Outcome.INTERRUPTED);

  static History history(double... values) {
    boolean finite = Double.isFinite(values[values.length - 1]);
    Outcome outcome = finite ? Outcome.OUT_OF_STEPS : Outcome.DIVERGED;
    return new History(values, new double[0][], new double[1], outcome);
  }

  @Test
  void runsAppearInTheirOrderOverTheirSteps() throws Exception {
    LossCurve chart = new LossCurve("Rates").run("b", GOOD).run("a", history(8, 7));
    assertEquals(List.of("b", "a"), Pictures.legend(chart));
    assertEquals("step", chart.getXAxisTitle());
    assertEquals("loss", chart.getYAxisTitle());
    assertArrayEquals(new double[] {0, 1, 2, 3}, chart.getSeries("b").getXData());
    assertArrayEquals(GOOD.values(), chart.getSeries("b").getYData());
    assertNull(chart.getStyler().getYAxisMax());
    Pictures.drawn(chart);
  }

  @Test
  void aDivergedRunLeavesAtTheTopAndTheOthersStayVisible() throws Exception {
    LossCurve chart = new LossCurve("Rates").run("good", GOOD).run("wild", WILD);
    double top = chart.getStyler().getYAxisMax();
    assertTrue(top > 8 && top < 10, "top " + top);
    BufferedImage image = Pictures.drawn(chart);
    assertTrue(Pictures.count(image, Theme.color(0), 0, 430) > 300, "the good run");
    assertTrue(Pictures.count(image, Theme.color(1), 0, 430) > 20, "the diverged run");
    Pictures.drawn(chart.logY());
  }

  @Test
  void runsThatAllDivergeShowHowTheyDo() throws Exception {
    LossCurve chart = new LossCurve("Rates").run("wild", WILD);
    assertEquals(88, chart.getStyler().getYAxisMax());
    Pictures.drawn(chart);
  }

  @Test
  void aLongRunKeepsItsExtremes() {
    double[] values = IntStream.range(0, 100_000).mapToDouble(i -> 1 + i % 7).toArray();
    values[54_321] = 99;
    values[12_345] = -5;
    int[] steps = LossCurve.extremes(values);
    assertTrue(steps.length <= 2002);
    List<Integer> kept = Arrays.stream(steps).boxed().toList();
    assertTrue(kept.contains(54_321) && kept.contains(12_345));
    assertEquals(kept.stream().sorted().distinct().toList(), kept);
  }

  @Test
  void badInputIsRefused() {
    LossCurve chart = new LossCurve("Rates").run("a", GOOD);
    assertRefused("name is a", () -> chart.run("a", GOOD));
    assertRefused("history is null", () -> chart.run("b", null));
    assertRefused("history is empty", () -> chart.run("b", EMPTY));
    assertRefused("b", () -> chart.run("b", history(Double.NaN)));
  }
}
