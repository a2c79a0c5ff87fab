package descent.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** That Binder can build an image of this folder, as far as that shows without Docker. */
@Tag("binder")
class BinderIT {

  private static final int NOT_PERMITTED_HERE = 77;

  @Test
  void repo2dockerAcceptsTheFolder() throws Exception {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jupyter-repo2docker")));
    assumeTrue(installed, "jupyter-repo2docker is not in PATH: pip install jupyter-repo2docker");
    Command image =
        Command.run(
            Command.ROOT, Map.of(), List.of("jupyter-repo2docker", "--no-build", "--debug", "."));
    assertEquals(0, image.exitCode(), image.output());
    assertTrue(image.output().contains("environment for python=3.12"), image.output());
    assertTrue(image.output().contains("openjdk-21-jdk-headless"), image.output());
    assertTrue(image.output().contains("-r \"binder/requirements.txt\""), image.output());
    assertTrue(image.output().contains("binder/postBuild"), image.output());
  }

  /** Installs as Binder does, then cuts the network and runs a notebook. */
  @Test
  @EnabledIfSystemProperty(
      named = "binder",
      matches = "true",
      disabledReason = "takes minutes: mvn verify -Dbinder=true -Dit.test=BinderIT")
  void ordinaryUserRunsANotebookWithoutNetworkAfterPostBuild(@TempDir Path scratch)
      throws Exception {
    Path script = Path.of("src", "test", "resources", "descent", "setup", "binder.sh");
    Command build =
        Command.run(Command.ROOT, Map.of(), List.of("bash", script.toString(), scratch.toString()));
    assumeTrue(build.exitCode() != NOT_PERMITTED_HERE, build.output());
    assertEquals(0, build.exitCode(), build.output());
  }
}
