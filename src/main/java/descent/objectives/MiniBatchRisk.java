package descent.objectives;

import descent.data.Batches;
import descent.engine.Require;
import descent.losses.Loss;
import descent.models.Model;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mean loss of a model on one batch of the data after another: what stochastic gradient descent
 * sees. {@link #evaluate} is that of the present batch, and {@link #advance} goes on to the next
 * one.
 */
public final class MiniBatchRisk implements Objective {

  private final EmpiricalRisk whole;
  private final Batches batches;
  private List<int[]> epoch;
  private EmpiricalRisk batch;
  private int epochs;
  private int next;

  /**
   * Creates the risk, at its first batch.
   *
   * @param model what predicts
   * @param loss what compares predictions with targets
   * @param inputs X, [rows, …] as the model takes them
   * @param targets Y, of the shape of the predictions
   * @param batches which rows make a batch
   * @throws IllegalArgumentException if an argument is null or the numbers of rows differ
   */
  public MiniBatchRisk(Model model, Loss loss, INDArray inputs, INDArray targets, Batches batches) {
    this.whole = new EmpiricalRisk(model, loss, inputs, targets);
    this.batches = Require.nonNull("batches", batches);
    Require.that(
        batches.rows() == inputs.size(0),
        "the rows of batches",
        batches.rows(),
        inputs.size(0) + " as the inputs");
    this.epoch = batches.epoch(0);
    this.batch = rows(epoch.get(0));
    this.next = 1;
  }

  private EmpiricalRisk rows(int[] rows) {
    INDArray inputs = Nd4j.pullRows(whole.inputs(), 1, rows);
    INDArray targets = Nd4j.pullRows(whole.targets(), 1, rows);
    return new EmpiricalRisk(whole.model(), whole.loss(), inputs, targets);
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    return batch.evaluate(theta, gradient);
  }

  @Override
  public double value(double[] theta) {
    return batch.value(theta);
  }

  @Override
  public void advance() {
    if (next == epoch.size()) {
      epoch = batches.epoch(++epochs);
      next = 0;
    }
    batch.inputs().close();
    batch.targets().close();
    batch = rows(epoch.get(next++));
  }

  /**
   * Returns the risk on all of the data, which the batches estimate.
   *
   * @return the mean loss over all rows, as an objective
   */
  public EmpiricalRisk whole() {
    return whole;
  }

  @Override
  public String toString() {
    return whole + " in batches of " + batches.size();
  }
}
