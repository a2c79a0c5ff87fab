package descent.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** The markers of a contour chart that XChart does not have. */
final class Marks {

  /** The points of a path: small, and only where they do not run into a line. */
  static final Marker DOT =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          g.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
        }
      };

  /** Where paths begin: a ring through which the ground shows. */
  static final Marker RING =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          Ellipse2D ring = new Ellipse2D.Double(x - 5.5, y - 5.5, 11, 11);
          Color color = g.getColor();
          g.setColor(Color.WHITE);
          g.fill(ring);
          g.setColor(color);
          g.setStroke(new BasicStroke(2));
          g.draw(ring);
        }
      };

  /** Where a path ends: a diamond with a white edge. */
  static final Marker END =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          bordered(g, polygon(x, y, 4, 7, 5));
        }
      };

  /** A minimiser: a star with a white edge. */
  static final Marker STAR =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          bordered(g, polygon(x, y, 5, 10, 4.2));
        }
      };

  private Marks() {}

  /** A polygon whose corners lie in turn on an outer and an inner circle, the first on top. */
  private static Path2D polygon(double x, double y, int points, double outer, double inner) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < 2 * points; k++) {
      double angle = Math.PI * k / points;
      double radius = k % 2 == 0 ? outer : inner;
      double px = x + radius * Math.sin(angle);
      double py = y - radius * Math.cos(angle);
      if (k == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }

  private static void bordered(Graphics2D g, Path2D shape) {
    Color color = g.getColor();
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(2.5f));
    g.draw(shape);
    g.setColor(color);
    g.fill(shape);
  }
}
