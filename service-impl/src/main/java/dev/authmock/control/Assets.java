package dev.authmock.control;

import static java.util.Map.entry;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.server.Sha256;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves what the pages load: their style, and the scripts of WebJars; nothing comes from elsewhere.
 *
 * <p>The names stay the same from version to version, so a browser asks each time whether what it has
 * is still good.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, section 13.1.2</a>
 */
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class Assets {
  private static final String OWN = "assets/";

  /** By the name in the address, where they are on the class path. */
  private static final Map<String, String> KNOWN = Map.ofEntries(
      entry("base.css", OWN + "base.css"),
      entry("console.css", OWN + "console.css"),
      entry("console.js", OWN + "console.js"),
      entry("docs.css", OWN + "docs.css"),
      entry("docs.js", OWN + "docs.js"),
      entry("report.css", OWN + "report.css"),
      entry("story.css", OWN + "story.css"),
      entry("htmx.js", WebJars.path("htmx.org", "dist/htmx.min.js")),
      entry("htmx-sse.js", WebJars.path("htmx-ext-sse", "sse.js")),
      entry("swagger-ui.css", WebJars.path("swagger-ui", "swagger-ui.css")),
      entry("swagger-ui-bundle.js", WebJars.path("swagger-ui", "swagger-ui-bundle.js")));

  private final ResourceLoader resources;
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  Assets(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/{name}")
  @Produces(MediaType.ALL)
  HttpResponse<?> read(HttpRequest<?> request, String name) {
    String tag = tags.get(name);
    if (tag != null && isKept(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), tag)) {
      return describe(HttpResponse.notModified(), tag);
    }
    byte[] content = Optional.ofNullable(KNOWN.get(name))
        .flatMap(path -> resources.getResourceAsStream("classpath:" + path))
        .map(Assets::bytes)
        .orElseThrow(() -> new RefusedException(
            RequestCheck.REQUEST_PATH, Difference.of("a file that the pages load", name)));
    return describe(HttpResponse.ok(content), tags.computeIfAbsent(name, n -> tag(content)))
        .contentType(MediaType.forFilename(name));
  }

  private static MutableHttpResponse<?> describe(MutableHttpResponse<?> response, String tag) {
    return response
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header("X-Content-Type-Options", "nosniff");
  }

  /** Weak, since it is the same whether or not the content goes out compressed. */
  private static String tag(byte[] content) {
    return "W/\"" + HexFormat.of().formatHex(Sha256.of(content), 0, 8) + "\"";
  }

  private static boolean isKept(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null && ifNoneMatch.contains(tag);
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
