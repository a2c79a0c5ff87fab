package descent.losses;

import descent.engine.Require;
import java.util.Arrays;
import java.util.List;

/** Checks of weights, one for each class. */
final class ClassWeights {

  private ClassWeights() {}

  static List<Double> of(double... weights) {
    Require.nonNull("classWeights", weights);
    return Arrays.stream(weights).boxed().toList();
  }

  /** Requires finite weights, not negative; an empty list stands for 1 for every class. */
  static List<Double> checked(List<Double> weights) {
    Require.nonNull("classWeights", weights);
    for (int k = 0; k < weights.size(); k++) {
      Double w = weights.get(k);
      Require.that(
          w != null && w >= 0 && w < Double.POSITIVE_INFINITY,
          "classWeights[" + k + "]",
          w,
          "a finite number, 0 or above");
    }
    return List.copyOf(weights);
  }

  /** Requires one weight for each class, or none. */
  static void requireFit(List<Double> weights, int classes) {
    Require.that(
        weights.isEmpty() || weights.size() == classes,
        "classWeights",
        weights,
        classes + " numbers, one for each class");
  }
}
