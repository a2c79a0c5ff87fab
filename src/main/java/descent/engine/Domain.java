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
  /** A number above −1, whose log(1 + x) exists. */
  ABOVE_MINUS_ONE("a finite number above -1") {
    @Override
    public boolean contains(double x) {
      return x > -1 && x < Double.POSITIVE_INFINITY;
    }
  },
  /** A number that is 0 or above, such as a count. */
  NON_NEGATIVE("a finite number, 0 or above") {
    @Override
    public boolean contains(double x) {
      return x >= 0 && x < Double.POSITIVE_INFINITY;
    }
  },
  /** A label that is 0 or 1. */
  BINARY("the label 0 or 1") {
    @Override
    public boolean contains(double x) {
      return x == 0 || x == 1;
    }
  },
  /** A label that is −1 or +1. */
  SIGN("the label -1 or +1") {
    @Override
    public boolean contains(double x) {
      return x == 1 || x == -1;
    }
  },
  /** Row by row, probabilities that sum to 1, to within 10⁻⁴. */
  DISTRIBUTION("a probability in [0, 1]") {
    @Override
    public boolean contains(double x) {
      return PROBABILITY.contains(x);
    }
  },
  /** A class number: 0, 1, 2 … and below the number of classes. */
  CLASS("a class number, 0 or above") {
    @Override
    public boolean contains(double x) {
      return x >= 0 && x == Math.rint(x) && x < Integer.MAX_VALUE;
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
