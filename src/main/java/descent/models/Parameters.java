package descent.models;

import descent.engine.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The map of a model's parameters: which part of the one vector θ is which weight.
 *
 * <pre>{@code
 * Parameters map = Parameters.of("W", 3, 4).and("b", 4); // θ has 16 numbers, b begins at 12
 * }</pre>
 *
 * @param blocks the weights in the order in which they lie in θ
 */
public record Parameters(List<Block> blocks) {

  /**
   * A weight: a part of θ with a name and a shape.
   *
   * @param name its name, for example "W"
   * @param offset where it begins in θ
   * @param shape its shape, row by row
   */
  public record Block(String name, int offset, List<Integer> shape) {

    /**
     * Returns how many numbers it has.
     *
     * @return the product of its shape
     */
    public int length() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }

    /**
     * Returns where it ends in θ.
     *
     * @return the index behind its last number
     */
    public int end() {
      return offset + length();
    }
  }

  /**
   * Checks that the blocks lie one behind the other, from 0 on.
   *
   * @param blocks the weights
   * @throws IllegalArgumentException if there are none, or one is empty or out of place
   */
  public Parameters {
    blocks = List.copyOf(Require.nonNull("blocks", blocks));
    Require.that(!blocks.isEmpty(), "blocks", "empty", "at least one");
    int end = 0;
    for (Block block : blocks) {
      Require.that(block.offset == end, "the offset of " + block.name, block.offset, "" + end);
      Require.that(block.length() >= 1, "the shape of " + block.name, block.shape, "1 or more");
      end = block.end();
    }
  }

  /**
   * Creates a map with one weight, to which {@link #and} adds others.
   *
   * @param name its name
   * @param shape its shape
   * @return the map
   */
  public static Parameters of(String name, int... shape) {
    return new Parameters(List.of(block(name, 0, shape)));
  }

  /**
   * Returns this map with another weight behind the others.
   *
   * @param name its name
   * @param shape its shape
   * @return a new map
   */
  public Parameters and(String name, int... shape) {
    List<Block> all = new ArrayList<>(blocks);
    all.add(block(name, length(), shape));
    return new Parameters(all);
  }

  private static Block block(String name, int offset, int... shape) {
    Require.nonNull("name", name);
    return new Block(name, offset, Arrays.stream(Require.nonNull("shape", shape)).boxed().toList());
  }

  /**
   * Returns how many numbers θ has.
   *
   * @return the length of all weights together
   */
  public int length() {
    return blocks.get(blocks.size() - 1).end();
  }
}
