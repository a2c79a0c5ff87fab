package descent.adversarial;

import descent.engine.Require;
import descent.networks.Network;
import descent.optimizers.Optimizer;

/**
 * One of the two in a {@link Match}.
 *
 * @param network the network
 * @param optimizer the rule that moves its parameters
 * @param start the first parameters
 */
public record Player(Network network, Optimizer optimizer, double[] start) {

  /**
   * Checks the arguments and copies the start.
   *
   * @param network the network
   * @param optimizer the rule that moves its parameters
   * @param start the first parameters
   * @throws IllegalArgumentException if one is null, or the start is not finite or not as long as
   *     the network's parameters
   */
  public Player {
    Require.nonNull("network", network);
    Require.nonNull("optimizer", optimizer);
    Require.length("start", start, network.parameters(), network);
    start = Require.finite("start", start).clone();
  }
}
