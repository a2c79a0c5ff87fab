package descent.performance;

import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.models.Learner;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.optimizers.FirstOrderState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Prints where the time of a training step goes: a 10–64–32–1 network, 32 rows, ReLU, MSE, Adam.
 * Not part of the normal tests; run it with
 *
 * <pre>mvn test -Dtest=TrainingStepReport</pre>
 */
class TrainingStepReport {

  private static final int ROWS = 1000;

  @Test
  void parts() {
    INDArray x = Nd4j.randn(DataType.DOUBLE, ROWS, 10);
    INDArray y = x.sum(true, 1);
    Network network =
        Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
    double[] theta = network.start(new He(), 1);
    double[] gradient = new double[theta.length];
    INDArray inputs = x.get(NDArrayIndex.interval(0, 32), NDArrayIndex.all()).dup();
    INDArray targets = y.get(NDArrayIndex.interval(0, 32), NDArrayIndex.all()).dup();
    MeanSquaredError loss = new MeanSquaredError();
    Learner learner = network.learner(1);
    INDArray predictions = learner.predict(theta, inputs);
    INDArray slopes = loss.gradient(predictions, targets);
    FirstOrderState adam = new Adam(1e-9).start(theta);
    MiniBatchRisk risk = new MiniBatchRisk(network, loss, x, y, new Batches(ROWS, 32, 1));
    Map<String, Runnable> work = new LinkedHashMap<>();
    work.put("forward", () -> learner.predict(theta, inputs));
    work.put("loss", () -> loss.evaluate(predictions, targets, slopes));
    work.put("backward", () -> learner.pullback(slopes, gradient));
    work.put("Adam", () -> adam.step(gradient));
    work.put("next batch", risk::advance);
    Map<String, Double> times = Timing.medians(work, 1000);
    double all = times.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.println("a step on 32 rows");
    times.forEach(
        (name, time) ->
            System.out.printf("  %-12s %7.2f µs  %3.0f %%%n", name, time / 1e3, 100 * time / all));
  }
}
