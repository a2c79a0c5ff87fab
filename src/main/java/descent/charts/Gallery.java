package descent.charts;

import descent.engine.Require;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * Small grey pictures with a caption below each, such as what a network has read wrong, or its
 * filters:
 *
 * <pre>{@code
 * new Gallery("Two digits", 8, 0, 16, List.of("a zero", "a one"), digits) // 8 × 8 pixels, 0 to 16
 * }</pre>
 *
 * <p>The lowest number is white and the highest black, like ink. Ten pictures stand side by side,
 * fewer if a caption is wide.
 */
public final class Gallery extends XYChart {

  private static final Font TITLE = Theme.font(Font.BOLD, 17);
  private static final Font FONT = Theme.font(Font.PLAIN, 13);
  private static final Color FRAME = new Color(0xB0B0B0);
  private static final int SIDE = 64; // of a picture
  private static final int GAP = 12;
  private static final int MARGIN = 20;
  private static final int ABOVE = 46; // the title
  private static final int BELOW = 30; // a caption

  private final int width;
  private final double low;
  private final double high;
  private final List<String> captions;
  private final double[][] pictures;

  /**
   * Creates the chart, as high as the pictures need.
   *
   * @param title what the pictures show
   * @param width how many pixels a picture is wide
   * @param low the number that is white; what is lower is white as well
   * @param high the number that is black; what is higher is black as well
   * @param captions a caption for each picture; it may be empty
   * @param pictures for each picture its pixels, row by row from the upper left corner
   * @throws IllegalArgumentException if the title is null or blank, the range is empty, there is no
   *     picture, not one caption for each, or a picture is not of full rows of finite numbers
   */
  @SuppressWarnings("this-escape") // XChart is set up through its own methods
  public Gallery(
      String title,
      int width,
      double low,
      double high,
      List<String> captions,
      double[][] pictures) {
    super(Theme.WIDTH, height(Require.nonNull("captions", captions)));
    setTitle(Plot.text("title", title));
    Require.that(width >= 1, "width", width, "1 or more");
    Require.that(low < high, "high", high, "a number above low, " + low);
    Require.nonNull("pictures", pictures);
    Require.that(
        pictures.length == captions.size(),
        "pictures",
        pictures.length + " of them",
        "one for each of the " + captions.size() + " captions");
    for (int i = 0; i < pictures.length; i++) {
      int pixels = Require.finite("pictures[" + i + "]", pictures[i]).length;
      Require.that(
          pixels % width == 0, "pictures[" + i + "]", "of " + pixels, "full rows of " + width);
    }
    this.width = width;
    this.low = low;
    this.high = high;
    this.captions = List.copyOf(captions);
    this.pictures = Arrays.stream(pictures).map(double[]::clone).toArray(double[][]::new);
  }

  private static int height(List<String> captions) {
    Require.that(!captions.isEmpty(), "captions", "empty", "at least one");
    int lines = (captions.size() - 1) / columns(captions) + 1;
    return ABOVE + lines * (SIDE + BELOW) + MARGIN / 2;
  }

  /** Returns how many pictures stand side by side. */
  private static int columns(List<String> captions) {
    return Math.max(1, (Theme.WIDTH - 2 * MARGIN + GAP) / pitch(captions));
  }

  private static int pitch(List<String> captions) {
    double widest = captions.stream().mapToDouble(Gallery::width).max().orElseThrow();
    return GAP + Math.max(SIDE, (int) Math.ceil(widest));
  }

  private static double width(String caption) {
    return Require.nonNull("caption", caption).isBlank() ? 0 : Theme.width(caption, FONT);
  }

  @Override
  public void paint(Graphics2D g, int paintedWidth, int paintedHeight) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, paintedWidth, paintedHeight);
    double scale =
        Math.min((double) paintedWidth / getWidth(), (double) paintedHeight / getHeight());
    g.scale(scale, scale);
    g.setColor(getStyler().getChartFontColor());
    double left = (getWidth() - Theme.width(getTitle(), TITLE)) / 2;
    Theme.write(g, getTitle(), TITLE, left, ABOVE / 2.0 - 2);
    int pitch = pitch(captions);
    int columns = Math.min(columns(captions), pictures.length);
    double start = (getWidth() - columns * pitch + GAP) / 2.0;
    for (int i = 0; i < pictures.length; i++) {
      double middle = start + i % columns * pitch + (pitch - GAP) / 2.0;
      double top = ABOVE + i / columns * (SIDE + BELOW);
      paint(g, pictures[i], middle, top);
      if (!captions.get(i).isBlank()) {
        g.setColor(getStyler().getChartFontColor());
        double x = middle - width(captions.get(i)) / 2;
        Theme.write(g, captions.get(i), FONT, x, top + SIDE + 12);
      }
    }
    g.scale(1 / scale, 1 / scale);
  }

  private void paint(Graphics2D g, double[] picture, double middle, double top) {
    int height = picture.length / width;
    double pixel = (double) SIDE / Math.max(width, height);
    double left = middle - pixel * width / 2;
    for (int i = 0; i < picture.length; i++) {
      double ink = Math.max(0, Math.min(1, (picture[i] - low) / (high - low)));
      int grey = (int) Math.round(255 * (1 - ink));
      g.setColor(new Color(grey, grey, grey));
      double x = left + i % width * pixel;
      g.fill(new Rectangle2D.Double(x, top + i / width * pixel, pixel, pixel));
    }
    g.setColor(FRAME);
    g.setStroke(Theme.stroke(1));
    g.draw(new Rectangle2D.Double(left - 0.5, top - 0.5, width * pixel + 1, height * pixel + 1));
  }
}
