package dev.authmock.it.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The OpenAPI documents, held against every exchange of the tests: each answer has to fit them, and
 * each request that the service accepts.
 *
 * <p>An answer of 404 or 405 to what the documents do not have must at least be a problem as they
 * describe it. A success into which a tester injected a fault may look like anything, unless all of its
 * faults are delays, which a test names so; a problem that was injected must fit, be it one that the
 * endpoint never answers by itself.
 */
public final class Contract {
  private static final Path DOCUMENTS =
      Path.of("..", "api-spec", "src", "main", "resources", "openapi");
  private static final String CONTROL_PATHS =
      "/|/(mock|journal|flows|problems|console|docs|health|prometheus)(/.*)?";
  private static final String TOKEN = "/conformance/v3/auth-mock/token";

  /** Names the faults that were injected into an answer. */
  private static final String FAULT = "auth-mock-fault";

  private static final String ONLY_DELAYS = "delay[^,]*(, delay[^,]*)*";

  /**
   * The validator takes the digits of a form for numbers, and what is empty for null; so it gets
   * forms as JSON objects of texts.
   */
  private static final String FORM_AS_JSON = "application/form+json";

  private static final OpenApiInteractionValidator CONFORMANCE = validator("conformance-v3.yaml");
  private static final OpenApiInteractionValidator CONTROL = validator("mock-control.yaml");

  private Contract() {}

  /**
   * Holds an exchange against the documents.
   *
   * @throws AssertionError if it does not fit
   */
  public static void verify(Exchange exchange) {
    // As it was sent: a slash within a segment is percent-encoded.
    String path = exchange.uri().getRawPath();
    Request.Method method = method(exchange.method());
    if (exchange.method().equals("HEAD") || isForPeople(exchange, path) || isSpoilt(exchange)) {
      return;
    }
    OpenApiInteractionValidator documents = path.matches(CONTROL_PATHS) ? CONTROL : CONFORMANCE;
    ValidationReport report = method == null
        ? ValidationReport.singleton(unknownMethod())
        : documents.validateResponse(path, method, response(exchange));
    if (isUnknown(report)) {
      requireProblem(exchange);
      return;
    }
    if (isInjected(exchange) && has(report, "validation.response.status.unknown")) {
      requireError(exchange);
      return;
    }
    require(report, "the answer", exchange);
    if (isAccepted(exchange)) {
      require(documents.validateRequest(request(exchange)), "the request", exchange);
    }
  }

  /** An error that goes to the client by redirect is none of an accepted request. */
  private static boolean isAccepted(Exchange exchange) {
    return exchange.status() < 400
        && !exchange.header("location").orElse("").matches(".*[?&]error=.*");
  }

  /**
   * What the documents leave out: the files that pages load, the parts of the console, and errors as
   * pages, which only a browser gets, and not from the conformance endpoints.
   */
  private static boolean isForPeople(Exchange exchange, String path) {
    if (exchange.status() < 400) {
      return path.matches("/(assets|console)/.*");
    }
    return exchange.mediaType().equals("text/html")
        && exchange.requestHeader("accept").orElse("").contains("text/html")
        && !path.matches("/(conformance|\\.well-known)/.*");
  }

  private static void requireProblem(Exchange exchange) {
    if (exchange.status() != 404 && exchange.status() != 405) {
      throw new AssertionError("not in the documents, and neither 404 nor 405: " + exchange);
    }
    requireError(exchange);
  }

  /** The schema of an error is the same for all statuses. */
  private static void requireError(Exchange exchange) {
    String path = exchange.uri().getRawPath();
    // The credential endpoints have errors of their own shape, for the method that they answer.
    boolean ofCredential = exchange.method().equals("POST") && path.startsWith(RawHttp.CREDENTIAL);
    SimpleResponse.Builder asError = SimpleResponse.Builder.status(400).withBody(exchange.body());
    exchange.headers().forEach((name, values) -> asError.withHeader(name, values));
    require(
        CONFORMANCE.validateResponse(
            ofCredential ? path : TOKEN, Request.Method.POST, asError.build()),
        "the problem",
        exchange);
  }

  private static boolean isInjected(Exchange exchange) {
    return exchange.header(FAULT).isPresent();
  }

  private static boolean isSpoilt(Exchange exchange) {
    return exchange.status() < 400
        && exchange.header(FAULT).filter(names -> !names.matches(ONLY_DELAYS)).isPresent();
  }

  private static boolean isUnknown(ValidationReport report) {
    return has(report, "validation.request.path.missing")
        || has(report, "validation.request.operation.notAllowed");
  }

  private static boolean has(ValidationReport report, String key) {
    return report.getMessages().stream().anyMatch(message -> message.getKey().equals(key));
  }

  private static void require(ValidationReport report, String what, Exchange exchange) {
    if (report.hasErrors()) {
      throw new AssertionError("%s does not fit the OpenAPI documents: %s%n%s"
          .formatted(what, SimpleValidationReportFormat.getInstance().apply(report), exchange));
    }
  }

  private static SimpleResponse response(Exchange exchange) {
    SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
    exchange.headers().forEach((name, values) -> response.withHeader(name, values));
    return exchange.body().isEmpty()
        ? response.build()
        : response.withBody(exchange.body()).build();
  }

  private static SimpleRequest request(Exchange exchange) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(exchange.method(), exchange.uri().getRawPath());
    boolean form = exchange
        .requestHeader("content-type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(RawHttp.FORM))
        .isPresent();
    exchange.requestHeaders().forEach((name, values) -> {
      if (form && name.equals("content-type")) {
        request.withHeader(name, FORM_AS_JSON);
      } else if (name.equals("authorization")) {
        // The validator knows the scheme in one spelling only.
        request.withHeader(name, values.get(0).replaceFirst("(?i)^bearer ", "Bearer "));
      } else if (!name.equals("accept")) {
        // Whatever a client accepts, answers are JSON.
        request.withHeader(name, values);
      }
    });
    if (form) {
      request.withBody(Json.write(Form.sent(exchange.requestText())));
    } else if (exchange.requestBody().length > 0) {
      request.withBody(exchange.requestBody());
    }
    String query = exchange.uri().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        request.withQueryParam(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    return request.build();
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  private static Request.Method method(String name) {
    try {
      return Request.Method.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static ValidationReport.Message unknownMethod() {
    return ValidationReport.Message.create("validation.request.operation.notAllowed", "")
        .build();
  }

  private static OpenApiInteractionValidator validator(String document) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    options.setResolveCombinators(false);
    OpenAPI api = new OpenAPIV3Parser()
        .readLocation(DOCUMENTS.resolve(document).toAbsolutePath().toString(), null, options)
        .getOpenAPI();
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .map(operation -> operation.getRequestBody().getContent())
        .filter(content -> content.containsKey(RawHttp.FORM))
        .forEach(content -> content.addMediaType(FORM_AS_JSON, content.get(RawHttp.FORM)));
    return new OpenApiInteractionValidator.Builder()
        .withApi(api)
        .withLevelResolver(LevelResolver.create()
            // What the documents do not name is ignored, in requests; answers have no such thing.
            .withLevel(
                "validation.request.body.schema.additionalProperties",
                ValidationReport.Level.IGNORE)
            .withLevel(
                "validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
            .withLevel("validation.request.body.unexpected", ValidationReport.Level.IGNORE)
            .build())
        .build();
  }
}
