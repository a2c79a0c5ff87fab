package descent.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;

/**
 * The inner loop over elements. There is one copy of its code for each class of loss: where many
 * losses meet at one call site the JIT compiler cannot inline them, which costs a factor of four to
 * eight. So {@link PairLoop} is defined again, from the same bytes, as a hidden class for each
 * loss.
 */
interface Loop {

  /** How many elements are computed at once; a few such blocks fit into the first-level cache. */
  int BLOCK = 256;

  /**
   * Computes the elements [from, to) and returns the sum of their losses, which is NaN if one of
   * the inputs is not finite.
   *
   * @param weights null if every element counts the same
   * @param slopes filled with scale · weight · slope; null if not wanted
   * @param losses filled with the losses; null if not wanted
   */
  double run(
      Elementwise f,
      Dense predictions,
      Dense targets,
      Dense weights,
      Dense slopes,
      Dense losses,
      double scale,
      int from,
      int to);

  /** Returns the loop that belongs to a class of losses. */
  static Loop of(Class<?> lossClass) {
    return Copies.INSTANCE.get(lossClass);
  }

  /** Holds one loop for each class of losses for as long as that class lives. */
  final class Copies extends ClassValue<Loop> {
    private static final Copies INSTANCE = new Copies();
    private static final byte[] CODE = code();

    @Override
    protected Loop computeValue(Class<?> lossClass) {
      try {
        Class<?> copy = MethodHandles.lookup().defineHiddenClass(CODE, true).lookupClass();
        return (Loop) copy.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the loop cannot be defined for " + lossClass, e);
      }
    }

    private static byte[] code() {
      try (InputStream in = Loop.class.getResourceAsStream("PairLoop.class")) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
