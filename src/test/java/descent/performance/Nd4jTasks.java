package descent.performance;

import static org.nd4j.linalg.ops.transforms.Transforms.exp;
import static org.nd4j.linalg.ops.transforms.Transforms.log;
import static org.nd4j.linalg.ops.transforms.Transforms.max;
import static org.nd4j.linalg.ops.transforms.Transforms.min;
import static org.nd4j.linalg.ops.transforms.Transforms.sigmoid;
import static org.nd4j.linalg.ops.transforms.Transforms.sign;
import static org.nd4j.linalg.ops.transforms.Transforms.softPlus;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.LogSoftMax;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** The works in ND4J's own operations, in place. */
final class Nd4jTasks {

  private Nd4jTasks() {}

  /** Returns the task, or null if ND4J does not take part. */
  static Task of(Work work) {
    if (Work.OPTIMIZERS.contains(work.name())) {
      return optimizer(work);
    }
    return switch (work.name()) {
      case "MSE" -> Task.loss(work, Nd4jTasks::squared);
      case "MAE" -> Task.loss(work, Nd4jTasks::absolute);
      case "hinge" -> Task.loss(work, Nd4jTasks::hinge);
      case "Huber" -> huber(work);
      case "BCE" -> logits(work);
      case "KL" -> divergence(work);
      case "softmax" -> softmax(work);
      default -> null;
    };
  }

  private static double squared(INDArray p, INDArray t, INDArray g) {
    p.subi(t, g);
    double value = dot(g, g) / g.length();
    g.muli(2.0 / g.length());
    return value;
  }

  private static double absolute(INDArray p, INDArray t, INDArray g) {
    p.subi(t, g);
    double value = sumOfSizes(g) / g.length();
    sign(g, false).divi(g.length());
    return value;
  }

  private static double hinge(INDArray s, INDArray y, INDArray g) {
    s.muli(y, g);
    max(g.rsubi(1), 0, false);
    double value = sumOfSizes(g) / g.length();
    sign(g, false).muli(y).divi(-g.length());
    return value;
  }

  /** Returns Huber's loss with δ = 1: with c the error limited to ±1, it is c·e − c²/2. */
  private static Task huber(Work work) {
    INDArray e = scratch(work);
    return Task.loss(
        work,
        (p, t, c) -> {
          p.subi(t, e);
          max(min(c.assign(e), 1, false), -1, false);
          double value = (dot(c, e) - dot(c, c) / 2) / c.length();
          c.divi(c.length());
          return value;
        });
  }

  private static Task logits(Work work) {
    INDArray s = scratch(work);
    return Task.loss(
        work,
        (z, y, g) -> {
          softPlus(s.assign(z), false);
          double value = (sumOfSizes(s) - dot(y, z)) / g.length();
          sigmoid(g.assign(z), false).subi(y).divi(g.length());
          return value;
        });
  }

  private static Task divergence(Work work) {
    INDArray s = scratch(work).reshape(-1, Inputs.OUTCOMES);
    return Task.loss(
        work,
        (q, p, g) -> {
          log(s.assign(p), false).subi(log(g.assign(q), false));
          double value = dot(p, s) / g.size(0);
          p.divi(q, g).divi(-g.size(0));
          return value;
        });
  }

  private static Task softmax(Work work) {
    INDArray hits = scratch(work).reshape(-1, Inputs.CLASSES);
    double[] classes = Inputs.doubles("class", (int) hits.size(0));
    for (int i = 0; i < classes.length; i++) {
      hits.putScalar(i, (int) classes[i], 1);
    }
    return Task.loss(
        work,
        (z, t, g) -> {
          Nd4j.exec(new LogSoftMax(z, g));
          double value = -dot(hits, g) / g.size(0);
          exp(g, false).subi(hits).divi(g.size(0));
          return value;
        });
  }

  private static Task optimizer(Work work) {
    INDArray theta = Inputs.array("real", work.type(), work.size());
    float[] gradient = Inputs.floats("other", work.size());
    INDArray g = Nd4j.createFromArray(gradient);
    INDArray v = scratch(work);
    INDArray m = scratch(work);
    INDArray update = scratch(work);
    int[] t = {0};
    double rate = OurTasks.RATE;
    Runnable step =
        switch (work.name()) {
          case "SGD" -> () -> axpy(-rate, g, theta);
          case "momentum" ->
              () -> {
                v.muli(0.9).addi(g);
                axpy(-rate, v, theta);
              };
          default ->
              () -> {
                Nd4j.exec(new AdamUpdater(g, v, m, update, v, m, rate, 0.9, 0.999, 1e-8, t[0]++));
                theta.subi(update);
              };
        };
    return Task.steps(step, theta.data()::asFloat, gradient);
  }

  private static INDArray scratch(Work work) {
    return Nd4j.zeros(work.isFloat() ? DataType.FLOAT : DataType.DOUBLE, work.size());
  }

  private static double dot(INDArray a, INDArray b) {
    return Nd4j.getBlasWrapper().dot(a, b);
  }

  /** Returns Σ|aᵢ| from BLAS: ND4J's own sum of ten million floats has two right digits. */
  private static double sumOfSizes(INDArray a) {
    return Nd4j.getBlasWrapper().level1().asum(a);
  }

  private static void axpy(double factor, INDArray x, INDArray y) {
    Nd4j.getBlasWrapper().level1().axpy(x.length(), factor, x, y);
  }
}
