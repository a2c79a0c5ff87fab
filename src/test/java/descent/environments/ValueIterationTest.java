package descent.environments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.Fixtures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueIterationTest {

  @Test
  void aChainByHand() {
    double[][] q = new ValueIteration(0.5).solve(new GridWorld(0, 0, "S..G"));
    // to the right: 1/4, 1/2, 1; up and down stay, one step later; to the left, two steps later
    assertArrayEquals(new double[] {0.125, 0.25, 0.125, 0.125}, q[0], 1e-10);
    assertArrayEquals(new double[] {0.25, 0.5, 0.25, 0.125}, q[1], 1e-10);
    assertArrayEquals(new double[] {0.5, 1, 0.5, 0.25}, q[2], 1e-10);
    assertArrayEquals(new double[4], q[3]);
  }

  @Test
  void aCoinThatIsTossedUntilItFallsByHand() {
    // stays with probability 1/4 for a reward of 3, ends otherwise: v = 1/4 (3 + γ v)
    DecisionProcess coin =
        new DecisionProcess() {
          @Override
          public int states() {
            return 2;
          }

          @Override
          public int actions() {
            return 1;
          }

          @Override
          public List<Outcome> outcomes(int state, int action) {
            return state == 1
                ? List.of()
                : List.of(new Outcome(0.25, 0, 3), new Outcome(0.75, 1, 0));
          }
        };
    double[][] q = new ValueIteration(0.8).solve(coin);
    assertEquals(0.75 / (1 - 0.2), q[0][0], 1e-9);
    assertEquals(0, q[1][0]);
  }

  @Test
  void equalsPolicyIterationInNumPy() {
    double[] expected =
        Fixtures.doubles(
            Fixtures.cases("reinforcement.json", "grid").get(0).getAsJsonObject(), "values");
    double[][] q = new ValueIteration(0.9).solve(new GridWorld(0.2, -2, "....G", ".#.X.", "S...X"));
    assertArrayEquals(expected, Arrays.stream(q).flatMapToDouble(Arrays::stream).toArray(), 1e-9);
  }

  @Test
  void withoutRewardsAllIsWorthNothing() {
    assertArrayEquals(
        new double[4], new ValueIteration(0.9).solve(new GridWorld(0.5, 0, "S.X"))[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void refusesOtherDiscounts(double discount) {
    assertThrows(IllegalArgumentException.class, () -> new ValueIteration(discount));
  }

  @Test
  void refusesNull() {
    assertThrows(IllegalArgumentException.class, () -> new ValueIteration(0.5).solve(null));
  }
}
