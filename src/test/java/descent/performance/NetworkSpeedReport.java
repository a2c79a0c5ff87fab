package descent.performance;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import descent.training.Fit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Times the training of a 10–64–32–1 network (1,000 rows in batches of 32, ReLU, MSE, Adam) and, if
 * a Python with PyTorch is named, the same in PyTorch eager, the two taking turns in one run.
 * PyTorch computes in floats, as is usual there; ours in doubles. Not part of the normal tests; run
 * it with
 *
 * <pre>mvn test -Dtest=NetworkSpeedReport -Dpython=python3</pre>
 */
class NetworkSpeedReport {

  private static final int ROWS = 1000;
  private static final int EPOCHS = 100;
  private static final int RUNS = 7;

  private final INDArray x = Nd4j.randn(DataType.DOUBLE, ROWS, 10);
  private final INDArray y = x.sum(true, 1).addi(Nd4j.randn(DataType.DOUBLE, ROWS, 1));

  @Test
  void epoch() throws IOException {
    String python = System.getProperty("python");
    double[] ours = new double[RUNS];
    double[] theirs = new double[RUNS];
    train();
    train();
    if (python == null) {
      for (int i = 0; i < RUNS; i++) {
        ours[i] = train();
      }
    } else {
      Process peer =
          new ProcessBuilder(python, "src/test/resources/fixtures/network_speed.py")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (PrintWriter out = new PrintWriter(peer.getOutputStream(), true);
          BufferedReader in = new BufferedReader(new InputStreamReader(peer.getInputStream()))) {
        for (int i = 0; i < RUNS; i++) {
          ours[i] = train();
          out.println("train");
          theirs[i] = Double.parseDouble(in.readLine());
        }
      }
      System.out.printf("PyTorch eager, floats  %6.2f ms an epoch%n", median(theirs));
      System.out.printf("ours / PyTorch         %6.2f%n", median(ours) / median(theirs));
    }
    System.out.printf("Descent, doubles       %6.2f ms an epoch%n", median(ours));
  }

  /** Where the time of a step goes: each part by itself, on 32 rows. */
  @Test
  void parts() {
    Network network = network();
    double[] theta = network.start(new He(), 1);
    double[] gradient = new double[theta.length];
    INDArray inputs = x.get(NDArrayIndex.interval(0, 32), NDArrayIndex.all()).dup();
    INDArray targets = y.get(NDArrayIndex.interval(0, 32), NDArrayIndex.all()).dup();
    MeanSquaredError loss = new MeanSquaredError();
    Learner learner = network.learner(1);
    INDArray predictions = learner.predict(theta, inputs);
    INDArray slopes = loss.gradient(predictions, targets);
    learner.pullback(slopes, gradient);
    FirstOrderState adam = new Adam(1e-9).start(theta);
    MiniBatchRisk risk = risk(network);
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

  /** Returns the milliseconds of an epoch. */
  private double train() {
    Network network = network();
    MiniBatchRisk risk = risk(network);
    long start = System.nanoTime();
    Fit.Result fit = new Fit(risk, new Adam(0.001), EPOCHS).run(network.start(new He(), 1));
    double time = (System.nanoTime() - start) / 1e6 / EPOCHS;
    assertTrue(fit.training()[EPOCHS - 1] < 2, "it has learned: " + fit);
    return time;
  }

  private static Network network() {
    return Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
  }

  private MiniBatchRisk risk(Network network) {
    return new MiniBatchRisk(network, new MeanSquaredError(), x, y, new Batches(ROWS, 32, 1));
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
