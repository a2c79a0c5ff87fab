package descent.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How every chart looks. {@link Plot} and the charts made from it wear the theme already; for
 * another kind of XChart's charts: {@code Theme.apply(chart.getStyler())}.
 *
 * <p>The colours are those of Okabe and Ito, which people with the common kinds of colour blindness
 * tell apart, without the yellow that vanishes on white. They are ordered so that neighbours also
 * differ in grey.
 */
public final class Theme {

  /** The colours of the first, second, … series; after the last the first comes again. */
  public static final List<Color> PALETTE =
      List.of(
          new Color(0x0072B2), // blue
          new Color(0xE69F00), // orange
          new Color(0x009E73), // green
          new Color(0x56B4E9), // sky blue
          new Color(0xD55E00), // vermilion
          new Color(0x000000), // black
          new Color(0xCC79A7)); // purple

  static final int WIDTH = 800;
  static final int HEIGHT = 500;
  static final BasicStroke LINE = stroke(2.4f);

  private static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xE8E8E8);
  private static final Color FRAME = new Color(0x8A8A8A);
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);

  private static final FontRenderContext METRICS = new FontRenderContext(null, true, false);

  private static final String NUMBERS = "#,##0.#########"; // 0.05, where XChart writes .05

  private Theme() {}

  /**
   * Makes a chart of XChart look like the others: white ground, quiet grid, readable fonts, the
   * palette, and the legend below the plot, where it hides nothing.
   *
   * @param styler the chart's styler
   */
  public static void apply(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(INK).setChartPadding(12);
    styler.setSeriesColors(PALETTE.toArray(Color[]::new));
    styler.setSeriesLines(new BasicStroke[] {LINE});
    styler.setSeriesMarkers(new Marker[] {SeriesMarkers.NONE}).setMarkerSize(8);
    styler.setChartTitleFont(font(Font.BOLD, 17)).setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(10);
    styler.setLegendFont(font(Font.PLAIN, 14)).setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
    styler.setAxisTicksLineVisible(false);
    styler.setLegendSeriesLineLength(32).setLegendPadding(8);
    styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderColor(FRAME);
    styler.setPlotContentSize(0.96);
    styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(stroke(1)).setPlotMargin(0);
    styler.setAxisTitleFont(font(Font.PLAIN, 15)).setAxisTitlePadding(8);
    styler.setAxisTickLabelsFont(font(Font.PLAIN, 14)).setAxisTickLabelsColor(INK);
    styler.setXAxisDecimalPattern(NUMBERS).setYAxisDecimalPattern(NUMBERS);
    styler.setAxisTickMarksColor(FRAME).setAxisTickMarksStroke(stroke(1)).setAxisTickPadding(5);
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  static BasicStroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static Color color(int series) {
    return PALETTE.get(series % PALETTE.size());
  }

  static Marker marker(int series) {
    return MARKERS.get(series % MARKERS.size());
  }

  static double width(String text, Font font) {
    return new TextLayout(text, font, METRICS).getAdvance();
  }

  /** Writes a text as XChart does, whose lower-case letters are centred at a height. */
  static void write(Graphics2D g, String text, Font font, double x, double centre) {
    Shape letters = new TextLayout(text, font, METRICS).getOutline(null);
    g.translate(x, centre + 0.3 * font.getSize());
    g.fill(letters);
    g.translate(-x, -centre - 0.3 * font.getSize());
  }
}
