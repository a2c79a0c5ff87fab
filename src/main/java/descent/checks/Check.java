package descent.checks;

/**
 * The outcome of a check: one line that begins with ✓ or ✗ and says what was seen.
 *
 * @param passed whether all was as it should be
 * @param message what was seen
 */
public record Check(boolean passed, String message) {

  static Check of(boolean passed, String message, Object... values) {
    return new Check(passed, String.format(message, values));
  }

  @Override
  public String toString() {
    return (passed ? "✓ " : "✗ ") + message;
  }
}
