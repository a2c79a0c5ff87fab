package descent.networks;

import static descent.Fixtures.doubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.checks.GradientCheck;
import descent.losses.BinaryCrossEntropyWithLogits;
import descent.losses.ElementwiseLoss;
import descent.losses.MeanSquaredError;
import descent.losses.VariationalLoss;
import descent.models.Learner;
import descent.objectives.Objective;
import descent.optimizers.Adam;
import descent.optimizers.State;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A variational autoencoder as a network and a loss of rows, see make_variational.py. */
class VariationalAutoencoderTest {

  private static final Network NETWORK =
      Network.of(
          6,
          new Dense(5),
          new Tanh(),
          new Dense(4),
          new SkipConcatenation(new GaussianSampling(), new Dense(5), new Tanh(), new Dense(6)));

  private record Case(String name, ElementwiseLoss loss, double beta, DoubleUnaryOperator pixel) {
    /** The loss on all rows in their order, which the noise hangs on. */
    Objective risk() {
      double[] waves = Arrays.stream(wave(72, 0.1)).map(pixel).toArray();
      INDArray x = Nd4j.create(waves, new long[] {12, 6}, 'c');
      VariationalLoss variational = new VariationalLoss(loss, 2, beta);
      Learner learner = NETWORK.learner(1);
      return new Objective() {
        @Override
        public double evaluate(double[] theta, double[] gradient) {
          INDArray predictions = learner.predict(theta, x);
          learner.pullback(variational.gradient(predictions, x), gradient);
          return variational.value(predictions, x);
        }

        @Override
        public void advance() {
          learner.advance();
        }
      };
    }

    JsonObject expected() {
      return Fixtures.cases("variational.json", name).get(0).getAsJsonObject();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("MSE, beta 1", new MeanSquaredError(), 1, x -> x),
        new Case("BCE, beta 0.5", new BinaryCrossEntropyWithLogits(), 0.5, Math::abs));
  }

  private static double[] wave(int n, double a) {
    return IntStream.range(0, n).mapToDouble(i -> 0.8 * Math.sin(a + 1.7 * i)).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueAndGradientEqualPyTorchsUnderTheSameNoise(Case c) {
    double[] theta = wave(NETWORK.parameters(), 0.5);
    double[] gradient = new double[theta.length];
    assertEquals(
        c.expected().get("value").getAsDouble(), c.risk().evaluate(theta, gradient), 1e-13);
    assertArrayEquals(doubles(c.expected(), "gradient"), gradient, 1e-13);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingTakesTheSamePath(Case c) {
    double[] values = doubles(c.expected(), "values");
    State state = new Adam(0.01).start(wave(NETWORK.parameters(), 0.5));
    Objective risk = c.risk();
    for (int step = 0; step < values.length; step++) {
      assertEquals(values[step], state.step(risk), 1e-10, "step " + step);
    }
    assertArrayEquals(doubles(c.expected(), "theta"), state.theta(), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsRightAtEveryStepsNoise(Case c) {
    Objective risk = c.risk();
    double[] values = new double[3];
    for (int step = 0; step < 3; step++) {
      double[] theta = wave(NETWORK.parameters(), 0.5);
      values[step] = risk.value(theta);
      GradientCheck check = GradientCheck.of(risk, theta);
      assertTrue(check.passed(), check.toString());
      risk.advance();
    }
    assertEquals(3, Arrays.stream(values).distinct().count(), "the noise moves on");
  }

  @Test
  void itsDecoderAloneDrawsFromCodes() {
    double[] theta = wave(NETWORK.parameters(), 0.5);
    Network encoder = Network.of(6, new Dense(5), new Tanh(), new Dense(4));
    Network decoder = Network.of(2, new Dense(5), new Tanh(), new Dense(6));
    double[] first = Arrays.copyOf(theta, encoder.parameters());
    double[] rest = Arrays.copyOfRange(theta, encoder.parameters(), theta.length);
    INDArray x = Nd4j.create(wave(12, 0.1), new long[] {2, 6}, 'c');
    INDArray all = NETWORK.predict(theta, x);
    INDArray codes = encoder.predict(first, x);
    INDArray means = Nd4j.hstack(codes.getColumns(0, 1));
    assertEquals(
        Nd4j.hstack(decoder.predict(rest, means), codes), all, "x̂ of the mean, then μ and s");
  }
}
