package descent.training;

import descent.engine.NonFiniteException;
import descent.engine.Require;
import descent.models.Model;
import descent.objectives.EmpiricalRisk;
import descent.objectives.MiniBatchRisk;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.training.History.Outcome;
import java.util.Arrays;

/**
 * Trains a model on mini-batches, epoch by epoch, and watches the loss on other data. Whatever ends
 * it, what it returns is a model that can be used: that of the epoch with the lowest validation
 * loss, or the last one if there is no validation. A run of more than a second shows its progress,
 * and the stop button ends it.
 *
 * <pre>{@code
 * MiniBatchRisk risk = new MiniBatchRisk(network, loss, x, y, new Batches(rows, 32, seed));
 * Fit.Result fit = new Fit(risk, new Adam(0.001), 100).run(network.start(new He(), seed));
 * INDArray predictions = fit.model().predict(fit.theta(), xTest);
 * }</pre>
 *
 * @param risk the loss on one batch after another; it goes on from the batch where it is
 * @param optimizer the rule that moves θ
 * @param epochs how many times to go through the data at most, at least 1
 * @param validation what to watch; null for nothing
 */
public record Fit(MiniBatchRisk risk, Optimizer optimizer, int epochs, Validation validation) {

  /**
   * Checks the arguments.
   *
   * @param risk the loss on one batch after another
   * @param optimizer the rule that moves θ
   * @param epochs how many times to go through the data at most, at least 1
   * @param validation what to watch; null for nothing
   * @throws IllegalArgumentException if the risk or the optimizer is null, or there is no epoch
   */
  public Fit {
    Require.nonNull("risk", risk);
    Require.nonNull("optimizer", optimizer);
    Require.that(epochs >= 1, "epochs", epochs, "1 or more");
  }

  /**
   * Creates a training without validation.
   *
   * @param risk the loss on one batch after another
   * @param optimizer the rule that moves θ
   * @param epochs how many times to go through the data, at least 1
   * @throws IllegalArgumentException if the risk or the optimizer is null, or there is no epoch
   */
  public Fit(MiniBatchRisk risk, Optimizer optimizer, int epochs) {
    this(risk, optimizer, epochs, null);
  }

  /**
   * What came out of a training.
   *
   * @param training for each whole epoch the mean of the batches' values, each before its step
   * @param validation for each whole epoch the loss on the validation data after it; empty if there
   *     are none
   * @param theta θ after the {@link #best} epoch; if no epoch was validated, the last θ, or after a
   *     divergence the last whose value was finite
   * @param model the model that belongs to it, with what it gathered beside θ
   * @param outcome why the training ended; converged if patience did
   */
  public record Result(
      double[] training, double[] validation, double[] theta, Model model, Outcome outcome) {

    /**
     * Returns the epoch with the lowest validation loss.
     *
     * @return its number, from 1; 0 if no epoch was validated
     */
    public int best() {
      int best = 0;
      for (int i = 0; i < validation.length; i++) {
        best = best == 0 || validation[i] < validation[best - 1] ? i + 1 : best;
      }
      return best;
    }

    @Override
    public String toString() {
      String last = training.length == 0 ? "" : ", training loss " + training[training.length - 1];
      String lowest =
          best() == 0 ? "" : ", validation loss " + validation[best() - 1] + " after " + best();
      return outcome.words() + " after " + training.length + " epochs" + last + lowest;
    }
  }

  /**
   * Trains.
   *
   * @param start the first θ; not changed
   * @return what came out; "diverged" and "interrupted" are results, too
   * @throws NonFiniteException if the value or the gradient is not finite at the start
   * @throws IllegalArgumentException if the start or the validation data do not fit the model
   */
  public Result run(double[] start) {
    Run run = new Run(optimizer.start(start));
    try (ProgressBar bar = new ProgressBar(epochs * risk.perEpoch())) {
      return run.result(run.go(bar));
    }
  }

  private final class Run {
    private final State state;
    private double[] training = {};
    private double[] validated = {};
    private double lowest = Double.POSITIVE_INFINITY;
    private int waited;
    private double[] finite; // the last θ whose value was finite
    private double[] theta; // of the best epoch
    private Model model;

    Run(State state) {
      this.state = state;
    }

    Outcome go(ProgressBar bar) {
      int perEpoch = risk.perEpoch();
      try {
        while (training.length < epochs) {
          double sum = 0;
          for (int b = 0; b < perEpoch; b++) {
            double[] before = state.theta();
            double value = state.step(risk);
            finite = before;
            sum += value;
            if (Thread.interrupted()) {
              return Outcome.INTERRUPTED;
            }
            bar.update(state.steps(), value);
          }
          training = with(training, sum / perEpoch);
          if (validation != null && !improved() && waited == validation.patience()) {
            return Outcome.CONVERGED;
          }
        }
        return Outcome.OUT_OF_STEPS;
      } catch (NonFiniteException e) {
        if (state.steps() == 0) {
          throw e;
        }
        return Outcome.DIVERGED;
      }
    }

    private boolean improved() {
      EmpiricalRisk whole = risk.whole();
      double value =
          new EmpiricalRisk(whole.model(), whole.loss(), validation.inputs(), validation.targets())
              .value(state.theta());
      validated = with(validated, value);
      boolean improved = value < lowest;
      if (improved) {
        lowest = value;
        theta = state.theta();
        model = whole.model();
      }
      waited = improved ? 0 : waited + 1;
      return improved;
    }

    private static double[] with(double[] values, double value) {
      double[] longer = Arrays.copyOf(values, values.length + 1);
      longer[values.length] = value;
      return longer;
    }

    Result result(Outcome outcome) {
      if (theta == null) {
        theta = outcome == Outcome.DIVERGED ? finite : state.theta();
        model = risk.whole().model();
      }
      return new Result(training, validated, theta, model, outcome);
    }
  }
}
