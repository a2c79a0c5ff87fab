package descent.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/**
 * The inner loop. There is one copy of its code for each class of loss: where many losses meet at
 * one call site the JIT compiler cannot inline them, which costs a factor of four to eight. So
 * {@link PairLoop}, {@link FloatLoop} and {@link RowLoop} are defined again, from the same bytes,
 * as a hidden class for each loss.
 *
 * @param <F> what the loop applies
 */
interface Loop<F> {

  /** How many elements are computed at once; a few such blocks fit into the first-level cache. */
  int BLOCK = 256;

  /** The loops over pairs. */
  Copies<Elementwise> PAIRS = new Copies<>("PairLoop");

  /** The loops over pairs of floats. */
  Copies<Elementwise> FLOATS = new Copies<>("FloatLoop");

  /** The loops over rows. */
  Copies<Rowwise> ROWS = new Copies<>("RowLoop");

  /**
   * Computes the rows [from, to). Fills the slopes, if wanted, with scale · weight · slope, and the
   * losses, if wanted, without weights.
   */
  Sum run(F f, Batch batch, double scale, int from, int to);

  /** Holds one loop for each class of losses for as long as that class lives. */
  final class Copies<F> extends ClassValue<Loop<F>> {
    private final byte[] code;

    private Copies(String template) {
      try (InputStream in = Loop.class.getResourceAsStream(template + ".class")) {
        this.code = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Loop<F> computeValue(Class<?> lossClass) {
      try {
        Class<?> copy = MethodHandles.lookup().defineHiddenClass(code, true).lookupClass();
        return (Loop<F>) copy.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the loop cannot be defined for " + lossClass, e);
      }
    }
  }
}
