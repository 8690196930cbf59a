package dev.authmock.it.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The OpenAPI documents, held against every exchange of the tests: each answer has to fit them, and
 * each request that the service accepts.
 *
 * <p>An answer of 404 or 405 to what the documents do not have must at least be a problem as they
 * describe it.
 */
public final class Contract {
  private static final Path DOCUMENTS =
      Path.of("..", "api-spec", "src", "main", "resources", "openapi");
  private static final OpenApiInteractionValidator CONFORMANCE = validator("conformance-v3.yaml");
  private static final OpenApiInteractionValidator CONTROL = validator("mock-control.yaml");
  private static final String TOKEN = "/conformance/v3/auth-mock/token";

  private Contract() {}

  /**
   * Holds an exchange against the documents.
   *
   * @throws AssertionError if it does not fit
   */
  public static void verify(Exchange exchange) {
    String path = exchange.uri().getPath();
    Request.Method method = method(exchange.method());
    if (exchange.method().equals("HEAD")) {
      return;
    }
    OpenApiInteractionValidator documents =
        path.matches("/(mock|journal|problems)(/.*)?") ? CONTROL : CONFORMANCE;
    ValidationReport report = method == null
        ? ValidationReport.singleton(unknownMethod())
        : documents.validateResponse(path, method, response(exchange));
    if (isUnknown(report)) {
      requireProblem(exchange);
      return;
    }
    require(report, "the answer", exchange);
    if (exchange.status() < 300) {
      require(documents.validateRequest(request(exchange)), "the request", exchange);
    }
  }

  private static void requireProblem(Exchange exchange) {
    if (exchange.status() != 404 && exchange.status() != 405) {
      throw new AssertionError("not in the documents, and neither 404 nor 405: " + exchange);
    }
    // The schema of an error is the same for all statuses.
    SimpleResponse asError = SimpleResponse.Builder.status(400)
        .withContentType(exchange.header("content-type").orElse("none"))
        .withBody(exchange.body())
        .build();
    require(
        CONFORMANCE.validateResponse(TOKEN, Request.Method.POST, asError), "the problem", exchange);
  }

  private static boolean isUnknown(ValidationReport report) {
    return report.getMessages().stream()
        .anyMatch(message -> message.getKey().equals("validation.request.path.missing")
            || message.getKey().equals("validation.request.operation.notAllowed"));
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
    exchange.requestHeaders().forEach((name, values) -> request.withHeader(name, values));
    String query = exchange.uri().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        request.withQueryParam(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    return exchange.requestBody().length == 0
        ? request.build()
        : request.withBody(exchange.requestBody()).build();
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
    return OpenApiInteractionValidator.createForSpecificationUrl(
            DOCUMENTS.resolve(document).toAbsolutePath().normalize().toUri().toString())
        .build();
  }
}
