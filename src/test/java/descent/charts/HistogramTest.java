package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void everyValueIsCountedOnceAndTheLargestFallsIntoTheLastBin() throws Exception {
    double[] values = {0, 0.5, 1, 1.9, 2, 3.5, 4};
    assertArrayEquals(new int[] {2, 2, 1, 2}, Histogram.counts(values, 4, 0, 4));

    Histogram chart = new Histogram("Residuals", "francs", values, 4);

    assertEquals("francs", chart.getXAxisTitle());
    assertEquals("count", chart.getYAxisTitle());
    assertEquals(2, chart.getSeries("count").getYMax());
    Pictures.drawn(chart);
  }

  @Test
  void badInputIsRefused() {
    assertRefused("values is empty", () -> new Histogram("t", "x", new double[0], 3));
    assertRefused("values[1]", () -> new Histogram("t", "x", new double[] {1, Double.NaN}, 3));
    assertRefused("values is all 1.0", () -> new Histogram("t", "x", new double[] {1, 1}, 3));
    assertRefused("bins is 0", () -> new Histogram("t", "x", new double[] {1, 2}, 0));
  }
}
