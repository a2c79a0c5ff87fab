package descent.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.optimizers.Adam;
import descent.optimizers.FloatState;
import descent.optimizers.GradientDescent;
import descent.optimizers.Momentum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Times a step of an optimizer on floats beside ND4J's own updaters, and prints the ratios. An
 * updater overwrites the gradient, so each of its steps begins with a copy of it, whose time is
 * taken away again. Not part of the normal tests; run it with
 *
 * <pre>mvn test -Dtest=OptimizerSpeedReport</pre>
 */
class OptimizerSpeedReport {

  private static final double RATE = 1e-3;

  @Test
  void step() {
    for (int n : new int[] {10_000, 1_000_000, 10_000_000}) {
      report(n);
    }
  }

  private static void report(int n) {
    SplittableRandom random = new SplittableRandom(1);
    float[] theta = new float[n];
    float[] gradient = new float[n];
    for (int i = 0; i < n; i++) {
      theta[i] = (float) random.nextDouble();
      gradient[i] = (float) random.nextDouble() - 0.5f;
    }
    INDArray source = Nd4j.createFromArray(gradient).reshape(1, n);
    INDArray scratch = source.dup();
    Map<String, Runnable> work = new LinkedHashMap<>();
    work.put("copy", () -> scratch.assign(source));
    FloatState descent = new GradientDescent(RATE).start(theta);
    FloatState momentum = new Momentum(RATE).start(theta);
    FloatState adam = new Adam(RATE).start(theta);
    work.put("GradientDescent", () -> descent.step(gradient));
    work.put("ND4J Sgd", nd4j(new Sgd(RATE), theta, source, scratch));
    work.put("Momentum", () -> momentum.step(gradient));
    work.put("ND4J Nesterovs", nd4j(new Nesterovs(RATE, 0.9), theta, source, scratch));
    work.put("Adam", () -> adam.step(gradient));
    Runnable adamOfNd4j =
        nd4j(new org.nd4j.linalg.learning.config.Adam(RATE), theta, source, scratch);
    work.put("ND4J Adam", adamOfNd4j);
    adam.step(gradient);
    adamOfNd4j.run();
    assertEquals(scratch.getFloat(0, 7), theta[7] - adam.theta()[7], 1e-5, "the same first step");
    Map<String, Double> medians = Timing.medians(work, Math.max(4, 4_000_000 / n));
    double copy = medians.remove("copy");
    System.out.printf("%na step on %,d floats%n", n);
    String before = null;
    for (Map.Entry<String, Double> entry : medians.entrySet()) {
      if (before == null) {
        before = entry.getKey();
      } else {
        double ours = medians.get(before);
        double theirs = entry.getValue() - copy;
        System.out.printf(
            "  %-16s %10.2f µs   %-14s %10.2f µs   %.2f ×%n",
            before, ours / 1e3, entry.getKey(), theirs / 1e3, ours / theirs);
        before = null;
      }
    }
  }

  private static Runnable nd4j(IUpdater config, float[] start, INDArray source, INDArray scratch) {
    int n = start.length;
    long size = config.stateSize(n);
    INDArray state = size == 0 ? null : Nd4j.zeros(DataType.FLOAT, 1, size);
    GradientUpdater<?> updater = config.instantiate(state, true);
    INDArray theta = Nd4j.createFromArray(start).reshape(1, n);
    int[] t = {0};
    return () -> {
      scratch.assign(source);
      updater.applyUpdater(scratch, t[0]++, 0);
      theta.subi(scratch);
    };
  }
}
