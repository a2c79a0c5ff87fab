package descent.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.objectives.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsoLinesTest {

  private static final double[] UNIT = {0, 1};

  @Test
  void theIsoLineOfADistanceIsOneClosedCircle() {
    Objective distance = (t, gradient) -> Math.hypot(t[0] - 0.2, t[1] + 0.1);
    Grid grid = Grid.of(distance, new Rectangle(-2, 2, -2, 2));

    List<double[][]> lines = IsoLines.at(1, grid.x(), grid.y(), grid.values());

    assertEquals(1, lines.size());
    double[] x = lines.get(0)[0];
    double[] y = lines.get(0)[1];
    assertEquals(x[0], x[x.length - 1]);
    assertEquals(y[0], y[y.length - 1]);
    double turned = 0;
    for (int k = 0; k < x.length; k++) {
      assertEquals(1, Math.hypot(x[k] - 0.2, y[k] + 0.1), 2e-4); // a cell is 0.029 wide
      if (k > 0) {
        double angle = Math.atan2(y[k] + 0.1, x[k] - 0.2);
        double before = Math.atan2(y[k - 1] + 0.1, x[k - 1] - 0.2);
        turned += Math.IEEEremainder(angle - before, 2 * Math.PI);
      }
    }
    assertEquals(2 * Math.PI, Math.abs(turned), 1e-9);
  }

  @Test
  void aLineThatLeavesTheGridHasItsEndsOnTheBorder() {
    double[] axis = {0, 1, 2};
    double[][] plane = {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}};

    List<double[][]> lines = IsoLines.at(0.5, axis, axis, plane);

    assertEquals(1, lines.size());
    assertArrayEquals(new double[] {0.5, 0.5, 0.5}, lines.get(0)[0]);
    assertArrayEquals(new double[] {0, 1, 2}, lines.get(0)[1]);
  }

  @Test
  void inASaddleCellTheMeanSaysWhichCornersAreConnected() {
    // corners (0, 0) and (1, 1) are high; with a high mean they are connected, and the lines cut
    // off
    // the low corners (1, 0) and (0, 1)
    assertCutsOff(new double[][] {{3, 0}, {0, 3}}, 1, 0);
    assertCutsOff(new double[][] {{1.5, -3}, {-3, 1.5}}, 0, 0);
    assertCutsOff(new double[][] {{0, 3}, {3, 0}}, 0, 0);
    assertCutsOff(new double[][] {{-3, 1.5}, {1.5, -3}}, 1, 0);
  }

  private static void assertCutsOff(double[][] corners, double cornerX, double cornerY) {
    List<double[][]> lines = IsoLines.at(1, UNIT, UNIT, corners);
    assertEquals(2, lines.size());
    long near =
        lines.stream()
            .filter(
                line ->
                    (line[0][0] == cornerX || line[0][1] == cornerX)
                        && (line[1][0] == cornerY || line[1][1] == cornerY))
            .count();
    assertEquals(1, near, "lines around the corner " + cornerX + ", " + cornerY);
  }

  @Test
  void cellsWithoutFiniteCornersAreLeftOut() {
    double[] axis = {0, 1, 2};
    double[][] hole = {{0, 1, 2}, {0, 1, 2}, {Double.NaN, 1, Double.POSITIVE_INFINITY}};

    List<double[][]> lines = IsoLines.at(0.5, axis, axis, hole);

    assertEquals(1, lines.size());
    assertArrayEquals(new double[] {0, 1}, lines.get(0)[1]);
    assertTrue(IsoLines.at(9, axis, axis, hole).isEmpty());
  }
}
