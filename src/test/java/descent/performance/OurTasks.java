package descent.performance;

import descent.data.Batches;
import descent.engine.Ranges;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.Hinge;
import descent.losses.Huber;
import descent.losses.KullbackLeiblerDivergence;
import descent.losses.Loss;
import descent.losses.MeanAbsoluteError;
import descent.losses.MeanSquaredError;
import descent.losses.SoftmaxCrossEntropy;
import descent.networks.Dense;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.optimizers.ElementwiseOptimizer;
import descent.optimizers.FloatState;
import descent.optimizers.GradientDescent;
import descent.optimizers.Momentum;
import descent.training.Fit;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The works as this library does them. */
final class OurTasks {

  static final double RATE = 1e-3;
  private static final int EPOCHS = 100;

  private OurTasks() {}

  static Task of(Work work) {
    return switch (work.name()) {
      case "copy" -> copy(work.size());
      case "SGD" -> optimizer(work.size(), new GradientDescent(RATE));
      case "momentum" -> optimizer(work.size(), new Momentum(RATE));
      case "Adam" -> optimizer(work.size(), new Adam(RATE));
      case "network" -> network(work.size());
      default -> {
        Loss loss = loss(work.name());
        yield Task.loss(work, loss::evaluate);
      }
    };
  }

  /** Does every work in small, so that the compiler does not see a program of one loss only. */
  static void touchAll() {
    for (String type : new String[] {"float", "double"}) {
      for (String loss : Work.LOSSES) {
        repeat(of(Work.of(loss, type, 1000)));
      }
      repeat(of(Work.of("softmax", type, 2000)));
    }
    for (String optimizer : Work.OPTIMIZERS) {
      repeat(of(Work.of(optimizer, "float", 1000)));
    }
  }

  private static void repeat(Task task) {
    for (int i = 0; i < 300; i++) { // from 200 on the JVM writes down which class was called
      task.run();
    }
  }

  private static Loss loss(String name) {
    return switch (name) {
      case "MSE" -> new MeanSquaredError();
      case "MAE" -> new MeanAbsoluteError();
      case "Huber" -> new Huber(1);
      case "hinge" -> new Hinge();
      case "BCE" -> new BinaryCrossEntropyWithLogits();
      case "KL" -> new KullbackLeiblerDivergence();
      case "softmax" -> new SoftmaxCrossEntropy();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Task copy(int n) {
    float[] from = Inputs.floats("real", n);
    float[] to = new float[n];
    return new Task() {
      @Override
      public double run() {
        Ranges.run(n, (first, end) -> System.arraycopy(from, first, to, first, end - first));
        return to[n - 1];
      }

      @Override
      public double[] numbers() {
        return new double[] {run()};
      }
    };
  }

  private static Task optimizer(int n, ElementwiseOptimizer optimizer) {
    FloatState state = optimizer.start(Inputs.floats("real", n));
    float[] gradient = Inputs.floats("other", n);
    return Task.steps(() -> state.step(gradient), state::theta, gradient);
  }

  /** A hundred epochs; its numbers are the losses of the first epochs in one batch of all rows. */
  private static Task network(int rows) {
    Network network =
        Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
    double[] start = Inputs.doubles("real", network.parameters());
    Arrays.setAll(start, i -> start[i] / 10);
    INDArray x = Nd4j.createFromArray(Inputs.doubles("other", 10 * rows)).reshape(rows, 10);
    INDArray y = x.sum(true, 1);
    MeanSquaredError loss = new MeanSquaredError();
    return new Task() {
      @Override
      public double run() {
        double[] losses = fit(32, EPOCHS);
        return losses[EPOCHS - 1];
      }

      @Override
      public double[] numbers() {
        return fit(rows, 5);
      }

      private double[] fit(int batch, int epochs) {
        Batches batches = new Batches(rows, batch, 1);
        MiniBatchRisk risk = new MiniBatchRisk(network, loss, x, y, batches);
        return new Fit(risk, new Adam(RATE), epochs).run(start).training();
      }
    };
  }
}
