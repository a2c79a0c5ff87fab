package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.training.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void theLineIsTheMedianAndTheBandReachesFromQuartileToQuartile() throws Exception {
    List<History> runs =
        List.of(
            LossCurveTest.history(9, 5, 1),
            LossCurveTest.history(9, 1, 3),
            LossCurveTest.history(9, 2, 2),
            LossCurveTest.history(9, 4, 4),
            LossCurveTest.history(9, 3, 5));

    Spread chart = new Spread("Five seeds").runs("SGD", runs);

    assertEquals(List.of("SGD"), Pictures.legend(chart));
    assertArrayEquals(new double[] {1, 2}, chart.getSeries("SGD").getXData());
    assertArrayEquals(new double[] {3, 3}, chart.getSeries("SGD").getYData());
    double[] around = chart.getSeries("SGD, quartiles").getYData();
    assertArrayEquals(new double[] {4, 4, 2, 2}, around);
    Pictures.drawn(chart);
  }

  @Test
  void aRunThatConvergedKeepsItsValueAndOneThatDivergedIsInfinite() throws Exception {
    List<History> runs =
        List.of(
            LossCurveTest.history(9, 1),
            LossCurveTest.history(9, 3, 2, 2),
            LossCurveTest.history(9, 5, INF));

    Spread chart = new Spread("Three seeds").runs("SGD", runs);

    assertArrayEquals(new double[] {3, 2, 2}, chart.getSeries("SGD").getYData());
    double[] around = chart.getSeries("SGD, quartiles").getYData();
    assertArrayEquals(new double[] {4, 4, 4, 1.5, 1.5, 2}, around);
    Pictures.drawn(chart);
  }

  @Test
  void quantilesAreLinearBetweenNeighboursAndMindInfinity() {
    assertEquals(2.5, Spread.quantile(new double[] {1, 2, 3, 4}, 0.5));
    assertEquals(1.75, Spread.quantile(new double[] {1, 2, 3, 4}, 0.25));
    assertEquals(2, Spread.quantile(new double[] {1, 2, INF}, 0.5));
    assertEquals(INF, Spread.quantile(new double[] {1, INF}, 0.5));
    assertEquals(INF, Spread.quantile(new double[] {INF, INF}, 0.5));
  }

  @Test
  void badInputIsRefused() {
    Spread chart = new Spread("Seeds");
    assertRefused("runs is empty", () -> chart.runs("a", List.of()));
    assertRefused("runs is null", () -> chart.runs("a", null));
    assertRefused(
        "runs is without a step", () -> chart.runs("a", List.of(LossCurveTest.history(1))));
    assertRefused("a", () -> chart.runs("a", List.of(LossCurveTest.history(1, -1))));
    assertTrue(Pictures.legend(chart).isEmpty());
  }
}
