package descent.networks;

import descent.engine.Require;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network and its weights, to be kept in a file and to be had again exactly.
 *
 * <pre>{@code
 * new Trained(network, theta).write(file);
 * Trained again = Trained.read(file, network);
 * }</pre>
 *
 * @param network the network, with its statistics
 * @param theta θ
 */
public record Trained(Network network, double[] theta) {

  private static final int FORMAT = 0x4445534e; // "DESN"

  /**
   * Checks and copies θ.
   *
   * @param network the network
   * @param theta θ
   * @throws IllegalArgumentException if one is null, or θ is not finite or of another length than
   *     the network's
   */
  public Trained {
    Require.nonNull("network", network);
    Require.length("theta", theta, network.parameters(), network);
    theta = Require.finite("theta", theta).clone();
  }

  /**
   * Writes the layers' description, the weights and the statistics to a file.
   *
   * @param file the file, which is replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(FORMAT);
      out.writeUTF(network.toString());
      for (double[] values : new double[][] {theta, network.statistics()}) {
        for (double value : values) {
          out.writeDouble(value);
        }
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file the file
   * @param network a network of the same layers, trained or not
   * @return the network and its weights, equal to the last bit
   * @throws IOException if the file cannot be read, holds something else, or another network
   */
  public static Trained read(Path file, Network network) throws IOException {
    Require.nonNull("network", network);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != FORMAT) {
        throw new IOException(file + " does not hold a network");
      }
      String saved = in.readUTF();
      if (!saved.equals(network.toString())) {
        throw new IOException(file + " holds " + saved + "; expected " + network);
      }
      double[] theta = read(in, network.parameters());
      return new Trained(network.with(read(in, network.statistics().length)), theta);
    }
  }

  private static double[] read(DataInputStream in, int length) throws IOException {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
