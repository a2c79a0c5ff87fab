package descent.reinforcement;

import descent.engine.Require;
import descent.engine.Transfer;
import descent.models.Model;
import descent.models.Parameters;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A table as a model: for each state a row of θ, for each action a number in it.
 *
 * <pre>
 * Q(s, a)      = θ[s · actions + a]      inputs are numbers of states, [rows, 1]
 * ∂L/∂θ[s, a]  = the sum of ∂L/∂Q(s, a) over the rows whose state is s
 * </pre>
 *
 * @param states how many states, at least 1
 * @param actions how many actions, at least 1
 */
public record ActionTable(int states, int actions) implements Model {

  /**
   * Checks the numbers.
   *
   * @param states how many states
   * @param actions how many actions
   * @throws IllegalArgumentException if one is below 1
   */
  public ActionTable {
    Require.that(states >= 1, "states", states, "1 or more");
    Require.that(actions >= 1, "actions", actions, "1 or more");
  }

  @Override
  public int parameters() {
    return states * actions;
  }

  @Override
  public Parameters map() {
    return Parameters.of("Q", states, actions);
  }

  @Override
  public INDArray predict(double[] theta, INDArray inputs) {
    Require.length("theta", theta, parameters(), this);
    int[] rows = rows(inputs);
    double[] values = new double[rows.length * actions];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(theta, rows[i] * actions, values, i * actions, actions);
    }
    long[] shape = {rows.length, actions};
    INDArray array = Nd4j.createUninitialized(inputs.dataType(), shape, 'c');
    Transfer.write(values, array);
    return array;
  }

  @Override
  public void pullback(double[] theta, INDArray inputs, INDArray slopes, double[] gradient) {
    Require.length("theta", theta, parameters(), this);
    Require.length("gradient", gradient, parameters(), this);
    int[] rows = rows(inputs);
    Require.matrix("slopes", slopes, rows.length, actions);
    double[] dq = new double[rows.length * actions];
    Transfer.read(slopes, dq);
    Arrays.fill(gradient, 0);
    for (int i = 0; i < dq.length; i++) {
      gradient[rows[i / actions] * actions + i % actions] += dq[i];
    }
  }

  private int[] rows(INDArray inputs) {
    Require.matrix("inputs", inputs, -1, 1);
    double[] numbers = new double[(int) inputs.size(0)];
    Transfer.read(inputs, numbers);
    int[] rows = new int[numbers.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) numbers[i];
      boolean known = rows[i] == numbers[i] && rows[i] >= 0 && rows[i] < states;
      Require.that(known, "inputs[" + i + "]", numbers[i], "a whole number below " + states);
    }
    return rows;
  }
}
