package descent.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import descent.Fixtures;
import descent.engine.NonFiniteException;
import descent.objectives.Beale;
import descent.objectives.Objective;
import descent.objectives.Quadratic;
import descent.objectives.Rosenbrock;
import descent.objectives.Saddle;
import descent.objectives.TestSurface;
import descent.objectives.TwiceDifferentiable;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Newton's method and L-BFGS. */
class SecondOrderTest {

  private static final Map<String, TestSurface> SURFACES =
      Map.of(
          "rosenbrock", new Rosenbrock(),
          "beale", new Beale(),
          "quadratic", new Quadratic(1, 100, 1e4));

  private static void followsTheReference(Optimizer optimizer, String name) {
    for (JsonElement element : Fixtures.cases("second_order.json", name)) {
      JsonObject one = element.getAsJsonObject();
      TestSurface surface = SURFACES.get(one.get("surface").getAsString());
      State state = optimizer.start(Fixtures.doubles(one, "theta"));
      double[][] path = Fixtures.rows(one, "path");
      for (int t = 0; t < path.length; t++) {
        state.step(surface);
        for (int i = 0; i < path[t].length; i++) {
          assertEquals(path[t][i], state.theta()[i], 1e-10, one.get("surface") + " at step " + t);
        }
      }
    }
  }

  @Test
  void newtonFollowsTheReference() {
    followsTheReference(new Newton(), "Newton");
    followsTheReference(new Newton(10), "Newton(10)");
  }

  @Test
  void lbfgsFollowsTheReference() {
    followsTheReference(new LBFGS(), "LBFGS(10)");
    followsTheReference(new LBFGS(2), "LBFGS(2)");
  }

  @Test
  void newtonSolvesAQuadraticInOneStepAndStopsAtASaddle() {
    State bowl = new Newton().start(new double[] {3, -5, 7});
    assertEquals(0.5 * (9 + 100 * 25 + 49e4), bowl.step(new Quadratic(1, 100, 1e4)));
    assertArrayEquals(new double[3], bowl.theta(), 1e-15);
    State saddle = new Newton().start(new double[] {1, 1e-3});
    saddle.step(new Saddle());
    assertArrayEquals(new double[2], saddle.theta(), 1e-15);
    State damped = new Newton(3).start(new double[] {1, 1e-3});
    damped.step(new Saddle());
    assertTrue(damped.theta()[1] > 1e-3, "with damping it leaves the saddle");
  }

  @Test
  void lbfgsNeedsFewSteps() {
    State state = new LBFGS().start(new double[] {-1.2, 1});
    for (int t = 0; t < 45; t++) {
      state.step(new Rosenbrock());
    }
    assertArrayEquals(new double[] {1, 1}, state.theta(), 1e-9);
    double[] curvatures = DoubleStream.iterate(1, x -> x * 1.1).limit(60).toArray();
    State large = new LBFGS().start(new Quadratic(curvatures).start());
    for (int t = 0; t < 400; t++) {
      large.step(new Quadratic(curvatures));
    }
    assertEquals(0, new Quadratic(curvatures).value(large.theta()), 1e-12);
  }

  @Test
  void lbfgsStaysWhereNothingIsLower() {
    State state = new LBFGS().start(new double[2]);
    state.step(new Quadratic(1, 2));
    assertArrayEquals(new double[2], state.theta());
    assertEquals(1, state.steps());
    Objective liar =
        (theta, gradient) -> {
          gradient[0] = 1;
          return -theta[0]; // falls where the gradient says that it rises
        };
    State lost = new LBFGS().start(new double[] {2});
    lost.step(liar);
    assertArrayEquals(new double[] {2}, lost.theta());
  }

  @Test
  void aSnapshotGoesOnExactly(@TempDir Path folder) throws Exception {
    for (Optimizer optimizer : new Optimizer[] {new LBFGS(3), new Newton()}) {
      State state = optimizer.start(new double[] {-1.2, 1});
      for (int t = 0; t < 5; t++) {
        state.step(new Rosenbrock());
      }
      state.snapshot().write(folder.resolve("run"));
      State again = optimizer.resume(Snapshot.read(folder.resolve("run")));
      state.step(new Rosenbrock());
      again.step(new Rosenbrock());
      assertArrayEquals(state.theta(), again.theta());
      assertEquals(6, again.steps());
    }
    State state = new LBFGS(3).start(new double[] {-1.2, 1});
    state.step(new Rosenbrock());
    assertEquals(2, state.slot("s1").length);
  }

  @Test
  void refusesWhatDoesNotFit() {
    State newton = new Newton().start(new double[] {1, 1});
    refused("objective is null", () -> newton.step(null));
    Objective plain = (theta, gradient) -> 1;
    refused("TwiceDifferentiable", () -> newton.step(plain));
    refused("slot is m", () -> newton.slot("m"));
    refused("damping is -1.0", () -> new Newton(-1));
    refused("pairs is 0", () -> new LBFGS(0));
    State lbfgs = new LBFGS().start(new double[] {1, 1});
    refused("objective is null", () -> lbfgs.step(null));
    refused("slot is m", () -> lbfgs.slot("m"));
    refused("theta is null", () -> new LBFGS().start(null));
    refused("theta is empty", () -> new Newton().start(new double[0]));
    Objective infinite = (theta, gradient) -> Double.POSITIVE_INFINITY;
    assertThrows(NonFiniteException.class, () -> lbfgs.step(infinite));
    assertArrayEquals(new double[] {1, 1}, lbfgs.theta());
    assertEquals(0, lbfgs.steps());
  }

  @Test
  void aFlatDirectionIsNoWayForNewton() {
    TwiceDifferentiable valley =
        new TwiceDifferentiable() {
          @Override
          public double evaluate(double[] theta, double[] gradient) {
            gradient[0] = 2 * theta[0];
            gradient[1] = 1;
            return theta[0] * theta[0] + theta[1];
          }

          @Override
          public void hessian(double[] theta, double[][] hessian) {
            hessian[0][0] = 2;
          }
        };
    State state = new Newton().start(new double[] {1, 1});
    assertThrows(NonFiniteException.class, () -> state.step(valley));
    assertArrayEquals(new double[] {1, 1}, state.theta());
  }

  private static void refused(String message, Executable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
