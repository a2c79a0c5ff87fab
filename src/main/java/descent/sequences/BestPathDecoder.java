package descent.sequences;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labels off the logits of a network that was trained with CTC: the best class at each step,
 * repetitions merged, blanks (class 0) left out.
 *
 * <pre>
 * best classes  0 3 3 0 3 0 0 5        labels  3 3 5
 * </pre>
 *
 * <p>That is the labelling of the one most probable path, which need not be the most probable
 * labelling: for that there is {@link PrefixBeamDecoder}.
 *
 * <p>Source: Graves, Fernández, Gomez and Schmidhuber 2006, doi 10.1145/1143844.1143891, §3.2.
 *
 * @param classes the number of classes with the blank, at least 2
 */
public record BestPathDecoder(int classes) {

  /**
   * Checks the number.
   *
   * @param classes the number of classes with the blank
   * @throws IllegalArgumentException if it is below 2
   */
  public BestPathDecoder {
    Require.that(classes >= 2, "classes", classes, "2 or more, with the blank");
  }

  /**
   * Decodes one sequence.
   *
   * @param logits step after step, [steps · classes]; probabilities or their logarithms give the
   *     same
   * @return the labels, each from 1 to classes − 1
   * @throws IllegalArgumentException if the logits are null, empty, not finite, or not steps times
   *     classes
   */
  public List<Integer> decode(double[] logits) {
    int steps = steps(logits, classes);
    List<Integer> labels = new ArrayList<>();
    int last = 0;
    for (int t = 0; t < steps; t++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        best = logits[t * classes + k] > logits[t * classes + best] ? k : best;
      }
      if (best != 0 && best != last) {
        labels.add(best);
      }
      last = best;
    }
    return labels;
  }

  static int steps(double[] logits, int classes) {
    Require.finite("logits", logits);
    Require.that(
        logits.length % classes == 0,
        "logits",
        "of length " + logits.length,
        "steps times " + classes + " classes");
    return logits.length / classes;
  }
}
