package descent.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.charts.Animation;
import descent.charts.Bars;
import descent.charts.Contour;
import descent.charts.DecisionRegions;
import descent.charts.Heatmap;
import descent.charts.Plot;
import descent.objectives.Rosenbrock;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class RenderingTest {

  private final Renderer jjava = new Renderer();

  RenderingTest() {
    Rendering.install(jjava);
  }

  @Test
  void jjavaFindsTheExtensionByItself() {
    List<Extension> found =
        ServiceLoader.load(Extension.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, found.size());
    assertInstanceOf(JJavaExtension.class, found.get(0));
  }

  @Test
  void aChartIsAPicture() {
    DisplayData shown = jjava.render(chart());
    assertEquals("chart: A line", shown.getData(MIMEType.TEXT_PLAIN));
    byte[] png = Base64.getDecoder().decode((String) shown.getData(MIMEType.IMAGE_PNG));
    assertEquals("PNG", new String(png, 1, 3));
  }

  @Test
  void everyKindOfChartIsAPictureAlsoAsPartOfARow() {
    List<String> names = List.of("a", "b");
    Bars bars = new Bars("Bars", "x", "y", names).bars("one", 1, 2);
    Heatmap table = new Heatmap("Table", "x", "y", names, names, new double[2][2]);
    Plot regions =
        new DecisionRegions("Regions", "x", "y", 0, 1, 0, 1).score((x1, x2) -> x1 - x2, 0);
    for (Chart<?, ?> chart : List.of(bars, table, regions)) {
      DisplayData shown = jjava.render(chart);
      assertEquals("chart: " + chart.getTitle(), shown.getData(MIMEType.TEXT_PLAIN));
      assertTrue(shown.hasDataForType(MIMEType.IMAGE_PNG));
    }
    DisplayData row = jjava.render(List.of(bars, table, regions));
    assertEquals("chart: Bars, chart: Table, chart: Regions", row.getData(MIMEType.TEXT_PLAIN));
    assertTrue(row.hasDataForType(MIMEType.IMAGE_PNG));
  }

  @Test
  void aListOfChartsIsAPictureAndAnotherListIsNot() {
    assertTrue(jjava.render(List.of(chart(), chart())).hasDataForType(MIMEType.IMAGE_PNG));
    DisplayData numbers = jjava.render(List.of(1, 2));
    assertEquals("[1, 2]", numbers.getData(MIMEType.TEXT_PLAIN));
    assertNull(numbers.getData(MIMEType.IMAGE_PNG));
    assertEquals("[]", jjava.render(List.of()).getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void anAnimationIsAGif() {
    Contour contour =
        new Contour("A valley", new Rosenbrock(), -2, 2, -1, 3)
            .path("a step", new double[][] {{0, 0}, {1, 1}});
    Animation animation = Animation.of(contour);
    DisplayData shown = jjava.render(animation);
    assertArrayEquals(
        animation.gif(), Base64.getDecoder().decode((String) shown.getData(MIMEType.IMAGE_GIF)));
    assertEquals(animation.toString(), shown.getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void aTableIsHtml() {
    DisplayData shown = jjava.render(Table.create(IntColumn.create("n", 1, 2)));
    assertTrue(shown.getData(MIMEType.TEXT_HTML).toString().startsWith("<table>"));
  }

  @Test
  void arraysAreText() {
    assertEquals("FLOAT [2]\n1  2", text(Nd4j.createFromArray(1f, 2f)));
    assertEquals("double[2]\n1  2", text(new double[] {1, 2}));
    assertEquals("double[1][2]\n1  2", text(new double[][] {{1, 2}}));
    assertEquals("[1.5]", text(new float[] {1.5f}));
    assertEquals("[3, 4]", text(new long[] {3, 4}));
    assertEquals("[3, 4]", text(new int[] {3, 4}));
    assertEquals("[a, b]", text(new String[] {"a", "b"}));
  }

  @Test
  void aPictureOfTheKernelsKeepsItsFormAndGetsALastingText() {
    Image.registerAll(jjava);
    DisplayData shown = jjava.render(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    assertEquals("picture, 3 × 2", shown.getData(MIMEType.TEXT_PLAIN));
    assertTrue(shown.hasDataForType(MIMEType.IMAGE_PNG));
  }

  @Test
  void ijavaIsTaughtTheSame() {
    var ijava = new io.github.spencerpark.jupyter.kernel.display.Renderer();
    Rendering.install(ijava);
    Map<String, Object> shown = ijava.render(Chart.class, chart());
    assertEquals("chart: A line", shown.get("text/plain"));
    assertEquals(Map.of("width", 200, "height", 100), shown.get("metadata of image/png"));
    assertEquals(
        jjava.render(chart()).getData(MIMEType.IMAGE_PNG), shown.get("image/png"), "same bytes");
    assertEquals(
        Map.of("text/plain", "double[1]\n1"), ijava.render(double[].class, new double[] {1}));
  }

  @Test
  void twiceIsOnce() {
    var ijava = new io.github.spencerpark.jupyter.kernel.display.Renderer();
    Rendering.install(ijava);
    Rendering.install(ijava);
    assertEquals(1, ijava.functions(double[].class));
  }

  @Test
  void refusesWhatIsNoRenderer() {
    assertThrows(IllegalArgumentException.class, () -> Rendering.install(null));
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Rendering.install("a string"));
    assertTrue(refused.getMessage().contains("java.lang.String"), refused.getMessage());
  }

  private Object text(Object value) {
    return jjava.render(value).getData(MIMEType.TEXT_PLAIN);
  }

  private static XYChart chart() {
    XYChart chart = new XYChartBuilder().width(200).height(100).title("A line").build();
    chart.addSeries("y", new double[] {0, 1}, new double[] {0, 1});
    return chart;
  }
}
