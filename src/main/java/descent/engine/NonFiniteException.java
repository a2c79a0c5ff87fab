package descent.engine;

/**
 * A number that had to be finite is NaN or infinite. Training treats it as the result "diverged";
 * everywhere else it is the {@link IllegalArgumentException} that it is.
 */
public final class NonFiniteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param what the argument, with the index of the number, for example {@code predictions[3, 0]}
   * @param value the number found there
   */
  public NonFiniteException(String what, double value) {
    super(what + " is " + value + "; expected a finite number");
  }
}
