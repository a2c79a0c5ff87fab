package descent.charts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.Legend_Marker;
import org.knowm.xchart.internal.chartpart.RenderableSeries.LegendRenderType;
import org.knowm.xchart.internal.series.MarkerSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;

/**
 * The legend below a chart, in as many rows as it takes; XChart's own has one row there, however
 * long, and is still the one for every other position.
 */
final class Legend<ST extends AxesChartStyler, S extends MarkerSeries>
    extends Legend_Marker<ST, S> {

  private static final int SYMBOL = 30;
  private static final int SPACE = 8;
  private static final int BETWEEN = 22;
  private static final int ROW = 24;
  private static final int BOTTOM = 6;

  private final Chart<ST, S> chart;

  Legend(Chart<ST, S> chart) {
    super(chart);
    this.chart = chart;
  }

  @Override
  public Rectangle2D getBounds() {
    if (elsewhere()) {
      return super.getBounds();
    }
    int rows = shown().isEmpty() ? 0 : place(null);
    return new Rectangle2D.Double(0, 0, chart.getWidth(), rows * ROW + BOTTOM);
  }

  @Override
  public void paint(Graphics2D g) {
    for (S series : chart.getSeriesCollection()) {
      if (series.getMarker() instanceof SpacedMarker marker) {
        marker.startLegend();
      }
    }
    if (elsewhere()) {
      super.paint(g);
    } else if (!shown().isEmpty()) {
      place(g);
    }
  }

  private boolean elsewhere() {
    ST styler = chart.getStyler();
    return !styler.isLegendVisible() || styler.getLegendPosition() != LegendPosition.OutsideS;
  }

  private List<S> shown() {
    return chart.getSeriesCollection().stream()
        .filter(series -> series.isShowInLegend() && series.isEnabled())
        .toList();
  }

  /** Lays the entries out, draws them unless there is nothing to draw on, and counts the rows. */
  private int place(Graphics2D g) {
    List<S> entries = shown();
    double room = chart.getWidth() - 2.0 * chart.getStyler().getChartPadding();
    double y = chart.getHeight() - BOTTOM - (g == null ? 0 : (place(null) - 0.5) * ROW);
    int rows = 0;
    int next = 0;
    while (next < entries.size()) {
      int first = next;
      double width = 0;
      while (next < entries.size() && (next == first || width + width(entries.get(next)) <= room)) {
        width += width(entries.get(next++));
      }
      if (g != null) {
        double x = (chart.getWidth() - width + BETWEEN) / 2;
        for (S entry : entries.subList(first, next)) {
          draw(g, entry, x, y + rows * ROW);
          x += width(entry);
        }
      }
      rows++;
    }
    return rows;
  }

  private double width(S entry) {
    return SYMBOL
        + SPACE
        + Theme.width(entry.getLabel(), chart.getStyler().getLegendFont())
        + BETWEEN;
  }

  private void draw(Graphics2D g, S entry, double x, double y) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    LegendRenderType type = entry.getLegendRenderType();
    if (type == LegendRenderType.Line && entry.getLineStyle() != SeriesLines.NONE) {
      g.setColor(entry.getLineColor());
      g.setStroke(entry.getLineStyle());
      g.draw(new Line2D.Double(x, y, x + SYMBOL, y));
    }
    if (type == LegendRenderType.Line || type == LegendRenderType.Scatter) {
      g.setColor(entry.getMarkerColor());
      entry.getMarker().paint(g, x + SYMBOL / 2.0, y, chart.getStyler().getMarkerSize());
    } else {
      g.setColor(entry.getFillColor());
      g.fill(new Rectangle2D.Double(x, y - SPACE, SYMBOL, 2 * SPACE));
    }
    g.setColor(chart.getStyler().getChartFontColor());
    Theme.write(g, entry.getLabel(), chart.getStyler().getLegendFont(), x + SYMBOL + SPACE, y);
  }
}
