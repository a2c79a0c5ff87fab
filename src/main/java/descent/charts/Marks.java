package descent.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** The markers that XChart does not have. */
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

  /** Around a point that is drawn already. */
  static final Marker AROUND =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          g.setStroke(new BasicStroke(1.6f));
          g.draw(new Ellipse2D.Double(x - 8, y - 8, 16, 16));
        }
      };

  /** Where a path ends: a diamond with a white edge. */
  static final Marker END =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          Path2D diamond = new Path2D.Double();
          diamond.moveTo(x, y - 9);
          diamond.lineTo(x + 9, y);
          diamond.lineTo(x, y + 9);
          diamond.lineTo(x - 9, y);
          diamond.closePath();
          Color color = g.getColor();
          g.setColor(Color.WHITE);
          g.setStroke(new BasicStroke(2.5f));
          g.draw(diamond);
          g.setColor(color);
          g.fill(diamond);
        }
      };

  /** A minimiser: a cross with a white edge, thin enough to show what lies below. */
  static final Marker CROSS =
      new Marker() {
        @Override
        public void paint(Graphics2D g, double x, double y, int size) {
          Path2D cross = new Path2D.Double();
          cross.moveTo(x - 6, y - 6);
          cross.lineTo(x + 6, y + 6);
          cross.moveTo(x - 6, y + 6);
          cross.lineTo(x + 6, y - 6);
          Color color = g.getColor();
          g.setColor(Color.WHITE);
          g.setStroke(new BasicStroke(3.6f));
          g.draw(cross);
          g.setColor(color);
          g.setStroke(new BasicStroke(2));
          g.draw(cross);
        }
      };

  private Marks() {}
}
