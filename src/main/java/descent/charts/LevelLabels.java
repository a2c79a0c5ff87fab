package descent.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * The values of iso-lines, each written on its line, at the place farthest from paths, from the
 * frame and from other labels; not at all where there is no room.
 */
final class LevelLabels extends Annotation {

  private static final Font FONT = Theme.font(Font.PLAIN, 12);
  private static final double ROOM = 26;

  private final List<double[][]> obstacles = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();

  LevelLabels() {
    super(false);
  }

  void avoid(double[][] line) {
    obstacles.add(line);
  }

  void add(String text, double[][] line, Color color) {
    levels.add(new Level(text, line, color));
  }

  private record Level(String text, double[][] line, Color color) {}

  @Override
  public void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    List<Point2D> taken = new ArrayList<>();
    obstacles.forEach(line -> taken.addAll(onScreen(line)));
    for (Level level : levels) {
      Point2D best = null;
      double most = ROOM;
      for (Point2D place : onScreen(level.line)) {
        double room = room(place, taken, most);
        if (room > most) {
          most = room;
          best = place;
        }
      }
      if (best != null) {
        write(g, level, best);
        taken.add(best);
      }
    }
  }

  private List<Point2D> onScreen(double[][] line) {
    List<Point2D> points = new ArrayList<>();
    for (int k = 0; k < line[0].length; k++) {
      if (!Double.isNaN(line[0][k])) {
        points.add(
            new Point2D.Double(getXAxisScreenValue(line[0][k]), getYAxisScreenValue(line[1][k])));
      }
    }
    return points;
  }

  /** The distance to the nearest obstacle; any smaller one that is not above {@code enough}. */
  private double room(Point2D place, List<Point2D> taken, double enough) {
    double room =
        Math.min(
            Math.min(
                place.getX() - getXAxisScreenValueForMin(),
                getXAxisScreenValueForMax() - place.getX()),
            2
                * Math.min(
                    place.getY() - getYAxisScreenValueForMin(),
                    getYAxisScreenValueForMax() - place.getY()));
    for (int k = 0; k < taken.size() && room > enough; k++) {
      room = Math.min(room, place.distance(taken.get(k)));
    }
    return room;
  }

  private static void write(Graphics2D g, Level level, Point2D at) {
    double width = Theme.width(level.text, FONT) + 6;
    double height = FONT.getSize();
    double left = at.getX() - width / 2;
    double top = at.getY() - height / 2;
    g.setColor(Color.WHITE);
    g.fill(new RoundRectangle2D.Double(left, top, width, height, 6, 6));
    g.setColor(level.color.darker());
    Theme.write(g, level.text, FONT, left + 3, at.getY());
  }
}
