package descent.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeTest {

  private static final List<Color> COLORS = Theme.PALETTE;

  @Test
  void neighboursDifferInGrey() {
    for (int k = 0; k < COLORS.size(); k++) {
      double a = luminance(COLORS.get(k)) + 0.05;
      double b = luminance(COLORS.get((k + 1) % COLORS.size())) + 0.05;
      assertTrue(Math.max(a / b, b / a) > 1.4, "contrast of colours " + k + " and " + (k + 1));
    }
  }

  @Test
  void everyColourStandsOutFromWhite() {
    for (Color color : COLORS) {
      assertTrue(1.05 / (luminance(color) + 0.05) > 2, color.toString());
    }
  }

  @Test
  void anyTwoColoursDifferForPeopleWithoutGreenCones() {
    for (Color a : COLORS) {
      for (Color b : COLORS.subList(COLORS.indexOf(a) + 1, COLORS.size())) {
        assertTrue(distance(deuteranope(a), deuteranope(b)) > 0.1, a + " and " + b);
      }
    }
  }

  @Test
  void markersDifferToo() {
    HashSet<Object> markers = new HashSet<>();
    for (int k = 0; k < COLORS.size(); k++) {
      markers.add(Theme.marker(k));
    }
    assertEquals(COLORS.size(), markers.size());
  }

  /** Relative luminance as WCAG 2 defines it. */
  private static double luminance(Color color) {
    double[] rgb = linear(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] linear(Color color) {
    double[] linear = new double[3];
    float[] rgb = color.getRGBColorComponents(null);
    for (int k = 0; k < 3; k++) {
      linear[k] = rgb[k] <= 0.04045 ? rgb[k] / 12.92 : Math.pow((rgb[k] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  /** Deuteranopia in linear RGB, after Machado, Oliveira and Fernandes (2009), severity 1. */
  private static double[] deuteranope(Color color) {
    double[] c = linear(color);
    return new double[] {
      0.367322 * c[0] + 0.860646 * c[1] - 0.227968 * c[2],
      0.280085 * c[0] + 0.672501 * c[1] + 0.047413 * c[2],
      -0.011820 * c[0] + 0.042940 * c[1] + 0.968881 * c[2]
    };
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return Math.sqrt(sum);
  }
}
