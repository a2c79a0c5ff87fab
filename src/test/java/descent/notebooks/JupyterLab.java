package descent.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * JupyterLab from {@code .venv} on a port of its own, serving a copy of the notebooks, so that no
 * committed file changes. The copies are trusted, as notebooks are that their reader has run.
 */
final class JupyterLab implements AutoCloseable {
  private static final Path FOLDER = Project.TARGET.resolve("browser");
  private static final Path LOG = FOLDER.resolve("server.log");
  private static final int SECONDS_TO_START = 60;
  private static final String DB_FILE =
      "--NotebookNotary.db_file=" + FOLDER.resolve("signatures.db");
  private static final String SECRET_FILE =
      "--NotebookNotary.secret_file=" + FOLDER.resolve("secret");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String token = UUID.randomUUID().toString();
  private final String address;
  private final Process process;

  /**
   * Starts it.
   *
   * @param toRun names of the notebooks that are copied without outputs: what is seen after Run All
   *     has been made by it
   */
  JupyterLab(Set<String> toRun) throws IOException, InterruptedException {
    copyNotebooks(toRun);
    trustNotebooks();
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    address = "http://localhost:" + port;
    process =
        Jupyter.start(
            LOG,
            Jupyter.python(),
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            "--ServerApp.root_dir=" + FOLDER,
            "--ServerApp.port=" + port,
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=" + token,
            DB_FILE,
            SECRET_FILE,
            "--LabApp.user_settings_dir=" + settings(),
            "--LabApp.workspaces_dir=" + FOLDER.resolve("workspaces"));
    awaitServer();
  }

  private static void copyNotebooks(Set<String> toRun) throws IOException {
    try (Stream<Path> files = Files.walk(Project.NOTEBOOKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = FOLDER.resolve(Project.ROOT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    for (String name : toRun) {
      Notebook notebook = Notebook.read(name);
      for (Cell cell : notebook.cells()) {
        if (cell.isCode()) {
          cell.json().add("outputs", new JsonArray());
          cell.json().add("execution_count", JsonNull.INSTANCE);
        }
      }
      Files.writeString(copyOf(notebook), notebook.json().toString());
    }
  }

  private static Path copyOf(Notebook notebook) {
    return FOLDER.resolve("notebooks").resolve(notebook.name() + ".ipynb");
  }

  /** Signs the copies, with a key and a list of signatures that only this server knows. */
  private static void trustNotebooks() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Jupyter.python(), "-m", "jupyter", "trust", DB_FILE, SECRET_FILE));
    Toc.read().notebooks().forEach(notebook -> command.add(copyOf(notebook).toString()));
    Jupyter.run(FOLDER.resolve("trust.log"), 60, command.toArray(String[]::new));
  }

  /** All cells are drawn, not only those in sight, so that one screenshot holds the notebook. */
  private static Path settings() throws IOException {
    Path folder = FOLDER.resolve("settings");
    Path file = folder.resolve("@jupyterlab/notebook-extension/tracker.jupyterlab-settings");
    JsonObject settings = new JsonObject();
    settings.addProperty("windowingMode", "none");
    Files.createDirectories(file.getParent());
    Files.writeString(file, settings.toString());
    return folder;
  }

  /** Waits until the page that is open has its kernel. */
  void awaitKernel() throws IOException, InterruptedException {
    await(
        "kernel",
        () -> list("kernels").stream().anyMatch(k -> k.get("connections").getAsInt() > 0));
  }

  private void awaitServer() throws IOException, InterruptedException {
    await(
        "server",
        () -> {
          try {
            return send("GET", "/api/status").statusCode() == HttpURLConnection.HTTP_OK;
          } catch (ConnectException notYet) {
            return false;
          }
        });
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void await(String what, Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (!condition.holds()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        close();
        throw new AssertionError("no " + what + " in JupyterLab:\n" + Jupyter.tail(LOG));
      }
      Thread.sleep(200);
    }
  }

  String urlOf(Notebook notebook) {
    return address + "/doc/tree/notebooks/" + notebook.name() + ".ipynb?token=" + token;
  }

  /** Ends all kernels: a machine with little memory need not hold one for every notebook. */
  void stopKernels() throws IOException, InterruptedException {
    for (JsonObject session : list("sessions")) {
      send("DELETE", "/api/sessions/" + session.get("id").getAsString());
    }
  }

  private List<JsonObject> list(String what) throws IOException, InterruptedException {
    List<JsonObject> list = new ArrayList<>();
    JsonParser.parseString(send("GET", "/api/" + what).body())
        .getAsJsonArray()
        .forEach(element -> list.add(element.getAsJsonObject()));
    return list;
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "token " + token)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    Jupyter.stop(process);
  }
}
