package descent.optimizers;

import descent.engine.Require;
import descent.schedules.LearningRateSchedule;
import descent.transforms.GradientTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An optimizer that gets a transformed gradient.
 *
 * <pre>{@code
 * Optimizer optimizer = new Transformed(new ClipByNorm(1), new Momentum(0.1));
 * }</pre>
 *
 * <p>What the optimizer got is remembered in the slot "transformed gradient".
 *
 * @param transform what is done to the gradient
 * @param optimizer what gets it; may be transformed itself
 */
public record Transformed(GradientTransform transform, FirstOrderOptimizer optimizer)
    implements FirstOrderOptimizer {

  /**
   * Checks that both are there.
   *
   * @param transform what is done to the gradient
   * @param optimizer what gets it
   * @throws IllegalArgumentException if one is null
   */
  public Transformed {
    Require.nonNull("transform", transform);
    Require.nonNull("optimizer", optimizer);
  }

  @Override
  public LearningRateSchedule learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public List<String> slots() {
    List<String> names = new ArrayList<>(List.of("transformed gradient"));
    names.addAll(optimizer.slots());
    return names;
  }

  @Override
  public void update(Step s, double[] theta, double[] g, double[][] slot) {
    System.arraycopy(g, 0, slot[0], 0, g.length);
    transform.apply(theta, slot[0]);
    optimizer.update(s, theta, slot[0], own(slot));
  }

  @Override
  public double effectiveRate(Step s, double[][] slot, int i) {
    return optimizer.effectiveRate(s, own(slot), i);
  }

  private static double[][] own(double[][] slot) {
    return Arrays.copyOfRange(slot, 1, slot.length);
  }
}
