package descent.detection;

import descent.engine.Require;

/**
 * A box around an object, with the sides of the picture's axes: x to the right, y downwards. Edges
 * lie between the pixels, so that a box from 2 to 5 is 3 pixels wide.
 *
 * @param left the smallest x
 * @param top the smallest y
 * @param right the largest x
 * @param bottom the largest y
 */
public record Box(double left, double top, double right, double bottom) {

  /**
   * Checks the edges.
   *
   * @param left the smallest x
   * @param top the smallest y
   * @param right the largest x, above left
   * @param bottom the largest y, above top
   * @throws IllegalArgumentException if an edge is not finite, or the box has no area
   */
  public Box {
    Require.finite("box", new double[] {left, top, right, bottom});
    Require.that(right > left, "right", right, "a number above left = " + left);
    Require.that(bottom > top, "bottom", bottom, "a number above top = " + top);
  }

  /**
   * Creates a box around a point.
   *
   * @param x the center's x
   * @param y the center's y
   * @param width its width, above 0
   * @param height its height, above 0
   * @return the box
   * @throws IllegalArgumentException if a number is not finite, or the box has no area
   */
  public static Box around(double x, double y, double width, double height) {
    return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  /**
   * Returns the width.
   *
   * @return right − left
   */
  public double width() {
    return right - left;
  }

  /**
   * Returns the height.
   *
   * @return bottom − top
   */
  public double height() {
    return bottom - top;
  }

  /**
   * Returns the center's x.
   *
   * @return the mean of left and right
   */
  public double x() {
    return (left + right) / 2;
  }

  /**
   * Returns the center's y.
   *
   * @return the mean of top and bottom
   */
  public double y() {
    return (top + bottom) / 2;
  }

  /**
   * Returns the area.
   *
   * @return width × height
   */
  public double area() {
    return width() * height();
  }

  /**
   * Returns the overlap of two boxes, intersection over union (IoU).
   *
   * @param other the other box
   * @return |A ∩ B| / |A ∪ B|, from 0 if they do not meet to 1 if they are the same
   * @throws IllegalArgumentException if the other box is null
   */
  public double overlap(Box other) {
    Require.nonNull("other", other);
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double both = width * height;
    return both / (area() + other.area() - both);
  }
}
