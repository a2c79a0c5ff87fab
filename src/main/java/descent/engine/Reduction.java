package descent.engine;

/** What becomes of the losses of the single elements or rows: their mean or their sum. */
public enum Reduction {
  /** The sum of the losses divided by their number, or by the sum of their weights. */
  MEAN,
  /** The sum of the losses, each times its weight if there are weights. */
  SUM
}
