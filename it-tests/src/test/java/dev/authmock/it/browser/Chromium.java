package dev.authmock.it.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The system's Chromium, without a window, one for all tests.
 *
 * <p>A test that needs it is aborted where there is none; it fails there if {@code
 * -Dauthmock.browser=required}, or {@code AUTHMOCK_BROWSER=required} in the environment, says that
 * there must be one. {@code AUTHMOCK_CHROMIUM} says where it is, if it is not on the path.
 */
final class Chromium implements BeforeAllCallback {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Nothing but the pages under test is to be asked for anything. */
  private static final List<String> ARGUMENTS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private static Running running;

  /** The browser, once a test class has asked for it. */
  static Browser browser() {
    return running.browser;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Path executable = executable().orElse(null);
    if (executable == null) {
      missing();
      return;
    }
    running = context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, key -> Running.started(executable), Running.class);
  }

  private static Optional<Path> executable() {
    String said = System.getenv("AUTHMOCK_CHROMIUM");
    if (said != null && !said.isBlank()) {
      return Optional.of(Path.of(said));
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void missing() {
    String message = "There is no Chromium here (" + String.join(", ", NAMES)
        + " on the path, or AUTHMOCK_CHROMIUM). No page has been tried in a browser.";
    if ("required"
        .equals(System.getProperty("authmock.browser", System.getenv("AUTHMOCK_BROWSER")))) {
      fail(message);
    }
    abort(message);
  }

  /** What is closed when all tests are over. */
  private record Running(Playwright playwright, Browser browser)
      implements ExtensionContext.Store.CloseableResource {

    static Running started(Path executable) {
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Running(
          playwright,
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions()
                  .setExecutablePath(executable)
                  .setArgs(ARGUMENTS)));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
