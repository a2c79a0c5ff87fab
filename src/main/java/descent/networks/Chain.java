package descent.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Layers one behind the other, with the arrays that a pass needs. */
final class Chain {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // far apart, see Batches

  final List<Pass> passes = new ArrayList<>();

  Chain(List<Layer> layers, int inputs, int at) {
    int width = inputs;
    for (Layer layer : layers) {
      Pass pass = new Pass(layer, width, at);
      passes.add(pass);
      at = pass.end();
      width = pass.outputs;
    }
  }

  Pass last() {
    return passes.get(passes.size() - 1);
  }

  /** Runs forward. Returns the output, which belongs to the last pass. */
  double[] forward(double[] theta, double[] x, int rows, boolean training, long seed) {
    double[] in = x;
    for (Pass pass : passes) {
      seed += GOLDEN;
      pass.open(rows);
      pass.theta = theta;
      pass.x = in;
      pass.training = training;
      pass.seed = seed;
      pass.layer().forward(pass);
      in = pass.y;
    }
    return in;
  }

  /** Runs backward from the last pass's dy. Adds to the gradient, and fills dx if it is wanted. */
  void backward(double[] gradient, double[] dx, boolean dxWanted) {
    for (int i = passes.size() - 1; i >= 0; i--) {
      Pass pass = passes.get(i);
      pass.gradient = gradient;
      pass.dx = i == 0 ? dx : passes.get(i - 1).dy;
      pass.dxWanted = i > 0 || dxWanted;
      Arrays.fill(pass.dx, 0, pass.rows * pass.inputs, 0);
      pass.layer().backward(pass);
    }
  }

  /** Does what is to be done with every pass, those inside of others before them. */
  void each(Consumer<Pass> action) {
    for (Pass pass : passes) {
      if (pass.inner != null) {
        pass.inner.each(action);
      }
      action.accept(pass);
    }
  }
}
