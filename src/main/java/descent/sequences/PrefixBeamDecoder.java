package descent.sequences;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the most probable labels in the logits of a network that was trained with CTC. Paths
 * with the same labels are added up, which {@link BestPathDecoder} does not do. From step to step
 * the best few beginnings are kept, each with two probabilities, as a label that comes again counts
 * twice only after a blank.
 *
 * <pre>
 * p∘(y)  that the labels so far are y, and the last step was a blank
 * p•(y)  that they are y, and the last step was its last label
 * blank       p∘'(y)  += (p∘(y) + p•(y)) pₜ(0)
 * last label  p•'(y)  += p•(y) pₜ(k)
 *             p•'(yk) += p∘(y) pₜ(k)
 * another     p•'(yk) += (p∘(y) + p•(y)) pₜ(k)
 * </pre>
 *
 * <p>All in logarithms. With a beam that is wide enough for every beginning, the probabilities are
 * exact.
 *
 * <p>Source: Hannun, Maas, Jurafsky and Ng 2014, arXiv 1408.2873, without the language model.
 *
 * @param classes the number of classes with the blank, at least 2
 * @param width how many beginnings are kept, at least 1
 */
public record PrefixBeamDecoder(int classes, int width) {

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /**
   * Checks the numbers.
   *
   * @param classes the number of classes with the blank
   * @param width how many beginnings are kept
   * @throws IllegalArgumentException if there are fewer than 2 classes, or the width is below 1
   */
  public PrefixBeamDecoder {
    Require.that(classes >= 2, "classes", classes, "2 or more, with the blank");
    Require.that(width >= 1, "width", width, "1 or more");
  }

  /**
   * Labels, and how probable they are.
   *
   * @param labels each from 1 to classes − 1
   * @param logProbability the logarithm of the probability of all paths that were followed
   */
  public record Hypothesis(List<Integer> labels, double logProbability) {}

  /** The logarithms of the two probabilities of a beginning. */
  private static final class Ends {
    double blank = NEVER;
    double label = NEVER;

    double both() {
      return add(blank, label);
    }
  }

  /**
   * Decodes one sequence.
   *
   * @param logits step after step, [steps · classes]
   * @return what is left of the beam, the most probable first
   * @throws IllegalArgumentException if the logits are null, empty, not finite, or not steps times
   *     classes
   */
  public List<Hypothesis> decode(double[] logits) {
    int steps = BestPathDecoder.steps(logits, classes);
    Map<List<Integer>, Ends> beam = new LinkedHashMap<>();
    beam.computeIfAbsent(List.of(), y -> new Ends()).blank = 0;
    for (int t = 0; t < steps; t++) {
      beam = best(longer(beam, logProbabilities(logits, t * classes)));
    }
    List<Hypothesis> hypotheses = new ArrayList<>();
    beam.forEach((y, ends) -> hypotheses.add(new Hypothesis(y, ends.both())));
    return hypotheses;
  }

  private Map<List<Integer>, Ends> longer(Map<List<Integer>, Ends> beam, double[] logP) {
    Map<List<Integer>, Ends> next = new LinkedHashMap<>();
    beam.forEach(
        (y, ends) -> {
          int last = y.isEmpty() ? 0 : y.get(y.size() - 1);
          Ends same = next.computeIfAbsent(y, any -> new Ends());
          same.blank = add(same.blank, ends.both() + logP[0]);
          for (int k = 1; k < classes; k++) {
            if (k == last) {
              same.label = add(same.label, ends.label + logP[k]);
            }
            List<Integer> yk = new ArrayList<>(y);
            yk.add(k);
            Ends more = next.computeIfAbsent(yk, any -> new Ends());
            more.label = add(more.label, (k == last ? ends.blank : ends.both()) + logP[k]);
          }
        });
    return next;
  }

  private Map<List<Integer>, Ends> best(Map<List<Integer>, Ends> all) {
    Comparator<Map.Entry<List<Integer>, Ends>> byProbability =
        Comparator.comparingDouble(entry -> -entry.getValue().both());
    Map<List<Integer>, Ends> beam = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(byProbability)
        .limit(width)
        .forEach(entry -> beam.put(entry.getKey(), entry.getValue()));
    return beam;
  }

  private double[] logProbabilities(double[] logits, int from) {
    double sum = NEVER;
    for (int k = 0; k < classes; k++) {
      sum = add(sum, logits[from + k]);
    }
    double[] logP = new double[classes];
    for (int k = 0; k < classes; k++) {
      logP[k] = logits[from + k] - sum;
    }
    return logP;
  }

  /** Returns log (eˣ + eʸ). */
  private static double add(double x, double y) {
    double larger = Math.max(x, y);
    return larger == NEVER ? NEVER : larger + Math.log1p(Math.exp(Math.min(x, y) - larger));
  }
}
