package descent.charts;

import java.awt.Graphics2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * Marks a line at distances that the eye can take in, not at every point. Lines are known by these
 * markers where colours are not seen; dashes would not do, as XChart strokes every piece between
 * two points anew and close points would leave no room for a gap.
 */
final class SpacedMarker extends Marker {

  private static final double ON_LINES = 90;
  private static final int STAGGERED = 4;

  private final Marker marker;
  private final double first;
  private final double spacing;
  private double lastX;
  private double lastY;
  private double wait;

  SpacedMarker(Marker marker, double first, double spacing) {
    this.marker = marker;
    this.first = first;
    this.spacing = spacing;
  }

  /** Returns the marker of a line; lines of neighbouring numbers have theirs at other places. */
  static SpacedMarker ofLine(int line) {
    double first = ON_LINES * (0.5 + line % STAGGERED) / STAGGERED;
    return new SpacedMarker(Theme.marker(line), first, ON_LINES);
  }

  /** Returns the marker of a line that shows it in the legend and nowhere else. */
  static SpacedMarker onlyInLegend(Marker marker) {
    return new SpacedMarker(marker, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  void startLine() {
    lastX = Double.NaN;
    wait = first;
  }

  void startLegend() {
    wait = 0;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    if (Double.isNaN(lastX)) {
      lastX = x;
      lastY = y;
    }
    if (Math.hypot(x - lastX, y - lastY) >= wait) {
      marker.paint(g, x, y, size);
      lastX = x;
      lastY = y;
      wait = spacing;
    }
  }
}
