package descent.data;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Random batches of row indices. Every epoch goes once through all rows in an order of its own; its
 * last batch is smaller if the size does not divide the number of rows. With replacement, each row
 * of a batch is drawn from all rows instead, so that an epoch has as many draws as there are rows,
 * some rows twice and some not at all. The batches depend on the seed and the epoch alone, so any
 * epoch can be had again.
 *
 * <pre>
 *   Batches batches = new Batches(data.rows(), 32, 7);
 *   for (int[] rows : batches.epoch(0)) {
 *     Dataset batch = data.rows(rows);
 *   }
 * </pre>
 *
 * @param rows the number of rows n
 * @param size the rows in a batch; n or more makes one batch of all
 * @param seed any number
 * @param replacement whether rows are drawn with replacement
 */
public record Batches(int rows, int size, long seed, boolean replacement) {

  /** 2⁶⁴ divided by the golden ratio: multiples of it lie far apart, so epochs share no pattern. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /**
   * Creates the batches.
   *
   * @param rows the number of rows, 1 or more
   * @param size the rows in a batch, 1 or more
   * @param seed any number
   * @param replacement whether rows are drawn with replacement
   * @throws IllegalArgumentException if rows or size is below 1
   */
  public Batches {
    Require.that(rows >= 1, "rows", rows, "1 or more");
    Require.that(size >= 1, "size", size, "1 or more");
  }

  /**
   * Creates batches without replacement.
   *
   * @param rows the number of rows, 1 or more
   * @param size the rows in a batch, 1 or more
   * @param seed any number
   * @throws IllegalArgumentException if rows or size is below 1
   */
  public Batches(int rows, int size, long seed) {
    this(rows, size, seed, false);
  }

  /**
   * Returns the number of batches in an epoch.
   *
   * @return n / size, rounded up
   */
  public int perEpoch() {
    return (rows - 1) / size + 1;
  }

  /**
   * Returns an epoch's batches.
   *
   * @param epoch the epoch, from 0
   * @return for each batch the indices of its rows
   * @throws IllegalArgumentException if the epoch is negative
   */
  public List<int[]> epoch(int epoch) {
    Require.that(epoch >= 0, "epoch", epoch, "0 or more");
    long own = seed + epoch * GOLDEN;
    int[] order = replacement ? Shuffle.draws(rows, own) : Shuffle.rows(rows, own);
    List<int[]> batches = new ArrayList<>(perEpoch());
    for (int from = 0; from < rows; from += size) {
      batches.add(Arrays.copyOfRange(order, from, Math.min(rows, from + size)));
    }
    return batches;
  }
}
