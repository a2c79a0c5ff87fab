package descent.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

/** What the tests of charts have in common: drawing them and looking at the picture. */
final class Pictures {

  private Pictures() {}

  /** Draws a chart as a notebook does, as a PNG, and reads it back. */
  static BufferedImage drawn(Chart<?, ?> chart) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertEquals(chart.getWidth(), image.getWidth());
    assertEquals(chart.getHeight(), image.getHeight());
    return image;
  }

  /** Counts the pixels of exactly one colour in the rows from one to before another. */
  static long count(BufferedImage image, Color color, int fromRow, int toRow) {
    long count = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  static List<String> legend(Chart<?, ?> chart) {
    return chart.getSeriesCollection().stream()
        .filter(Series::isShowInLegend)
        .map(Series::getLabel)
        .toList();
  }
}
