package descent.objectives;

import descent.data.Batches;
import descent.engine.Require;
import descent.engine.Transfer;
import descent.losses.Loss;
import descent.models.Learner;
import descent.models.Model;
import descent.regularizers.Regularizer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mean loss of a model on one batch of the data after another: what stochastic gradient descent
 * sees. {@link #evaluate} is that of the present batch, and {@link #advance} goes on to the next
 * one.
 */
public final class MiniBatchRisk implements Objective {

  private final EmpiricalRisk start;
  private final Batches batches;
  private final Regularizer regularizer; // null for none
  private final Learner learner;
  private List<int[]> epoch;
  private final INDArray allInputs;
  private final INDArray allTargets;
  private INDArray inputs; // of the present batch
  private INDArray targets;
  private INDArray slopes;
  private int epochs;
  private int next;

  /**
   * Creates the risk, at its first batch.
   *
   * @param model what predicts
   * @param loss what compares predictions with targets
   * @param inputs X, [rows, …] as the model takes them
   * @param targets Y, of the shape of the predictions
   * @param batches which rows make a batch; its seed also rules the model's own chance
   * @throws IllegalArgumentException if an argument is null or the numbers of rows differ
   */
  public MiniBatchRisk(Model model, Loss loss, INDArray inputs, INDArray targets, Batches batches) {
    this(new EmpiricalRisk(model, loss, inputs, targets), batches, null, 0);
  }

  private MiniBatchRisk(EmpiricalRisk start, Batches batches, Regularizer regularizer, int steps) {
    this.start = start;
    this.batches = Require.nonNull("batches", batches);
    this.regularizer = regularizer;
    Require.that(
        batches.rows() == start.inputs().size(0),
        "the rows of batches",
        batches.rows(),
        start.inputs().size(0) + " as the inputs");
    this.learner = start.model().learner(batches.seed() + steps);
    this.allInputs = Transfer.dense(start.inputs());
    this.allTargets = Transfer.dense(start.targets());
    this.epochs = steps / batches.perEpoch();
    this.next = steps % batches.perEpoch();
    this.epoch = batches.epoch(epochs);
    open();
  }

  /**
   * Returns this risk with a price on the matrices of the model, at its first batch.
   *
   * @param regularizer the price of a weight
   * @return a new risk, before training
   * @throws IllegalArgumentException if the regularizer is null
   */
  public MiniBatchRisk with(Regularizer regularizer) {
    return new MiniBatchRisk(start, batches, Require.nonNull("regularizer", regularizer), 0);
  }

  /**
   * Returns this risk as it is after some steps, to go on with a training that was saved: with the
   * model as it was then, and the optimizer's own snapshot, the rest is the same to the last bit.
   *
   * @param steps how many steps were taken, 0 or more
   * @return a new risk
   * @throws IllegalArgumentException if the number is negative
   */
  public MiniBatchRisk after(int steps) {
    Require.that(steps >= 0, "steps", steps, "0 or more");
    return new MiniBatchRisk(start, batches, regularizer, steps);
  }

  private void open() {
    int[] rows = epoch.get(next++);
    inputs = rows(allInputs, rows, inputs);
    targets = rows(allTargets, rows, targets);
  }

  /** Returns some rows, in the array of the last batch if it is as large. */
  private static INDArray rows(INDArray all, int[] rows, INDArray last) {
    long[] shape = all.shape().clone();
    shape[0] = rows.length;
    INDArray batch = like(all, shape, last);
    Transfer.rows(all, rows, batch);
    return batch;
  }

  private static INDArray like(INDArray type, long[] shape, INDArray last) {
    if (last != null && Arrays.equals(last.shape(), shape)) {
      return last;
    }
    if (last != null) {
      last.close();
    }
    return Nd4j.createUninitialized(type.dataType(), shape, 'c');
  }

  @Override
  public double evaluate(double[] theta, double[] gradient) {
    INDArray predictions = learner.predict(theta, inputs);
    slopes = like(predictions, predictions.shape(), slopes);
    double value = start.loss().evaluate(predictions, targets, slopes);
    learner.pullback(slopes, gradient);
    return value + price(theta, gradient);
  }

  @Override
  public double value(double[] theta) {
    return start.loss().value(learner.predict(theta, inputs), targets) + price(theta, null);
  }

  private double price(double[] theta, double[] gradient) {
    return regularizer == null
        ? 0
        : Regularized.price(regularizer, start.model().map(), theta, gradient);
  }

  @Override
  public void advance() {
    learner.advance();
    if (next == epoch.size()) {
      epoch = batches.epoch(++epochs);
      next = 0;
    }
    open();
  }

  /**
   * Returns how many batches an epoch has.
   *
   * @return the number of steps that go once through the data
   */
  public int perEpoch() {
    return batches.perEpoch();
  }

  /**
   * Returns the loss on all of the data, which the batches estimate, of the model as it is after
   * the training so far, without the regularizer.
   *
   * @return the mean loss over all rows, as an objective
   */
  public EmpiricalRisk whole() {
    return new EmpiricalRisk(learner.model(), start.loss(), start.inputs(), start.targets());
  }

  @Override
  public String toString() {
    return start + " in batches of " + batches.size();
  }
}
