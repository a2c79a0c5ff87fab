package descent.networks;

import descent.engine.Require;

/**
 * Max pooling: of every 2 × 2 pixels of a picture the largest, channel by channel, so that half the
 * height and half the width are left.
 *
 * <pre>
 * y = max(x₁, x₂, x₃, x₄)          ∂L/∂xₖ = ∂L/∂y for the largest (of equal ones the first), otherwise 0
 * </pre>
 *
 * <p>A row holds a picture [height, width, channels], channels last; its length says how many
 * channels there are. As {@code torch.nn.MaxPool2d(2)} and {@code keras.layers.MaxPooling2D()}.
 *
 * @param height the picture's height, an even number
 * @param width its width, an even number
 */
public record MaxPooling(int height, int width) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param height the picture's height
   * @param width its width
   * @throws IllegalArgumentException if one is odd or below 2
   */
  public MaxPooling {
    Require.that(height >= 2 && height % 2 == 0, "height", height, "an even number, 2 or more");
    Require.that(width >= 2 && width % 2 == 0, "width", width, "an even number, 2 or more");
  }

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % (height * width) == 0,
        "inputs",
        inputs,
        "a multiple of " + height + " · " + width + " for " + this);
    return inputs / 4;
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * inputs / 4; // where the largest lie
  }

  @Override
  public void forward(Pass p) {
    int channels = p.inputs / (height * width);
    int down = width * channels;
    int to = 0;
    for (int line = 0; line < p.rows * height; line += 2) { // pictures lie one behind the other
      for (int column = 0; column < width; column += 2) {
        for (int c = 0; c < channels; c++, to++) {
          int first = line * down + column * channels + c;
          int largest = larger(p.x, first, first + channels);
          largest = larger(p.x, largest, first + down);
          largest = larger(p.x, largest, first + down + channels);
          p.y[to] = p.x[largest];
          p.notes[to] = largest;
        }
      }
    }
  }

  /** Returns where the larger of two numbers is; NaN counts as larger, so that it is not hidden. */
  private static int larger(double[] x, int i, int j) {
    return x[j] > x[i] || Double.isNaN(x[j]) ? j : i;
  }

  @Override
  public void backward(Pass p) {
    for (int i = 0; i < p.rows * p.outputs; i++) {
      p.dx[(int) p.notes[i]] = p.dy[i];
    }
  }
}
