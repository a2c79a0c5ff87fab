package descent.charts;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.List;

/** The part of the plane that a contour chart shows. */
record Rectangle(double x0, double x1, double y0, double y1) {

  private static final double WIDEST = 680;
  private static final double HIGHEST = 440;
  private static final double MOST = 3;

  /** What titles and labels take of a chart's width and height. */
  private static final int BESIDE = 84;

  private static final int ABOVE_AND_BELOW = 104;

  Rectangle {
    Require.finite("x0, x1, y0, y1", new double[] {x0, x1, y0, y1});
    Require.that(x0 < x1, "x0", x0, "a number below x1 = " + x1);
    Require.that(y0 < y1, "y0", y0, "a number below y1 = " + y1);
  }

  private double ratio() {
    double ratio = (x1 - x0) / (y1 - y0);
    return ratio > MOST || ratio < 1 / MOST ? WIDEST / HIGHEST : ratio;
  }

  private double plotWidth() {
    return Math.min(WIDEST, HIGHEST * ratio());
  }

  /** The width of a chart on which a unit is as long on both axes. */
  int chartWidth() {
    return BESIDE + (int) Math.round(plotWidth());
  }

  /** The height of the same chart, without the legend's. */
  int chartHeight() {
    return ABOVE_AND_BELOW + (int) Math.round(plotWidth() / ratio());
  }

  boolean contains(double[] p) {
    return p[0] >= x0 && p[0] <= x1 && p[1] >= y0 && p[1] <= y1;
  }

  /** The points that lie inside, as two rows of coordinates. */
  double[][] inside(List<double[]> path) {
    List<double[]> points = new ArrayList<>();
    for (double[] p : path) {
      if (contains(p)) {
        points.add(p);
      }
    }
    return rows(points);
  }

  /** A path without what lies outside, NaN between its pieces, as two rows of coordinates. */
  double[][] cut(double[][] path) {
    List<double[]> points = new ArrayList<>();
    if (contains(path[0])) {
      points.add(path[0]);
    }
    for (int i = 1; i < path.length; i++) {
      double[] p = path[i - 1];
      double[] q = path[i];
      if (!Double.isFinite(q[0]) || !Double.isFinite(q[1])) {
        break;
      }
      double[] part = part(p, q);
      if (part[0] <= part[1]) {
        if (part[0] > 0) {
          points.add(new double[] {Double.NaN, Double.NaN});
          points.add(along(p, q, part[0]));
        }
        points.add(along(p, q, part[1]));
      }
    }
    return rows(points);
  }

  /** From which to which share of the way from p to q lies inside (Liang and Barsky). */
  private double[] part(double[] p, double[] q) {
    double from = 0;
    double to = 1;
    double[] way = {q[0] - p[0], p[0] - q[0], q[1] - p[1], p[1] - q[1]};
    double[] room = {x1 - p[0], p[0] - x0, y1 - p[1], p[1] - y0};
    for (int side = 0; side < 4; side++) {
      if (way[side] > 0) {
        to = Math.min(to, room[side] / way[side]);
      } else if (way[side] < 0) {
        from = Math.max(from, room[side] / way[side]);
      } else if (room[side] < 0) {
        return new double[] {1, 0};
      }
    }
    return new double[] {from, to};
  }

  private static double[] along(double[] p, double[] q, double t) {
    return t == 1 ? q : new double[] {p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])};
  }

  private static double[][] rows(List<double[]> points) {
    double[][] rows = new double[2][points.size()];
    for (int k = 0; k < points.size(); k++) {
      rows[0][k] = points.get(k)[0];
      rows[1][k] = points.get(k)[1];
    }
    return rows;
  }

  @Override
  public String toString() {
    return "[" + x0 + ", " + x1 + "] × [" + y0 + ", " + y1 + "]";
  }
}
