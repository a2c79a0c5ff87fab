package descent.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RectangleTest {

  private final Rectangle square = new Rectangle(-1, 1, -1, 1);

  @Test
  void aPathInsideStaysAsItIs() {
    assertCut(new double[][] {{0, 0}, {1, 0.5}}, new double[] {0, 1}, new double[] {0, 0.5});
  }

  @Test
  void aPathIsCutWhereItLeavesAndComesBack() {
    assertCut(
        new double[][] {{0, 0}, {2, 1}, {0, -1}},
        new double[] {0, 1, Double.NaN, 1, 0},
        new double[] {0, 0.5, Double.NaN, 0, -1});
  }

  @Test
  void aPathMayBeginAndEndOutside() {
    assertCut(
        new double[][] {{-3, 0}, {3, 0}},
        new double[] {Double.NaN, -1, 1},
        new double[] {Double.NaN, 0, 0});
  }

  @Test
  void aPathThatPassesByIsEmpty() {
    assertCut(new double[][] {{-3, 0}, {0, 3}, {0, 5}}, new double[0], new double[0]);
  }

  @Test
  void whatFollowsANumberThatIsNotFiniteIsLeftOut() {
    assertCut(
        new double[][] {{0, 0}, {0.5, 0}, {Double.NaN, 0}, {0, 0}},
        new double[] {0, 0.5},
        new double[] {0, 0});
  }

  private void assertCut(double[][] path, double[] x, double[] y) {
    double[][] cut = square.cut(path);
    assertArrayEquals(x, cut[0], 1e-12);
    assertArrayEquals(y, cut[1], 1e-12);
  }
}
