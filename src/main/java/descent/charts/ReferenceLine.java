package descent.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.AxesChartStyler;

/** A dashed line across a plot at one value of an axis, with its name written at its end. */
final class ReferenceLine extends Annotation {

  private static final Font FONT = Theme.font(Font.PLAIN, 13);
  private static final Color COLOR = new Color(0x444444);
  private static final BasicStroke DASHES =
      new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 4}, 0);
  private static final int SPACE = 4;

  private final String name;
  private final double value;
  private final boolean horizontal;

  ReferenceLine(String name, double value, boolean horizontal) {
    super(false);
    this.name = name;
    this.value = value;
    this.horizontal = horizontal;
  }

  @Override
  public void paint(Graphics2D g) {
    int left = getXAxisScreenValueForMin();
    int right = getXAxisScreenValueForMax();
    int top = getYAxisScreenValueForMin(); // what XChart calls so
    int bottom = getYAxisScreenValueForMax();
    double x = horizontal ? right : along(left, right);
    double y = horizontal ? along(bottom, top) : top;
    if (!(x >= left && x <= right && y >= top && y <= bottom)) {
      return; // beyond the axis, or not above 0 on a logarithmic one
    }
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(COLOR);
    g.setStroke(DASHES);
    g.draw(new Line2D.Double(x, y, horizontal ? left : x, horizontal ? y : bottom));
    double width = Theme.width(name, FONT);
    double height = FONT.getSize() + SPACE;
    boolean turn = horizontal ? y - height < top : x + SPACE + width > right;
    double textX = horizontal || turn ? x - width - SPACE : x + SPACE;
    double centre = horizontal ? y + (turn ? height : -height) / 2 - 1 : y + height / 2;
    g.setColor(new Color(255, 255, 255, 210));
    g.fill(new Rectangle2D.Double(textX - 2, centre - height / 2 + 2, width + 4, height - 4));
    g.setColor(COLOR);
    Theme.write(g, name, FONT, textX, centre);
  }

  /** Where the value stands; XChart's own answer is the middle for all that lies below the axis. */
  private double along(int start, int end) {
    AxesChartStyler axes = chart.getStyler();
    boolean log = horizontal ? axes.isYAxisLogarithmic() : axes.isXAxisLogarithmic();
    DoubleUnaryOperator scale = log ? Math::log : DoubleUnaryOperator.identity();
    double from = scale.applyAsDouble(at(start));
    double to = scale.applyAsDouble(at(end));
    return start + (end - start) * (scale.applyAsDouble(value) - from) / (to - from);
  }

  private double at(int pixel) {
    return horizontal ? chart.getChartYFromCoordinate(pixel) : chart.getChartXFromCoordinate(pixel);
  }
}
