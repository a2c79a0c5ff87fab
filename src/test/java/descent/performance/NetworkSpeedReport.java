package descent.performance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.data.Batches;
import descent.losses.MeanSquaredError;
import descent.networks.Dense;
import descent.networks.He;
import descent.networks.Network;
import descent.networks.ReLU;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Adam;
import descent.training.Fit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

  /** Returns the milliseconds of an epoch. */
  private double train() {
    Network network =
        Network.of(10, new Dense(64), new ReLU(), new Dense(32), new ReLU(), new Dense(1));
    MiniBatchRisk risk =
        new MiniBatchRisk(network, new MeanSquaredError(), x, y, new Batches(ROWS, 32, 1));
    long start = System.nanoTime();
    Fit.Result fit = new Fit(risk, new Adam(0.001), EPOCHS).run(network.start(new He(), 1));
    double time = (System.nanoTime() - start) / 1e6 / EPOCHS;
    assertTrue(fit.training()[EPOCHS - 1] < 2, "it has learned: " + fit);
    return time;
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
