package descent.charts;

import descent.engine.Require;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;

/**
 * Many numbers over a rectangle as tiles, the darker the larger, such as a spectrogram; lines and
 * points may lie over them:
 *
 * <pre>{@code
 * new Raster("A call", "time in s", "frequency in Hz", 0, 1.6, 600, 1600, power) // power[f][t]
 * }</pre>
 *
 * <p>The first row of numbers lies at the bottom. Nine shades lead from white for the smallest to a
 * dark blue for the largest. For a few numbers that are to be read there is {@link Heatmap}.
 */
public final class Raster extends Plot {

  private static final int STEPS = 8; // few shades, so that small files keep each as it is
  private static final int WIDTH = 800;
  private static final int HEIGHT = 330;
  private static final Color SMALLEST = Color.WHITE;
  private static final Color LARGEST = new Color(0x0B2A4A);

  /**
   * Creates the chart.
   *
   * @param title what the picture shows
   * @param xTitle what the horizontal axis shows, with its unit
   * @param yTitle what the vertical axis shows, with its unit
   * @param x0 where the first column begins
   * @param x1 where the last column ends
   * @param y0 where the first row begins
   * @param y1 where the last row ends
   * @param values the numbers: values[row][column]
   * @throws IllegalArgumentException if a title is null or blank, a number is not finite, x0 is not
   *     below x1 or y0 not below y1, or the rows are empty or of different lengths
   */
  @SuppressWarnings("this-escape") // XChart is set up through its own methods
  public Raster(
      String title,
      String xTitle,
      String yTitle,
      double x0,
      double x1,
      double y0,
      double y1,
      double[][] values) {
    super(title, xTitle, yTitle, WIDTH, HEIGHT);
    xRange(x0, x1);
    yRange(y0, y1);
    getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1);
    XYSeries corners = add("tiles", new double[] {x0, x1}, new double[] {y0, y1});
    corners.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setShowInLegend(false);
    corners.setMarker(new Tiles(image(values)));
  }

  private static BufferedImage image(double[][] values) {
    Require.nonNull("values", values);
    Require.that(values.length > 0, "values", "empty", "at least one row");
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    int columns = Require.finite("values[0]", values[0]).length;
    for (int row = 0; row < values.length; row++) {
      String name = "values[" + row + "]";
      Require.finite(name, values[row]);
      Require.that(
          values[row].length == columns, name, "of length " + values[row].length, "" + columns);
      for (double value : values[row]) {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    BufferedImage image = new BufferedImage(columns, values.length, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < columns; column++) {
        double share =
            largest > smallest ? (values[row][column] - smallest) / (largest - smallest) : 0;
        image.setRGB(column, row, color(Math.rint(share * STEPS) / STEPS));
      }
    }
    return image;
  }

  private static int color(double share) {
    return new Color(
            between(SMALLEST.getRed(), LARGEST.getRed(), share),
            between(SMALLEST.getGreen(), LARGEST.getGreen(), share),
            between(SMALLEST.getBlue(), LARGEST.getBlue(), share))
        .getRGB();
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  /** The tiles, painted as {@link Ground} is: a marker of two points at opposite corners. */
  private static final class Tiles extends Marker {
    private final BufferedImage image;
    private double left;
    private double bottom;
    private boolean atUpperRight;

    Tiles(BufferedImage image) {
      this.image = image;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int size) {
      if (atUpperRight) {
        AffineTransform toScreen = AffineTransform.getTranslateInstance(left, bottom);
        toScreen.scale((x - left) / image.getWidth(), (y - bottom) / image.getHeight());
        g.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(image, toScreen, null);
      }
      left = x;
      bottom = y;
      atUpperRight = !atUpperRight;
    }
  }
}
