package descent.performance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A library in Python: a process that lives as long as the benchmark and is told what to do. */
final class PythonPeer implements Peer {

  private static final String SCRIPT = "src/test/resources/benchmark/peer.py";

  private final String python;
  private final String name;
  private final Process process;
  private final PrintWriter out;
  private final BufferedReader in;
  private final String description;

  PythonPeer(String python, String name) throws IOException {
    this.python = python;
    this.name = name;
    String threads = String.valueOf(Machine.cores());
    ProcessBuilder builder = new ProcessBuilder(python, SCRIPT, name, threads);
    builder.environment().remove("OMP_WAIT_POLICY"); // ours; the libraries have their own ways
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    description = in.readLine();
    if (description == null) {
      throw new IOException(python + " does not run " + SCRIPT);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean isMissing() {
    return description.startsWith("missing");
  }

  @Override
  public double[] numbers(Work work) {
    if (work.name().equals("launch")) {
      return name.equals("PyTorch") ? new double[0] : null;
    }
    String line = ask("numbers", work, 0);
    return line.equals("-")
        ? null
        : Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  @Override
  public double time(Work work, double seconds) {
    if (work.name().equals("launch")) {
      return Launch.seconds("python", python);
    }
    return Double.parseDouble(ask("time", work, seconds));
  }

  private String ask(String what, Work work, double seconds) {
    try {
      out.println(what + " " + work.toString().replace('/', ' ') + " " + seconds);
      String line = in.readLine();
      if (line == null) {
        throw new AssertionError(name + " has stopped at " + work + "; it says above why");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
