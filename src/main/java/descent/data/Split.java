package descent.data;

import descent.engine.Require;
import java.util.Arrays;

/**
 * Data divided at random into parts that share no row: one to train on, one to test on and, if
 * asked for, one to choose by (the validation part). The same seed gives the same parts.
 */
public final class Split {

  private final Dataset train;
  private final Dataset validation; // null if none was asked for
  private final Dataset test;

  private Split(Dataset train, Dataset validation, Dataset test) {
    this.train = train;
    this.validation = validation;
    this.test = test;
  }

  /**
   * Splits data into a training and a test part.
   *
   * @param data the data, at least two rows
   * @param train the share of the rows to train on, above 0; the rest is the test part
   * @param seed any number
   * @return the two parts
   * @throws IllegalArgumentException if the share is not between 0 and 1, or there are too few rows
   *     for each part to have one
   */
  public static Split of(Dataset data, double train, long seed) {
    requireShare("train", train);
    int[] rows = shuffled(data, seed);
    int a = (int) Math.round(train * rows.length);
    Require.that(a > 0 && a < rows.length, "data", data, "enough rows for two parts");
    return new Split(part(data, rows, 0, a), null, part(data, rows, a, rows.length));
  }

  /**
   * Splits data into a training, a validation and a test part.
   *
   * @param data the data, at least three rows
   * @param train the share of the rows to train on, above 0
   * @param validation the share of the rows to choose by, above 0; the rest is the test part
   * @param seed any number
   * @return the three parts
   * @throws IllegalArgumentException if a share or their sum is not between 0 and 1, or there are
   *     too few rows for each part to have one
   */
  public static Split of(Dataset data, double train, double validation, long seed) {
    requireShare("train", train);
    requireShare("validation", validation);
    requireShare("train + validation", train + validation);
    int[] rows = shuffled(data, seed);
    int a = (int) Math.round(train * rows.length);
    int b = (int) Math.round((train + validation) * rows.length);
    boolean enough = a > 0 && a < b && b < rows.length;
    Require.that(enough, "data", data, "enough rows for three parts");
    return new Split(
        part(data, rows, 0, a), part(data, rows, a, b), part(data, rows, b, rows.length));
  }

  /**
   * Returns the same parts with standardised inputs: the {@link Standardizer} is fitted on the
   * training part alone, so nothing is learnt from the others.
   *
   * @return the parts, standardised
   * @throws IllegalArgumentException if the training inputs cannot be standardised
   */
  public Split standardized() {
    Standardizer fitted = Standardizer.fit(train.inputs());
    return new Split(
        apply(fitted, train),
        validation == null ? null : apply(fitted, validation),
        apply(fitted, test));
  }

  /**
   * Returns the training part.
   *
   * @return the rows to train on
   */
  public Dataset train() {
    return train;
  }

  /**
   * Returns the validation part.
   *
   * @return the rows to choose by
   * @throws IllegalStateException if none was asked for
   */
  public Dataset validation() {
    if (validation == null) {
      throw new IllegalStateException(
          "there is no validation part; Split.of(data, train, validation, seed) makes one");
    }
    return validation;
  }

  /**
   * Returns the test part.
   *
   * @return the rows to test on
   */
  public Dataset test() {
    return test;
  }

  @Override
  public String toString() {
    String middle = validation == null ? "" : ", validation " + validation.rows();
    return "train " + train.rows() + middle + ", test " + test.rows() + " rows";
  }

  private static void requireShare(String name, double share) {
    Require.that(share > 0 && share < 1, name, share, "a share above 0 and below 1");
  }

  private static int[] shuffled(Dataset data, long seed) {
    return Shuffle.rows(Require.nonNull("data", data).rows(), seed);
  }

  private static Dataset part(Dataset data, int[] rows, int from, int to) {
    return data.rows(Arrays.copyOfRange(rows, from, to));
  }

  private static Dataset apply(Standardizer fitted, Dataset part) {
    return part.withInputs(fitted.apply(part.inputs()));
  }
}
