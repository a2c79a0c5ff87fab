package descent.engine;

/** The numbers that a loss is defined for. The engine refuses every other, naming its index. */
public enum Domain {
  /** Any finite number. */
  REAL("any finite number", -Double.MAX_VALUE, Double.MAX_VALUE),
  /** A number from 0 to 1, both included. */
  PROBABILITY("a probability in [0, 1]", 0, 1),
  /** A number above −1, whose log(1 + x) exists. */
  ABOVE_MINUS_ONE("a finite number above -1", Math.nextUp(-1.0), Double.MAX_VALUE),
  /** A number that is 0 or above, such as a count. */
  NON_NEGATIVE("a finite number, 0 or above", 0, Double.MAX_VALUE),
  /** A label that is 0 or 1. */
  BINARY("the label 0 or 1", 0, 1),
  /** A label that is −1 or +1. */
  SIGN("the label -1 or +1", -1, 1),
  /** Row by row, probabilities that sum to 1, to within 10⁻⁴. */
  DISTRIBUTION("a probability in [0, 1]", 0, 1),
  /** A class number: 0, 1, 2 … and below the number of classes. */
  CLASS("a class number, 0 or above", 0, Integer.MAX_VALUE - 1);

  private final String description;
  private final double low;
  private final double high;

  Domain(String description, double low, double high) {
    this.description = description;
    this.low = low;
    this.high = high;
  }

  /**
   * Tells whether a number belongs to this domain.
   *
   * @param x any number, also NaN or infinite
   * @return whether a loss with this domain accepts it
   */
  public boolean contains(double x) {
    double[] excess = {0};
    collectExcess(new double[] {x}, excess, 1);
    return Double.isFinite(x) && excess[0] == 0;
  }

  /** Tells whether a loss is not defined for all finite numbers. */
  static boolean areChecked(Elementwise f) {
    return f.predictions() != REAL || f.targets() != REAL;
  }

  /**
   * Raises excess[i] above 0 where x[i] does not belong to this domain; NaN stays NaN. Whether real
   * numbers are finite is left to others. Without branches and without Math.max, which takes
   * several instructions: |a| − a is 0 for a ≥ 0 and above it otherwise.
   */
  void collectExcess(double[] x, double[] excess, int n) {
    if (this == BINARY || this == SIGN) {
      for (int i = 0; i < n; i++) {
        excess[i] += Math.abs((x[i] - low) * (x[i] - high));
      }
    } else if (this != REAL) {
      for (int i = 0; i < n; i++) {
        double above = x[i] - low;
        double below = high - x[i];
        excess[i] += Math.abs(above) - above + (Math.abs(below) - below);
      }
      if (this == CLASS) {
        for (int i = 0; i < n; i++) {
          excess[i] += Math.abs(x[i] - Math.rint(x[i]));
        }
      }
    }
  }

  /**
   * Returns this domain in words, as error messages use it.
   *
   * @return for example "a probability in [0, 1]"
   */
  public String description() {
    return description;
  }
}
