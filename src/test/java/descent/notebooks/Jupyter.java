package descent.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The project's Jupyter: the virtual environment that {@code ./lab --setup} makes. */
final class Jupyter {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static boolean ready;

  private Jupyter() {}

  /** Sets the environment up, once; Maven itself has put the library where the kernel looks. */
  static synchronized void setUp() {
    if (!ready) {
      Path log = Project.TARGET.resolve("notebooks/setup.log");
      run(log, 900, WINDOWS ? "py" : "python3", "lab", "--setup", "--built");
      ready = true;
    }
  }

  static String python() {
    return Project.ROOT
        .resolve(".venv")
        .resolve(WINDOWS ? "Scripts/python.exe" : "bin/python")
        .toString();
  }

  /** Starts a command in the project's folder; all it prints goes to the log. */
  static Process start(Path log, String... command) {
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder process =
          new ProcessBuilder(command)
              .directory(Project.ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      // our kernel, also where the user has another one of the same name
      process.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
      process.environment().put("PYTHONUTF8", "1");
      return process.start();
    } catch (IOException e) {
      throw new UncheckedIOException(command[0] + " does not start", e);
    }
  }

  /** Runs a command to its end; if it fails, the error has the last lines it printed. */
  static void run(Path log, long seconds, String... command) {
    Process process = start(log, command);
    try {
      String failure = null;
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        failure = "did not end in " + seconds + " s";
      } else if (process.exitValue() != 0) {
        failure = "ended with " + process.exitValue();
      }
      if (failure != null) {
        String line = String.join(" ", command);
        throw new AssertionError("`%s` %s:%n%s".formatted(line, failure, tail(log)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      stop(process);
    }
  }

  /** Ends a process and those it started, the kernels. */
  static void stop(Process process) {
    Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroy);
  }

  static String tail(Path log) {
    List<String> lines = Project.text(log).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
