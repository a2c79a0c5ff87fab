package descent.notebook;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Computes one array and draws one chart, so that a machine without ND4J's native library or
 * without libraries for fonts is found out during set-up and not in the middle of a notebook.
 */
public final class SelfCheck {

  private SelfCheck() {}

  /**
   * Runs the check.
   *
   * @param arguments unused
   * @throws IOException if the chart cannot be encoded as PNG
   */
  public static void main(String[] arguments) throws IOException {
    INDArray x = Nd4j.linspace(0, 1, 11);
    double sum = x.mul(x).sumNumber().doubleValue();
    if (Math.abs(sum - 3.85) > 1e-5) {
      throw new IllegalStateException("ND4J computes 0² + 0.1² + … + 1² = " + sum + ", not 3.85");
    }
    XYChart chart = new XYChartBuilder().width(300).height(200).title("Check").build();
    chart.addSeries("x²", x.toDoubleVector(), x.mul(x).toDoubleVector());
    ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", OutputStream.nullOutputStream());
  }
}
