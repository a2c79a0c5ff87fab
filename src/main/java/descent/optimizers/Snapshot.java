package descent.optimizers;

import descent.engine.Require;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run at a moment: all that is needed to go on from there exactly. {@link Optimizer#resume} takes
 * it; the optimizer has to be the same, and so has the objective.
 *
 * @param optimizer the name of the optimizer's class
 * @param steps how many steps were taken
 * @param theta θ
 * @param memory what the optimizer remembers, by name
 */
public record Snapshot(String optimizer, int steps, double[] theta, Map<String, double[]> memory) {

  private static final int FORMAT = 0x44455343; // "DESC"

  /**
   * Checks and copies everything.
   *
   * @param optimizer the name of the optimizer's class
   * @param steps how many steps were taken
   * @param theta θ
   * @param memory what the optimizer remembers, by name
   * @throws IllegalArgumentException if an argument is null, θ is empty or not finite, or the
   *     number of steps is negative
   */
  public Snapshot {
    Require.nonNull("optimizer", optimizer);
    Require.that(steps >= 0, "steps", steps, "0 or more");
    theta = Require.finite("theta", theta).clone();
    Map<String, double[]> copy = new LinkedHashMap<>();
    Require.nonNull("memory", memory).forEach((name, values) -> copy.put(name, values.clone()));
    memory = copy;
  }

  /** Creates a snapshot of an optimizer's run. */
  Snapshot(Optimizer optimizer, int steps, double[] theta, Map<String, double[]> memory) {
    this(optimizer.getClass().getSimpleName(), steps, theta, memory);
  }

  /** Returns θ, if the snapshot is of a run of this optimizer. */
  static double[] theta(Snapshot snapshot, Optimizer optimizer) {
    String name = optimizer.getClass().getSimpleName();
    Require.nonNull("snapshot", snapshot);
    Require.that(
        snapshot.optimizer.equals(name), "the snapshot's optimizer", snapshot.optimizer, name);
    return snapshot.theta.clone();
  }

  /** Returns a copy of an array that has to be there. */
  double[] memory(String name, int length) {
    double[] values = memory.get(name);
    Require.that(
        values != null && values.length == length,
        "the snapshot's " + name,
        values == null ? "missing" : "of length " + values.length,
        length + " numbers: was the optimizer made in another way?");
    return values.clone();
  }

  /**
   * Writes this snapshot to a file.
   *
   * @param file the file, which is replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(FORMAT);
      out.writeUTF(optimizer);
      out.writeInt(steps);
      write(out, theta);
      out.writeInt(memory.size());
      for (Map.Entry<String, double[]> entry : memory.entrySet()) {
        out.writeUTF(entry.getKey());
        write(out, entry.getValue());
      }
    }
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /**
   * Reads a snapshot that {@link #write} wrote.
   *
   * @param file the file
   * @return the snapshot, equal to the last bit
   * @throws IOException if the file cannot be read or holds something else
   */
  public static Snapshot read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != FORMAT) {
        throw new IOException(file + " is not a snapshot of a run");
      }
      String optimizer = in.readUTF();
      int steps = in.readInt();
      double[] theta = read(in);
      Map<String, double[]> memory = new LinkedHashMap<>();
      for (int k = in.readInt(); k > 0; k--) {
        memory.put(in.readUTF(), read(in));
      }
      return new Snapshot(optimizer, steps, theta, memory);
    }
  }

  private static double[] read(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
