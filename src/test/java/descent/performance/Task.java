package descent.performance;

import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A work as one peer does it, with its inputs at hand. */
interface Task {

  /** Does it once: what is timed. */
  double run();

  /** Does it, freshly made, and returns some numbers in which all peers have to agree. */
  double[] numbers();

  /** A loss and its gradient. */
  interface Evaluation {
    double evaluate(INDArray predictions, INDArray targets, INDArray gradient);
  }

  /** Returns the task to evaluate a loss: its numbers are ℓ, ‖g‖ and g·ŷ. */
  static Task loss(Work work, Evaluation evaluation) {
    String type = work.type();
    INDArray p = predictions(work);
    INDArray t =
        switch (work.name()) {
          case "hinge" -> Inputs.array("sign", type, work.size());
          case "BCE" -> Inputs.array("label", type, work.size());
          case "KL" -> Inputs.array("p", type, work.size()).reshape(p.shape());
          case "softmax" -> Inputs.array("class", type, (int) p.size(0));
          default -> Inputs.array("other", type, work.size());
        };
    INDArray g = Nd4j.create(p.dataType(), p.shape());
    return new Task() {
      @Override
      public double run() {
        return evaluation.evaluate(p, t, g);
      }

      @Override
      public double[] numbers() {
        double value = run();
        double[] slopes = g.data().asDouble();
        double[] at = p.data().asDouble();
        return new double[] {value, Math.sqrt(dot(slopes, slopes)), dot(slopes, at)};
      }
    };
  }

  private static INDArray predictions(Work work) {
    int n = work.size();
    return switch (work.name()) {
      case "KL" -> Inputs.array("q", work.type(), n).reshape(n / Inputs.OUTCOMES, Inputs.OUTCOMES);
      case "softmax" ->
          Inputs.array("real", work.type(), n).reshape(n / Inputs.CLASSES, Inputs.CLASSES);
      default -> Inputs.array("real", work.type(), n);
    };
  }

  /** Returns the task to move θ one step: its numbers are ‖Δθ‖ and Δθ·g after five steps. */
  static Task steps(Runnable step, Supplier<float[]> theta, float[] gradient) {
    return new Task() {
      @Override
      public double run() {
        step.run();
        return 0;
      }

      @Override
      public double[] numbers() {
        float[] before = theta.get();
        for (int i = 0; i < 5; i++) {
          step.run();
        }
        float[] after = theta.get();
        double[] moved = new double[after.length];
        double[] g = new double[after.length];
        for (int i = 0; i < after.length; i++) {
          moved[i] = (double) after[i] - before[i];
          g[i] = gradient[i];
        }
        return new double[] {Math.sqrt(dot(moved, moved)), dot(moved, g)};
      }
    };
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
