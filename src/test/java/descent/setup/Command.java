package descent.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a command printed, both streams together, and its exit code. */
record Command(int exitCode, String output) {

  static final Path ROOT = Path.of("").toAbsolutePath();

  /** Runs a command in {@code folder}; an empty value takes a variable out of the environment. */
  static Command run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("not finished after 15 minutes: " + command);
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Command(process.exitValue(), text);
  }

  /** Runs the {@code lab} of a folder. */
  static Command lab(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python(), folder.resolve("lab").toString()));
    command.addAll(List.of(arguments));
    return run(folder, environment, command);
  }

  /** The absolute path of Python, which then runs with any PATH. */
  private static String python() throws IOException, InterruptedException {
    String name = System.getProperty("os.name").startsWith("Windows") ? "py" : "python3";
    return run(ROOT, Map.of(), List.of(name, "-c", "import sys; print(sys.executable)"))
        .output()
        .strip();
  }
}
