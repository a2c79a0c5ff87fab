package descent.checks;

import descent.engine.Require;
import descent.models.Parameters;
import descent.objectives.Objective;
import descent.optimizers.Optimizer;
import descent.optimizers.State;
import descent.training.History;
import descent.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks of an optimizer and of a training before they are trusted. */
public final class TrainingChecks {

  private TrainingChecks() {}

  /**
   * Checks that an optimizer's first step goes downhill, and that it arrives lower than it began.
   *
   * @param optimizer the optimizer
   * @param objective a simple objective, such as a bowl
   * @param start the first θ, where the gradient is not 0
   * @param steps how many steps to take, at least 1
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, or the start does not fit
   */
  public static Check comesDown(
      Optimizer optimizer, Objective objective, double[] start, int steps) {
    Require.nonNull("optimizer", optimizer);
    Require.nonNull("objective", objective);
    double[] gradient = new double[Require.finite("start", start).length];
    objective.evaluate(start, gradient);
    State state = optimizer.start(start);
    state.step(objective);
    double[] next = state.theta();
    double along = 0;
    for (int i = 0; i < start.length; i++) {
      along += gradient[i] * (next[i] - start[i]);
    }
    if (!(along < 0)) {
      return Check.of(false, "the first step changes the value by %.6g, to first order", along);
    }
    History run = new Training(objective, optimizer, steps).run(start);
    double first = run.values()[0];
    return Check.of(
        run.outcome() != History.Outcome.DIVERGED && run.value() < first,
        "from %.6g to %.6g in %d steps",
        first,
        run.value(),
        run.steps());
  }

  /**
   * Checks that a classifier whose logits are near 0 begins with the loss of guessing, the
   * logarithm of the number of classes.
   *
   * @param value the first loss, a mean cross-entropy
   * @param classes how many classes there are, at least 2
   * @return what was found; a tenth off is let through
   * @throws IllegalArgumentException if there are fewer than two classes
   */
  public static Check firstLoss(double value, int classes) {
    Require.that(classes >= 2, "classes", classes, "2 or more");
    double guess = Math.log(classes);
    return Check.of(
        Math.abs(value - guess) <= 0.1 * guess,
        "the first loss is %.4g; guessing among %d classes costs %.4g",
        value,
        classes,
        guess);
  }

  /**
   * Checks that a model can learn one small batch by heart. One that cannot has a fault in its
   * gradient, its shapes or its data, and more data will not mend it.
   *
   * @param batch the loss on a few rows
   * @param optimizer the optimizer
   * @param start the first θ
   * @param steps how many steps to take at most
   * @param below the loss to come below
   * @return what was found
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public static Check learnsOneBatch(
      Objective batch, Optimizer optimizer, double[] start, int steps, double below) {
    History run =
        new Training(batch, optimizer, steps, (objective, theta, value) -> value < below)
            .run(start);
    return Check.of(
        run.value() < below,
        "the loss on one batch goes from %.4g to %.4g in %d steps",
        run.values()[0],
        run.value(),
        run.steps());
  }

  /**
   * Checks that training has moved every weight: one that stays has no part in the loss, or its
   * gradient is lost on the way.
   *
   * @param map which part of θ is which weight
   * @param before θ before training
   * @param after θ after some steps
   * @return what was found
   * @throws IllegalArgumentException if an argument is null or of another length
   */
  public static Check everyWeightMoves(Parameters map, double[] before, double[] after) {
    Require.nonNull("map", map);
    Require.length("before", before, map.length(), map);
    Require.length("after", after, map.length(), map);
    List<String> still = new ArrayList<>();
    for (Parameters.Block block : map.blocks()) {
      if (Arrays.equals(before, block.offset(), block.end(), after, block.offset(), block.end())) {
        still.add(block.name());
      }
    }
    return still.isEmpty()
        ? Check.of(true, "all %d weights have moved", map.blocks().size())
        : Check.of(false, "no number has moved in %s", still);
  }

  /**
   * Checks that no row of the training data is among the test data.
   *
   * @param train the training inputs, [rows, columns]
   * @param test the test inputs, as wide
   * @return what was found
   * @throws IllegalArgumentException if an argument is null, or they are not matrices of one width
   */
  public static Check apart(INDArray train, INDArray test) {
    Require.floating("train", train);
    Require.matrix("train", train, -1, train.size(-1));
    Require.matrix("test", test, -1, train.size(1));
    Set<List<Double>> seen = new HashSet<>();
    for (double[] row : train.toDoubleMatrix()) {
      seen.add(Arrays.stream(row).boxed().toList());
    }
    int both = 0;
    for (double[] row : test.toDoubleMatrix()) {
      both += seen.contains(Arrays.stream(row).boxed().toList()) ? 1 : 0;
    }
    return Check.of(both == 0, "%d of %d test rows are training rows", both, test.size(0));
  }
}
