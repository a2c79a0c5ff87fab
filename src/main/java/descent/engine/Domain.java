package descent.engine;

/** The numbers that a loss is defined for. The engine refuses every other, naming its index. */
public enum Domain {
  /** Any finite number. */
  REAL("any finite number") {
    @Override
    public boolean contains(double x) {
      return Double.isFinite(x);
    }
  },
  /** A number from 0 to 1, both included. */
  PROBABILITY("a probability in [0, 1]") {
    @Override
    public boolean contains(double x) {
      return x >= 0 && x <= 1;
    }
  },
  /** A label that is −1 or +1. */
  SIGN("the label -1 or +1") {
    @Override
    public boolean contains(double x) {
      return x == 1 || x == -1;
    }
  };

  private final String description;

  Domain(String description) {
    this.description = description;
  }

  /**
   * Tells whether a number belongs to this domain.
   *
   * @param x any number, also NaN or infinite
   * @return whether a loss with this domain accepts it
   */
  public abstract boolean contains(double x);

  /**
   * Returns this domain in words, as error messages use it.
   *
   * @return for example "a probability in [0, 1]"
   */
  public String description() {
    return description;
  }
}
