package dev.authmock.control;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Answers as a page where the caller is a browser, as JSON otherwise. */
@Singleton
class Pages {
  /** The pages bring their style along and run nothing. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.authmock.jte");

  HttpResponse<?> answer(HttpRequest<?> request, Object model, String template) {
    if (!prefersHtml(request)) {
      return HttpResponse.ok(model).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    StringOutput html = new StringOutput();
    templates.render(template, model, html);
    return HttpResponse.ok(html.toString())
        .contentType(MediaType.TEXT_HTML_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  /** Browsers name text/html first; tools name JSON, or nothing in particular. */
  private static boolean prefersHtml(HttpRequest<?> request) {
    List<MediaType> accepted = new ArrayList<>(MediaType.orderedOf(accept(request)));
    return accepted.stream()
        .filter(type -> type.getName().equals(MediaType.TEXT_HTML)
            || type.getName().equals(MediaType.APPLICATION_JSON))
        .findFirst()
        .filter(type -> type.getName().equals(MediaType.TEXT_HTML))
        .isPresent();
  }

  private static List<String> accept(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT);
  }
}
