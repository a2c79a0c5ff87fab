package descent.networks;

import descent.engine.Product;
import descent.engine.Require;
import java.util.List;
import java.util.Random;

/**
 * A convolutional layer: the same small filters at every place of a picture. It is a dense layer on
 * patches: the size × size pixels around each pixel, with zeros beyond the edges, so that the
 * picture keeps its size.
 *
 * <pre>
 * Y      = P W + b          P [rows · height · width, size · size · channels],  one patch a row
 *                           W [size · size · channels, filters],  b [filters]
 * ∂L/∂W  = Pᵀ ∂L/∂Y
 * ∂L/∂b  = the sum of the rows of ∂L/∂Y
 * ∂L/∂P  = ∂L/∂Y Wᵀ, and ∂L/∂X at a pixel = the sum over the patches that the pixel is in
 * </pre>
 *
 * <p>A row holds a picture [height, width, channels], channels last; its length says how many
 * channels there are. The output is [height, width, filters]. As {@code torch.nn.Conv2d} with
 * padding "same" and stride 1 (channels first there, and W [filters, channels, size, size]) and
 * {@code keras.layers.Conv2D} with padding "same" (W in the same order as here). Like both, it does
 * not turn the filter around, which mathematicians would call a correlation. W begins as the
 * initializer says, b at 0.
 *
 * <p>Source: LeCun, Bottou, Bengio and Haffner 1998, <i>Proceedings of the IEEE</i> 86(11), doi
 * 10.1109/5.726791.
 *
 * @param height the picture's height, at least 1
 * @param width its width, at least 1
 * @param filters the number of filters, at least 1
 * @param size the filters' height and width, an odd number
 */
public record Convolution(int height, int width, int filters, int size) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param height the picture's height
   * @param width its width
   * @param filters the number of filters
   * @param size the filters' height and width
   * @throws IllegalArgumentException if one is below 1, or the size is even
   */
  public Convolution {
    Require.that(height >= 1, "height", height, "1 or more");
    Require.that(width >= 1, "width", width, "1 or more");
    Require.that(filters >= 1, "filters", filters, "1 or more");
    Require.that(size >= 1 && size % 2 == 1, "size", size, "an odd number, 1 or more");
  }

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % (height * width) == 0,
        "inputs",
        inputs,
        "a multiple of " + height + " · " + width + " for " + this);
    return height * width * filters;
  }

  @Override
  public List<Weight> weights(int inputs) {
    return List.of(new Weight("W", patch(inputs), filters), new Weight("b", filters));
  }

  @Override
  public void start(int inputs, double[] theta, int at, Initializer initializer, Random random) {
    for (int i = at; i < at + patch(inputs) * filters; i++) {
      theta[i] = initializer.draw(patch(inputs), size * size * filters, random);
    }
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * height * width * patch(inputs); // P
  }

  @Override
  public void forward(Pass p) {
    int n = patch(p.inputs);
    int patches = p.rows * height * width;
    int bias = p.at + n * filters;
    move(p, p.x, p.notes, true);
    for (int i = 0; i < patches; i++) {
      System.arraycopy(p.theta, bias, p.y, i * filters, filters);
    }
    Product.add(p.notes, n, 1, patches, n, p.theta, p.at, filters, p.y, 0);
  }

  @Override
  public void backward(Pass p) {
    int n = patch(p.inputs);
    int patches = p.rows * height * width;
    Product.add(p.notes, 1, n, n, patches, p.dy, 0, filters, p.gradient, p.at);
    int bias = p.at + n * filters;
    for (int i = 0; i < patches; i++) {
      for (int j = 0; j < filters; j++) {
        p.gradient[bias + j] += p.dy[i * filters + j];
      }
    }
    if (p.dxWanted) {
      double[] transposed = new double[n * filters];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < filters; j++) {
          transposed[j * n + i] = p.theta[p.at + i * filters + j];
        }
      }
      double[] slopes = new double[patches * n];
      Product.add(p.dy, filters, 1, patches, filters, transposed, 0, n, slopes, 0);
      move(p, p.dx, slopes, false);
    }
  }

  /** Returns how many numbers a patch has. */
  private int patch(int inputs) {
    return size * size * (inputs / (height * width));
  }

  /** Copies pictures into patches, or adds patches to pictures; what lies outside stays 0. */
  private void move(Pass p, double[] pictures, double[] patches, boolean copy) {
    int channels = p.inputs / (height * width);
    int half = size / 2;
    int to = 0;
    for (int r = 0; r < p.rows; r++) {
      for (int place = 0; place < height * width; place++) {
        for (int di = -half; di <= half; di++) {
          for (int dj = -half; dj <= half; dj++, to += channels) {
            int i = place / width + di;
            int j = place % width + dj;
            if (i >= 0 && i < height && j >= 0 && j < width) {
              int from = r * p.inputs + (i * width + j) * channels;
              for (int c = 0; c < channels; c++) {
                if (copy) {
                  patches[to + c] = pictures[from + c];
                } else {
                  pictures[from + c] += patches[to + c];
                }
              }
            }
          }
        }
      }
    }
  }
}
