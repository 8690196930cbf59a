package dev.authmock.control;

import dev.authmock.server.AcceptHeader;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Makes pages of templates: for browsers, where others get JSON. */
@Singleton
public class Pages {
  private static final String POLICY_HEADER = "Content-Security-Policy";

  /** Pages load their style from this server; nothing that stands in them is run, and nobody frames them. */
  private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
      + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Those that keep themselves up to date load this server's scripts too, and may ask it for more. */
  private static final String POLICY_WITH_SCRIPTS =
      POLICY + "; script-src 'self'; connect-src 'self'";

  /**
   * Swagger UI sets styles by script and has them in its elements. It may do no more than others for
   * that, and what it shows are this server's own documents.
   */
  private static final String POLICY_OF_VIEWER =
      POLICY_WITH_SCRIPTS.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  private static final Set<String> FORMS =
      Set.of(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, "application/problem+json");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.authmock.jte");

  /** Whether it is a page that the caller wants: browsers name text/html first, programs JSON or nothing. */
  public static boolean prefersHtml(HttpRequest<?> request) {
    return AcceptHeader.of(request)
        .preferred(FORMS)
        .filter(MediaType.TEXT_HTML::equals)
        .isPresent();
  }

  /** Answers with a page where the caller prefers one, with the model as JSON otherwise. */
  public HttpResponse<?> answer(HttpRequest<?> request, Object model, String template) {
    return prefersHtml(request)
        ? page(template, model)
        : HttpResponse.ok(model).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  /** A page of a template with one parameter. */
  public MutableHttpResponse<String> page(String template, Object model) {
    return asPage(HttpResponse.ok(), render(template, model));
  }

  /** A page of a template with these parameters, by their names. */
  public MutableHttpResponse<String> page(String template, Map<String, Object> parameters) {
    return asPage(HttpResponse.ok(), render(template, parameters));
  }

  /** The page that shows the OpenAPI documents. */
  MutableHttpResponse<String> viewer(String template, Map<String, Object> parameters) {
    MutableHttpResponse<String> page = page(template, parameters);
    page.getHeaders().set(POLICY_HEADER, POLICY_OF_VIEWER);
    return page;
  }

  /** A template with one parameter, as text: a part of a page, for example. */
  public String render(String template, Object model) {
    StringOutput html = new StringOutput();
    templates.render(template, model, html);
    return html.toString();
  }

  /** A template with these parameters, by their names, as text. */
  public String render(String template, Map<String, Object> parameters) {
    StringOutput html = new StringOutput();
    templates.render(template, parameters, html);
    return html.toString();
  }

  /** Gives an answer this page for its body, and the headers of one. */
  @SuppressWarnings("unchecked")
  static MutableHttpResponse<String> asPage(MutableHttpResponse<?> response, String html) {
    // What clients sent is escaped: where an element of a script is, a template has it.
    String policy = html.contains("<script") ? POLICY_WITH_SCRIPTS : POLICY;
    return ((MutableHttpResponse<String>) response)
        .body(html)
        .contentType(MediaType.of("text/html; charset=utf-8"))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header(POLICY_HEADER, policy)
        .header("X-Content-Type-Options", "nosniff")
        // With no-referrer, browsers would not say from which origin a form comes.
        .header("Referrer-Policy", "same-origin");
  }
}
