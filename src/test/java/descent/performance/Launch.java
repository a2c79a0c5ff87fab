package descent.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Times a kernel from its launch to the first chart, with the client in the project's .venv. */
final class Launch {

  private static final Path CLIENT =
      Path.of(".venv", System.getProperty("os.name").startsWith("Windows") ? "Scripts" : "bin")
          .resolve("python")
          .toAbsolutePath();

  private Launch() {}

  /** Returns the seconds, or NaN after saying what is missing. */
  static double seconds(String kernel, String home) {
    if (!Files.exists(CLIENT) || !Files.isDirectory(Path.of("target", "lib"))) {
      System.out.println("  missing: run ./lab --setup first");
      return Double.NaN;
    }
    ProcessBuilder command =
        new ProcessBuilder(
            CLIENT.toString(), "src/test/resources/benchmark/launch.py", kernel, home);
    command.environment().put("JUPYTER_PREFER_ENV_PATH", "1"); // the kernel of this project
    command.environment().remove("OMP_WAIT_POLICY");
    try {
      Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String answer = new String(process.getInputStream().readAllBytes()).strip();
      if (answer.startsWith("missing")) {
        System.out.println("  " + answer);
        return Double.NaN;
      }
      return Double.parseDouble(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
