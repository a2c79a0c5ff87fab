package descent.notebooks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, without a window; nothing is downloaded. */
final class Chromium {
  private static final int WIDTH = 1200;
  private static final int MAX_HEIGHT = 16_000;

  /**
   * What a page says that has no network, JupyterLab of requests that a restart cuts off, and the
   * browser of a page that is left without a click.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "Failed to load resource|WebSocket connection to|Canceled future for|'beforeunload'");

  private Chromium() {}

  static Optional<Path> browser() {
    return find("chromium", "chromium-browser", "google-chrome", "chrome.exe");
  }

  static Optional<Path> driver() {
    return find("chromedriver", "chromedriver.exe");
  }

  private static Optional<Path> find(String... names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static ChromeDriver start(Path profile) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().orElseThrow().toFile());
    options.addArguments(
        "--headless",
        // Chromium's sandbox refuses root, the usual user in a container
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile,
        "--window-size=" + WIDTH + ",1000");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver().orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  /** Errors of the page's code since it was asked last. */
  static List<String> scriptErrors(ChromeDriver driver) {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().equals(Level.SEVERE))
        .map(LogEntry::getMessage)
        .filter(message -> !HARMLESS.matcher(message).find())
        .toList();
  }

  /** A picture of the page with a window as high as a scrolled element would like to be. */
  static void screenshot(ChromeDriver driver, String scrolled, Path file) throws IOException {
    Number height =
        (Number)
            driver.executeScript(
                "const e = document.querySelector(arguments[0]);"
                    + "return innerHeight - e.clientHeight + e.scrollHeight",
                scrolled);
    setHeight(driver, Math.min(height.intValue(), MAX_HEIGHT));
    // to the top, and two frames later it is drawn there
    driver.executeAsyncScript(
        "const e = document.querySelector(arguments[0]), done = arguments[1];"
            + "requestAnimationFrame(() => {"
            + "  e.scrollTop = 0; requestAnimationFrame(() => setTimeout(done, 300)); });",
        scrolled);
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private static void setHeight(ChromeDriver driver, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", WIDTH, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }
}
