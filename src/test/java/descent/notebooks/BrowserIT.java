package descent.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What a reader sees in JupyterLab in a browser: each notebook as it is committed, and two with
 * tables, progress bars and exercises after Run All.
 */
@Tag("browser")
class BrowserIT {
  private static final String CELLS = ".jp-NotebookPanel .jp-CodeCell";
  private static final By RUN_MENU = By.xpath("//li[contains(@class,'lm-MenuBar-item')][.='Run']");
  private static final By RESTART_AND_RUN_ALL =
      By.cssSelector("li[data-command='runmenu:restart-and-run-all']");
  private static final By ACCEPT = By.cssSelector(".jp-Dialog button.jp-mod-accept");

  private static final Set<String> TO_RUN = Set.of("00-start-here", "networks/05-regularization");

  private static JupyterLab lab;
  private static ChromeDriver chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(
        Chromium.browser().isPresent() && Chromium.driver().isPresent(),
        "No chromium or chromedriver on the PATH: the notebooks are not looked at in a browser");
    Jupyter.setUp();
    lab = new JupyterLab(TO_RUN);
    chromium = Chromium.start(Project.TARGET.resolve("browser/profile"));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.quit();
    }
    if (lab != null) {
      lab.close();
    }
  }

  static Stream<Notebook> notebooks() {
    return Toc.read().notebooks().stream();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void showsItsPictures(Notebook notebook) throws IOException, InterruptedException {
    chromium.get(lab.urlOf(notebook));
    long pictures =
        notebook.code().stream()
            .flatMap(c -> c.outputs().stream())
            .filter(Output::hasPicture)
            .count();
    try {
      lab.awaitKernel();
      if (TO_RUN.contains(notebook.name())) {
        runAll(pictures);
      }
      String done = prompts() + ".length == " + notebook.code().size();
      await(180, failures() + ".length || " + done + " && " + drawn() + ".length >= " + pictures);
    } finally {
      Chromium.screenshot(
          chromium,
          ".jp-WindowedPanel-outer",
          Project.TARGET.resolve("screenshots").resolve(notebook.name() + ".png"));
      lab.stopKernels();
    }
    assertEquals(List.of(), texts(failures()), "errors and what was written to stderr");
    assertEquals(List.of(), texts(all("mjx-merror, [data-mjx-error]")), "formulas that fail");
    assertEquals(pictures, count(drawn()), "pictures with a size, as many as are committed");
    assertEquals(List.of(), Chromium.scriptErrors(chromium), "errors on the browser's console");
  }

  private static void runAll(long pictures) {
    click(RUN_MENU);
    click(RESTART_AND_RUN_ALL);
    click(ACCEPT);
    if (pictures > 0) {
      long start = System.nanoTime();
      await(120, failures() + ".length || " + drawn() + ".length");
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(Locale.ROOT, "first picture after %.1f s%n", seconds);
    }
  }

  private static String all(String css) {
    return "[...document.querySelectorAll('" + css + "')]";
  }

  private static String failures() {
    return all("[data-mime-type$=\"jupyter.error\"], [data-mime-type$=\"jupyter.stderr\"]");
  }

  private static String drawn() {
    return all(CELLS + " .jp-OutputArea-output img") + ".filter(i => i.naturalWidth > 0)";
  }

  /** The numbers that cells get when they have run. */
  private static String prompts() {
    return all(CELLS + " .jp-InputPrompt") + ".filter(p => /\\[\\d+\\]/.test(p.textContent))";
  }

  private static void click(By element) {
    new WebDriverWait(chromium, Duration.ofSeconds(30))
        .until(ExpectedConditions.elementToBeClickable(element))
        .click();
  }

  private static void await(int seconds, String condition) {
    try {
      new WebDriverWait(chromium, Duration.ofSeconds(seconds))
          .until(d -> Boolean.TRUE.equals(chromium.executeScript("return !!(" + condition + ")")));
    } catch (TimeoutException e) {
      throw new AssertionError(
          "after %d s not yet %s; cells that have run: %d"
              .formatted(seconds, condition, count(prompts())),
          e);
    }
  }

  private static long count(String elements) {
    return ((Number) chromium.executeScript("return " + elements + ".length")).longValue();
  }

  private static List<?> texts(String elements) {
    return (List<?>)
        chromium.executeScript("return " + elements + ".map(e => e.textContent.slice(0, 500))");
  }
}
