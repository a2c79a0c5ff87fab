package descent.engine;

/**
 * The loop over pairs of floats. Each is computed as a double and rounded to a float where it lies:
 * half the memory traffic of {@link PairLoop} with its blocks of doubles.
 */
final class FloatLoop implements Loop<Elementwise> {

  /** The first version of Java that computes four or more such numbers with one instruction. */
  private static final boolean PAYS = Runtime.version().feature() >= 20;

  /** Tells whether this loop can run on a batch, and is the faster one. */
  static boolean fits(Elementwise f, Batch batch) {
    return PAYS
        && !(f instanceof Blockwise)
        && batch.weights == null
        && batch.losses == null
        && batch.predictions.isFloat()
        && batch.targets.isFloat()
        && (batch.slopes == null || batch.slopes.isFloat());
  }

  @Override
  public Sum run(Elementwise f, Batch batch, double scale, int from, int to) {
    float[] p = new float[BLOCK];
    float[] t = new float[BLOCK];
    float[] slope = new float[BLOCK];
    double[] sums = new double[BLOCK];
    double[] excess = new double[Domain.areChecked(f) ? BLOCK : 0];
    double[] wide = new double[excess.length];
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      batch.predictions.read(at, p, n);
      batch.targets.read(at, t, n);
      collectExcess(f.predictions(), p, wide, excess, n);
      collectExcess(f.targets(), t, wide, excess, n);
      for (int i = 0; i < n; i++) {
        double a = p[i];
        double b = t[i];
        // 0·(a + b) is NaN exactly where an input is not finite: floats cannot overflow a double
        sums[i] += f.loss(a, b) + 0 * (a + b);
        slope[i] = (float) (scale * f.slope(a, b));
      }
      if (batch.slopes != null) {
        batch.slopes.write(at, slope, n);
      }
    }
    return new Sum(PairLoop.total(sums, excess), to - from);
  }

  private static void collectExcess(
      Domain domain, float[] x, double[] wide, double[] excess, int n) {
    if (domain != Domain.REAL) {
      for (int i = 0; i < n; i++) {
        wide[i] = x[i];
      }
      domain.collectExcess(wide, excess, n);
    }
  }
}
