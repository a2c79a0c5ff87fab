package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Rosenbrock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer takes the path of its reference, over 50 steps. */
class OptimizerReferenceTest {

  private static final int STEPS = 50;
  private static final int STORED = 5; // every so many steps

  static List<OptimizerSample> optimizers() {
    return OptimizerSample.ours();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void followsTheReference(OptimizerSample sample) {
    for (JsonElement one : Fixtures.cases("optimizers.json", sample.name())) {
      follow(sample, one.getAsJsonObject());
    }
  }

  private static void follow(OptimizerSample sample, JsonObject one) {
    double[] start = Fixtures.doubles(one, "theta");
    double[][] path = Fixtures.rows(one, "path");
    assertEquals(STEPS / STORED, path.length);
    Objective objective = objective(one);
    FirstOrderState state = sample.with(one.get("rate").getAsDouble(), start.length).start(start);
    for (int t = 1; t <= STEPS; t++) {
      state.step(objective);
      if (t % STORED == 0) {
        double[] theta = state.theta();
        double[] expected = path[t / STORED - 1];
        for (int i = 0; i < theta.length; i++) {
          double size = Math.abs(expected[i]);
          double scale = start[i] == 0 ? size : Math.max(1, size); // from 0, every digit shows
          String where = sample + " on " + source(one) + ", step " + t + ", coordinate " + i;
          assertEquals(expected[i], theta[i], 1e-10 * scale, where);
        }
      }
    }
  }

  private static String source(JsonObject one) {
    return one.get(one.has("gradients") ? "gradients" : "objective").getAsString();
  }

  private static Objective objective(JsonObject one) {
    return switch (source(one)) {
      case "quadratic" -> new Quadratic(1, 100, 1e4);
      case "rosenbrock" -> new Rosenbrock();
      default -> new Sequence(Fixtures.rows("optimizers.json", "gradients", source(one)));
    };
  }

  /** Gradients that were written down, one after the other. */
  private static final class Sequence implements Objective {
    private final double[][] gradients;
    private int next;

    Sequence(double[][] gradients) {
      this.gradients = gradients;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient) {
      System.arraycopy(gradients[next], 0, gradient, 0, gradient.length);
      return 0;
    }

    @Override
    public void advance() {
      next++;
    }
  }
}
