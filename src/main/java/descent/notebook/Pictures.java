package descent.notebook;

import descent.charts.Animation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts as pictures: drawn with twice the pixels, and shown at the chart's own size, so that lines
 * and letters are crisp on any screen.
 */
final class Pictures {

  private static final int SCALE = 2;
  private static final int PAGE = 1080; // about what a notebook's page is wide

  private Pictures() {}

  static Shown of(Chart<?, ?> chart) {
    return side(List.of(chart));
  }

  /**
   * Charts side by side, made smaller to fit on a page with letters as large; null if the list
   * holds anything else.
   */
  static Shown row(List<?> list) {
    List<Chart<?, ?>> charts = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof Chart<?, ?> chart)) {
        return null;
      }
      charts.add(chart);
    }
    return charts.isEmpty() ? null : side(charts);
  }

  static Shown moving(Animation animation) {
    return Shown.picture(animation.toString(), "image/gif", animation.gif(), Map.of());
  }

  /** A picture that the kernels show by themselves, with a text that is the same in every run. */
  static Shown named(RenderedImage image) {
    return Shown.text("picture, " + image.getWidth() + " × " + image.getHeight());
  }

  private static Shown side(List<Chart<?, ?>> charts) {
    int[] widths = charts.stream().mapToInt(Chart::getWidth).toArray();
    int[] heights = charts.stream().mapToInt(Chart::getHeight).toArray();
    double share = charts.size() == 1 ? 1 : Math.min(1, (double) PAGE / IntStream.of(widths).sum());
    Arrays.setAll(widths, i -> (int) (share * widths[i]));
    Arrays.setAll(heights, i -> (int) (share * heights[i]));
    int width = IntStream.of(widths).sum();
    int height = IntStream.of(heights).max().orElseThrow();
    BufferedImage image =
        new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    int x = 0;
    for (int i = 0; i < widths.length; i++) {
      Graphics2D part = (Graphics2D) graphics.create(x, 0, widths[i], heights[i]);
      paint(charts.get(i), part, widths[i], heights[i]);
      part.dispose();
      x += widths[i];
    }
    graphics.dispose();
    String text = charts.stream().map(Pictures::name).collect(Collectors.joining(", "));
    // sorted, so that a notebook that is saved again does not differ
    TreeMap<String, Integer> size = new TreeMap<>();
    size.put("width", width);
    size.put("height", height);
    return Shown.picture(text, "image/png", Png.encode(image), size);
  }

  /** Paints a chart in another size than its own, which it would keep from then on. */
  private static void paint(Chart<?, ?> chart, Graphics2D graphics, int width, int height) {
    int ownWidth = chart.getWidth();
    int ownHeight = chart.getHeight();
    chart.paint(graphics, width, height);
    if (width != ownWidth) {
      Graphics2D nowhere = (Graphics2D) graphics.create(0, 0, 0, 0);
      chart.paint(nowhere, ownWidth, ownHeight);
      nowhere.dispose();
    }
  }

  private static String name(Chart<?, ?> chart) {
    String title = chart.getTitle();
    return title == null || title.isBlank() ? "chart" : "chart: " + title;
  }
}
