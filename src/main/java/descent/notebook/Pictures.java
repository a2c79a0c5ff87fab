package descent.notebook;

import descent.charts.Animation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * Charts as pictures: drawn with twice the pixels, and shown at the chart's own size, so that lines
 * and letters are crisp on any screen.
 */
final class Pictures {

  private static final int SCALE = 2;

  private Pictures() {}

  static Shown of(Chart<?, ?> chart) {
    return side(List.of(chart));
  }

  /** Charts side by side; null if the list holds anything else. */
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
    int width = charts.stream().mapToInt(Chart::getWidth).sum();
    int height = charts.stream().mapToInt(Chart::getHeight).max().orElseThrow();
    BufferedImage image =
        new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    int x = 0;
    for (Chart<?, ?> chart : charts) {
      Graphics2D part = (Graphics2D) graphics.create(x, 0, chart.getWidth(), chart.getHeight());
      chart.paint(part, chart.getWidth(), chart.getHeight());
      part.dispose();
      x += chart.getWidth();
    }
    graphics.dispose();
    String text = charts.stream().map(Pictures::name).collect(Collectors.joining(", "));
    // sorted, so that a notebook that is saved again does not differ
    TreeMap<String, Integer> size = new TreeMap<>();
    size.put("width", width);
    size.put("height", height);
    return Shown.picture(text, "image/png", Png.encode(image), size);
  }

  private static String name(Chart<?, ?> chart) {
    String title = chart.getTitle();
    return title == null || title.isBlank() ? "chart" : "chart: " + title;
  }
}
