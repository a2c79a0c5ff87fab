package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputComparisonTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "loss 0.12345678|loss 0.12345679",
        "1.0E-17|-2.2E-16",
        "-0.0000|0.0000",
        "x =   0.0|x =  -0.0",
        "NaN|NaN",
        "<td>1.50</td>|<td>1.5000001</td>",
        "θ = [1.0, 2.0]|θ = [1.0, 2.0000001]",
      })
  void numbersMayDifferInTheirLastDigits(String committed, String now) {
    assertEquals(Optional.empty(), OutputComparison.differenceOfText(committed, now));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "loss 0.123456|loss 0.123457",
        "1.0|-1.0",
        "loss 1.0|Loss 1.0",
        "1.0|1.0 s",
        "s 1.0|1.0",
        "a 1.0 b|a  1.0 b",
        "1.0 2.0|1.0",
        "1.0|1.0 2.0",
        "1.0|NaN",
        "0.0|1.0E-11",
        "steps 100|steps 101",
      })
  void otherDifferencesAreFound(String committed, String now) {
    Optional<String> difference = OutputComparison.differenceOfText(committed, now);
    assertEquals(
        Optional.of("line 1: committed \"" + committed + "\", now \"" + now + "\""), difference);
  }

  @Test
  void theFirstLineThatDiffersIsNamed() {
    assertEquals(
        Optional.of("line 2: committed \"b 1\", now \"b 2\""),
        OutputComparison.differenceOfText("a\nb 1\nc", "a\nb 2\nd"));
    assertEquals(
        Optional.of("committed 1 lines, now 2:" + System.lineSeparator() + "a\nb"),
        OutputComparison.differenceOfText("a", "a\nb"));
  }

  @Test
  void outputsAreTheSameInNumberKindAndType() {
    Output text = new Output("stdout", Map.of("text/plain", "a\n"));
    Output result = new Output("execute_result", Map.of("text/plain", "a\n"));
    Output table = new Output("execute_result", Map.of("text/plain", "a\n", "text/html", "<b>a"));
    assertEquals(Optional.empty(), OutputComparison.difference(List.of(text), List.of(text)));
    for (List<Output> other :
        List.of(List.<Output>of(), List.of(result), List.of(table), List.of(text, text))) {
      assertTrue(OutputComparison.difference(List.of(text), other).isPresent(), other::toString);
      assertTrue(OutputComparison.differenceInShape(List.of(text), other).isPresent());
    }
  }

  @Test
  void ofTimingsOnlyTheShapeCounts() {
    List<Output> before = List.of(new Output("stdout", Map.of("text/plain", "took 3 ms")));
    List<Output> after = List.of(new Output("stdout", Map.of("text/plain", "took 4 ms")));
    assertEquals(Optional.empty(), OutputComparison.differenceInShape(before, after));
    assertTrue(OutputComparison.difference(before, after).isPresent());
  }

  @Test
  void picturesAreTheSameInTypeAndSize() {
    List<Output> chart = picture("png", 80, 60, Color.BLUE);
    assertEquals(
        Optional.empty(), OutputComparison.difference(chart, picture("png", 80, 60, Color.RED)));
    assertEquals(
        Optional.of("image/png of display_data: committed picture is 80×60, now 80×61"),
        OutputComparison.difference(chart, picture("png", 80, 61, Color.BLUE)));
    assertEquals(
        Optional.of("image/png of display_data: committed picture is 80×60, now 80×60, blank"),
        OutputComparison.difference(chart, picture("png", 80, 60, Color.BLACK)));
    assertTrue(OutputComparison.difference(chart, picture("gif", 80, 60, Color.BLUE)).isPresent());
  }

  /** A black picture with a dot, and beside it a text for readers without pictures. */
  private static List<Output> picture(String format, int width, int height, Color dot) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, dot.getRGB());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String base64 = Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    return List.of(
        new Output("display_data", Map.of("image/" + format, base64, "text/plain", "picture")));
  }
}
