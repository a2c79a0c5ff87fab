package descent.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab --run} and {@code --refresh} through the real kernel, also when a notebook fails. */
class LabIT {

  @TempDir Path folder;

  @BeforeAll
  static void setUp() throws Exception {
    Command lab = Command.lab(Command.ROOT, Map.of(), "--setup", "--built");
    assertEquals(0, lab.exitCode(), lab.output());
  }

  @Test
  void everyFailureIsNamedAndTheOtherNotebooksStillRun() throws Exception {
    notebook("error", "System.out.println(\"before\");\nint b = a / 0;");
    notebook("death", "System.out.println(\"before\");\nRuntime.getRuntime().halt(3);");
    notebook("hang", "System.out.println(\"before\");\nwhile (true) {}");
    byte[] fine = Files.readAllBytes(notebook("fine", "a + 1"));

    String[] names = {"error", "death", "hang", "fine", "missing"};
    String[] arguments = new String[names.length + 3];
    arguments[0] = "--timeout";
    arguments[1] = "15";
    arguments[2] = "--run";
    for (int i = 0; i < names.length; i++) {
      arguments[i + 3] = folder.resolve(names[i] + ".ipynb").toString();
    }
    Command lab = Command.lab(Command.ROOT, Map.of(), arguments);

    assertEquals(1, lab.exitCode(), lab.output());
    String[] reasons = {"/ by zero", "the kernel died", "not finished after 15 s"};
    for (int i = 0; i < reasons.length; i++) {
      String said = "%s.ipynb, code cell 2 (id second): ".formatted(names[i]);
      String line = lab.output().lines().filter(l -> l.contains(said)).findFirst().orElse("");
      assertTrue(line.contains(reasons[i]), lab.output());
    }
    assertEquals(3, lab.output().lines().filter("    before"::equals).count(), lab.output());
    assertTrue(lab.output().contains("missing.ipynb, cannot be read"), lab.output());
    assertTrue(
        lab.output().lines().anyMatch(l -> l.matches(".*fine\\.ipynb +ok +[0-9.]+ s .*")),
        lab.output());
    assertArrayEquals(fine, Files.readAllBytes(folder.resolve("fine.ipynb")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void peakMemoryHasArraysOffTheHeapAndProcessesThatTheKernelStarted() throws Exception {
    Path notebook =
        notebook(
            "memory",
            """
            var offHeap = java.nio.ByteBuffer.allocateDirect(200_000_000);
            // has given its memory back, but still runs, until the kernel ends
            var child = new ProcessBuilder(
                "python3", "-c", "len(b'x' * 200_000_000); print(flush=True); input()").start();
            child.getInputStream().read()""");
    Command lab = Command.lab(Command.ROOT, Map.of(), "--run", notebook.toString());
    assertEquals(0, lab.exitCode(), lab.output());
    List<String> lines = lab.output().lines().toList();
    Matcher line =
        Pattern.compile(".*memory\\.ipynb  ok +([0-9.]+) s +([0-9]+) MB")
            .matcher(lines.get(lines.size() - 2));
    assertTrue(line.matches(), lab.output());
    double megabytes = Double.parseDouble(line.group(2));
    assertTrue(500 < megabytes && megabytes < 800, lab.output());
    assertTrue(lines.get(lines.size() - 1).startsWith("total " + line.group(1)), lab.output());
  }

  @Test
  void refreshingSavesTheSameBytesAgain() throws Exception {
    Path notebook =
        notebook(
            "progress",
            "System.out.print(\"\\r1 of 2\\r2 of 2\\r      \\r\");\n"
                + "System.out.printf(\"θ = %.1f\", 0.5);\na + 1");
    refresh(notebook);
    String first = Files.readString(notebook);
    assertTrue(first.contains("\"θ = 0.5\""), first);
    assertFalse(first.contains("2 of 2\\r"), first);
    assertTrue(first.contains("\"execution_count\": 2"), first);
    assertTrue(first.endsWith("}\n"), first);
    refresh(notebook);
    assertEquals(first, Files.readString(notebook));
  }

  private static void refresh(Path notebook) throws IOException, InterruptedException {
    Command lab = Command.lab(Command.ROOT, Map.of(), "--refresh", notebook.toString());
    assertEquals(0, lab.exitCode(), lab.output());
  }

  /** Two cells: {@code int a = 1;} and {@code source}. */
  private Path notebook(String name, String source) throws IOException {
    String escaped = source.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return Files.writeString(
        folder.resolve(name + ".ipynb"),
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "code", "id": "first", "metadata": {}, "execution_count": null,
           "outputs": [], "source": "int a = 1;"},
          {"cell_type": "code", "id": "second", "metadata": {}, "execution_count": null,
           "outputs": [], "source": "%s"}]}
        """
            .formatted(escaped));
  }
}
