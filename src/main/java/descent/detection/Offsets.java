package descent.detection;

import descent.engine.Require;

/**
 * A box as seen from an anchor: what a network predicts, instead of pixels.
 *
 * <pre>
 * x = (xᵇ − xᵃ) / wᵃ        w = log(wᵇ / wᵃ)
 * y = (yᵇ − yᵃ) / hᵃ        h = log(hᵇ / hᵃ)
 * </pre>
 *
 * <p>with the center (x, y), the width w and the height h of box b and anchor a. All are 0 where
 * the box is the anchor, and the same for a small and a large anchor.
 *
 * <p>Source: Ren et al. 2015, arXiv 1506.01497, after Girshick et al. 2014, arXiv 1311.2524.
 *
 * @param x how far the center lies to the right, in widths of the anchor
 * @param y how far it lies below, in heights of the anchor
 * @param w the logarithm of how many times as wide the box is
 * @param h the logarithm of how many times as high it is
 */
public record Offsets(double x, double y, double w, double h) {

  /** What w and h count for at most, as in torchvision: a box is 62.5 times as large, or small. */
  private static final double MOST = Math.log(1000.0 / 16);

  /**
   * Checks the numbers.
   *
   * @param x how far the center lies to the right, in widths of the anchor
   * @param y how far it lies below, in heights of the anchor
   * @param w the logarithm of how many times as wide the box is
   * @param h the logarithm of how many times as high it is
   * @throws IllegalArgumentException if one is not finite
   */
  public Offsets {
    Require.finite("offsets", new double[] {x, y, w, h});
  }

  /**
   * Returns a box as seen from an anchor.
   *
   * @param box the box
   * @param anchor the anchor
   * @return the offsets for which {@link #from} is the box
   * @throws IllegalArgumentException if an argument is null
   */
  public static Offsets of(Box box, Box anchor) {
    Require.nonNull("box", box);
    Require.nonNull("anchor", anchor);
    return new Offsets(
        (box.x() - anchor.x()) / anchor.width(),
        (box.y() - anchor.y()) / anchor.height(),
        Math.log(box.width() / anchor.width()),
        Math.log(box.height() / anchor.height()));
  }

  /**
   * Returns the box that lies so from an anchor; w and h beyond ±log 62.5 count as that, since a
   * network before its training may say anything.
   *
   * @param anchor the anchor
   * @return the box
   * @throws IllegalArgumentException if the anchor is null, or the box so far away that its width
   *     is lost in rounding
   */
  public Box from(Box anchor) {
    Require.nonNull("anchor", anchor);
    return Box.around(
        anchor.x() + x * anchor.width(),
        anchor.y() + y * anchor.height(),
        anchor.width() * Math.exp(limited(w)),
        anchor.height() * Math.exp(limited(h)));
  }

  private static double limited(double logarithm) {
    return Math.max(-MOST, Math.min(MOST, logarithm));
  }
}
