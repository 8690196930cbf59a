package dev.authmock.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.authmock.it.support.ServiceTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The service and a browser that looks at it.
 *
 * <p>After each test: no script has failed, the content security policy had nothing to stop, and
 * nothing was asked of another host.
 */
@ExtendWith(Chromium.class)
abstract class BrowserTest extends ServiceTest {
  static final int NARROW = 375;
  static final int WIDE = 1440;

  /** Where screenshots go. */
  private static final Path PICTURES = Path.of("target", "screenshots");

  private static final double TIMEOUT_MS = 10_000;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> elsewhere = new CopyOnWriteArrayList<>();
  private final List<String> allowed = new CopyOnWriteArrayList<>();
  private final List<String> expected = new CopyOnWriteArrayList<>();
  private BrowserContext context;

  /** A page of a browser that has not been here before, as wide as a desktop's. */
  protected Page page;

  @BeforeEach
  final void open() {
    page = pageOf(WIDE, ColorScheme.LIGHT);
  }

  /** A page of another width, in a browser of its own. */
  final Page pageOf(int width, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    context = Chromium.browser()
        .newContext(new Browser.NewContextOptions()
            .setBaseURL(base())
            .setViewportSize(width, 900)
            .setColorScheme(scheme));
    context.setDefaultTimeout(TIMEOUT_MS);
    context.addInitScript("document.addEventListener('securitypolicyviolation', event =>"
        + " console.error('blocked at', event.sourceFile, event.lineNumber, event.sample))");
    Page opened = context.newPage();
    opened.onConsoleMessage(message -> {
      // What the server refuses on purpose is an error to the browser too.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    opened.onPageError(complaints::add);
    opened.onRequest(request -> {
      URI uri = URI.create(request.url());
      if (uri.getScheme().startsWith("http")
          && uri.getPort() != server.getPort()
          && allowed.stream().noneMatch(request.url()::startsWith)) {
        elsewhere.add(request.url());
      }
    });
    page = opened;
    return opened;
  }

  /** Another address that this test may ask for something. */
  final void allow(String address) {
    allowed.add(address);
  }

  /** A complaint of the browser that this test provokes. */
  final void mayComplain(String part) {
    expected.add(part);
  }

  /** Scheme, host and port of the service. */
  final String base() {
    return "http://localhost:" + server.getPort();
  }

  /** Keeps a picture of the whole page for people to look at. */
  final void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions()
        .setFullPage(true)
        .setPath(PICTURES.resolve(name + "-" + page.viewportSize().width + ".png")));
  }

  /** Whether nothing sticks out of the page at its side. */
  final void requireNoSidewaysScrolling() {
    // Without its style sheet a page is as wide as its longest word.
    page.waitForLoadState();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("the width of %s", page.url())
        .isLessThanOrEqualTo(page.viewportSize().width);
  }

  @AfterEach
  final void close() {
    context.close();
    complaints.removeIf(complaint -> expected.stream().anyMatch(complaint::contains));
    assertThat(complaints).as("what the browser complained of").isEmpty();
    assertThat(elsewhere).as("what was asked of other hosts").isEmpty();
  }
}
