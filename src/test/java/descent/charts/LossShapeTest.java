package descent.charts;

import static descent.charts.PlotTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.Domain;
import descent.engine.Elementwise;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class LossShapeTest {

  private record Absolute() implements Elementwise {
    @Override
    public double loss(double p, double t) {
      return Math.abs(p - t);
    }

    @Override
    public double slope(double p, double t) {
      return Math.signum(p - t);
    }
  }

  private record CrossEntropy() implements Elementwise {
    @Override
    public double loss(double p, double t) {
      return -t * Math.log(p) - (1 - t) * Math.log(1 - p);
    }

    @Override
    public double slope(double p, double t) {
      return (p - t) / (p * (1 - p));
    }

    @Override
    public Domain predictions() {
      return Domain.PROBABILITY;
    }

    @Override
    public Domain targets() {
      return Domain.PROBABILITY;
    }
  }

  @Test
  void curvesAreTheFormulas() throws Exception {
    LossShape chart = new LossShape("Absolute", 0.5, -2, 2).loss("loss", new Absolute());
    XYSeries loss = chart.getSeries("loss");
    assertEquals(-2, loss.getXData()[0]);
    assertEquals(2.5, loss.getYData()[0]);
    assertTrue(Arrays.stream(loss.getYData()).noneMatch(Double::isNaN), "no gap");
    assertTrue(chart.getXAxisTitle().contains("y = 0.5"));
    assertNull(chart.getStyler().getYAxisMax());
    Pictures.drawn(chart);
  }

  @Test
  void theAxisNamesWhatIsDrawn() {
    LossShape chart = new LossShape("Absolute", 0, -2, 2);
    assertEquals("slope ∂ℓ/∂ŷ", chart.slope("slope", new Absolute()).getYAxisTitle());
    assertEquals("loss ℓ(ŷ, y), slope ∂ℓ/∂ŷ", chart.loss("loss", new Absolute()).getYAxisTitle());
    LossShape loss = new LossShape("Absolute", 0, -2, 2).loss("loss", new Absolute());
    assertEquals("loss ℓ(ŷ, y)", loss.getYAxisTitle());
  }

  @Test
  void aJumpIsAGap() throws Exception {
    LossShape chart = new LossShape("Absolute", 0.505, -2, 2).slope("slope", new Absolute());
    double[] slope = chart.getSeries("slope").getYData();
    assertEquals(1, Arrays.stream(slope).filter(Double::isNaN).count());
    assertEquals(List.of("slope"), Pictures.legend(chart));
    Pictures.drawn(chart);
  }

  @Test
  void onlyTheDomainIsShownAndAPoleDoesNotFlattenTheRest() throws Exception {
    LossShape chart = new LossShape("Cross-entropy", 1, -1, 2).loss("loss", new CrossEntropy());
    double[] x = chart.getSeries("loss").getXData();
    assertTrue(Arrays.stream(x).filter(Double::isFinite).allMatch(p -> p >= 0 && p <= 1));
    double top = chart.getStyler().getYAxisMax();
    assertTrue(top > 2 && top < 4, "top " + top);
    Pictures.drawn(chart);
  }

  @Test
  void badInputIsRefused() {
    assertRefused("from is 2.0", () -> new LossShape("t", 0, 2, 1));
    assertRefused("NaN", () -> new LossShape("t", Double.NaN, 0, 1));
    LossShape chart = new LossShape("t", 5, 2, 3);
    assertRefused("loss is null", () -> chart.loss("a", null));
    assertRefused("target is 5.0", () -> chart.loss("a", new CrossEntropy()));
  }
}
