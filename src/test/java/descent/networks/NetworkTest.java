package descent.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.models.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkTest {

  private final Network network =
      Network.of(
          2,
          new Dense(3),
          new BatchNormalization(),
          new Residual(new Tanh(), new Dense(3)),
          new Dense(1));

  @Test
  void theMapNamesEveryWeight() {
    Parameters expected =
        Parameters.of("1.W", 2, 3)
            .and("1.b", 3)
            .and("2.gamma", 3)
            .and("2.beta", 3)
            .and("3.2.W", 3, 3)
            .and("3.2.b", 3)
            .and("4.W", 3, 1)
            .and("4.b", 1);
    assertEquals(expected, network.map());
    assertEquals(31, network.parameters());
    assertEquals(
        "Network[2, Dense[units=3], BatchNormalization[momentum=0.1, epsilon=1.0E-5], "
            + "Residual[Tanh[], Dense[units=3]], Dense[units=1]]",
        network.toString());
  }

  @Test
  void weightsBeginAsTheInitializerSays() {
    double[] theta = network.start(new Normal(1), 5);
    assertArrayEquals(theta, network.start(new Normal(1), 5));
    Random random = new Random(5);
    for (int i = 0; i < 6; i++) {
      assertEquals(random.nextGaussian(), theta[i]);
    }
    for (int i = 6; i < 15; i++) { // b, gamma, beta
      assertEquals(i >= 9 && i < 12 ? 1 : 0, theta[i]);
    }
    assertEquals(random.nextGaussian(), theta[15]);
    assertThrows(IllegalArgumentException.class, () -> network.start(null, 1));
  }

  @Test
  void initializersHaveTheirVariance() {
    assertEquals(2.0 / 60, variance(new Xavier(), 40, 20), 1e-3);
    assertEquals(2.0 / 40, variance(new He(), 40, 20), 1.5e-3);
    assertEquals(0.09, variance(new Normal(0.3), 40, 20), 3e-3);
    double bound = Math.sqrt(6.0 / 60);
    Random random = new Random(1);
    double largest =
        DoubleStream.generate(() -> new Xavier().draw(40, 20, random))
            .limit(10_000)
            .map(Math::abs)
            .max()
            .getAsDouble();
    assertTrue(largest <= bound && largest > 0.99 * bound, "largest is " + largest);
    assertThrows(IllegalArgumentException.class, () -> new Normal(-1));
  }

  private static double variance(Initializer initializer, int inputs, int outputs) {
    Random random = new Random(2);
    return DoubleStream.generate(() -> initializer.draw(inputs, outputs, random))
        .limit(20_000)
        .map(w -> w * w)
        .average()
        .getAsDouble();
  }

  @Test
  void activationsAreThoseOfEachLayer() {
    Network small = Network.of(1, new Dense(2), new ReLU(), new Dense(1));
    double[] theta = {1, -1, 0, 0, 1, 1, 0}; // |x|
    INDArray x = Nd4j.createFromArray(new double[][] {{-3}, {2}});
    List<INDArray> all = small.activations(theta, x);
    assertEquals(Nd4j.createFromArray(new double[][] {{-3, 3}, {2, -2}}), all.get(0));
    assertEquals(Nd4j.createFromArray(new double[][] {{0, 3}, {2, 0}}), all.get(1));
    assertEquals(Nd4j.createFromArray(new double[][] {{3}, {2}}), all.get(2));
    assertEquals(all.get(2), small.predict(theta, x));
  }

  @Test
  void aNetworkComesBackFromItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("network");
    double[] theta = network.start(new He(), 1);
    double[] statistics = {1, 2, 3, 4, 5, 6};
    new Trained(network.with(statistics), theta).write(file);
    Trained again = Trained.read(file, network);
    assertArrayEquals(theta, again.theta());
    assertArrayEquals(statistics, again.network().statistics());
    Network other = Network.of(2, new Dense(1));
    IOException e = assertThrows(IOException.class, () -> Trained.read(file, other));
    assertTrue(e.getMessage().contains("expected " + other), e.getMessage());
    Files.writeString(file, "something else");
    assertThrows(IOException.class, () -> Trained.read(file, network));
    theta[3] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> new Trained(network, theta));
    assertThrows(IllegalArgumentException.class, () -> new Trained(other, new double[4]));
  }

  @Test
  void badInputIsRefused() {
    double[] theta = new double[31];
    INDArray x = Nd4j.zeros(DataType.DOUBLE, 5, 2);
    INDArray slopes = Nd4j.zeros(DataType.DOUBLE, 5, 1);
    refused("inputs is 0", () -> Network.of(0, new Dense(1)));
    refused("layers is empty", () -> Network.of(1));
    refused("layers[1] is null", () -> Network.of(1, new Dense(1), (Layer) null));
    refused("blocks is empty", () -> Network.of(1, new Tanh()));
    refused("units is 0", () -> new Dense(0));
    refused("theta is null", () -> network.predict(null, x));
    refused("the length of theta is 30", () -> network.predict(new double[30], x));
    refused("inputs is null", () -> network.predict(theta, null));
    refused("inputs is null", () -> network.activations(theta, null));
    refused("inputs is null", () -> network.learner(1).predict(theta, null));
    refused(
        "inputs is of shape [5, 3]; expected [rows, 2]",
        () -> network.predict(theta, Nd4j.zeros(DataType.DOUBLE, 5, 3)));
    refused("inputs is of shape [2]", () -> network.predict(theta, Nd4j.zeros(2)));
    refused("inputs is of type ", () -> network.predict(theta, x.castTo(DataType.INT64)));
    refused("slopes is null", () -> network.pullback(theta, x, null, theta.clone()));
    refused(
        "slopes is of shape [5, 2]; expected [5, 1]",
        () -> network.pullback(theta, x, x, theta.clone()));
    refused("gradient is null", () -> network.pullback(theta, x, slopes, null));
    refused("gradient is 3", () -> network.pullback(theta, x, slopes, new double[3]));
    refused("the length of statistics is 1", () -> network.with(new double[1]));
    refused("statistics is null", () -> network.with((double[]) null));
  }

  private static void refused(String message, Runnable action) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
