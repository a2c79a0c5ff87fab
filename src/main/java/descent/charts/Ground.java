package descent.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/**
 * The coloured ground of a plot. It is painted as a marker, of a series of two points at the lower
 * left and the upper right corner, because XChart's own areas have no holes and its annotations lie
 * above everything.
 */
final class Ground extends Marker {

  private static final double TINT = 0.28;

  private final Rectangle rectangle;
  private final List<Path2D> areas;
  private double left;
  private double bottom;
  private boolean atUpperRight;

  /** The colour 0 is everywhere, the next over it where the first grid is at least 0, and so on. */
  Ground(Rectangle rectangle, List<Grid> grids) {
    this.rectangle = rectangle;
    this.areas = grids.stream().map(Ground::area).toList();
  }

  private static Path2D area(Grid grid) {
    Grid fenced = grid.fenced();
    Path2D area = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[][] line : IsoLines.at(0, fenced.x(), fenced.y(), fenced.values())) {
      area.moveTo(line[0][0], line[1][0]);
      for (int k = 1; k < line[0].length; k++) {
        area.lineTo(line[0][k], line[1][k]);
      }
      area.closePath();
    }
    return area;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    if (atUpperRight) {
      AffineTransform toScreen = new AffineTransform();
      toScreen.translate(left, bottom);
      toScreen.scale(
          (x - left) / (rectangle.x1() - rectangle.x0()),
          (y - bottom) / (rectangle.y1() - rectangle.y0()));
      toScreen.translate(-rectangle.x0(), -rectangle.y0());
      g.setColor(tint(Theme.color(0)));
      g.fill(g.getClipBounds());
      for (int k = 0; k < areas.size(); k++) {
        g.setColor(tint(Theme.color(k + 1)));
        g.fill(toScreen.createTransformedShape(areas.get(k)));
      }
    }
    left = x;
    bottom = y;
    atUpperRight = !atUpperRight;
  }

  private static Color tint(Color color) {
    return new Color(tint(color.getRed()), tint(color.getGreen()), tint(color.getBlue()));
  }

  private static int tint(int channel) {
    return (int) Math.round(255 - TINT * (255 - channel));
  }
}
