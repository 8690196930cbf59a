package dev.authmock.journal;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the rule behind each refusal that the HTTP framework decides by itself.
 *
 * <p>The framework's own texts name Java classes and are never passed on.
 */
@Singleton
class FrameworkRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(FrameworkRefusals.class);

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final Evaluations evaluations;
  private final BeanProvider<Router> router;

  FrameworkRefusals(Evaluations evaluations, BeanProvider<Router> router) {
    this.evaluations = evaluations;
    this.router = router;
  }

  RefusedException refusal(ErrorContext context, HttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    if (cause instanceof ConstraintViolationException violated) {
      return invalid(violated);
    }
    if (cause instanceof ContentLengthExceededException) {
      return tooLarge();
    }
    if (cause instanceof ConversionErrorException unconvertible) {
      return refused(
          RequestCheck.REQUEST_VALID,
          "values within the contract",
          wireName(unconvertible.getArgument().getName()) + " that can't be read");
    }
    if (cause instanceof URISyntaxException) {
      return refused(
          RequestCheck.REQUEST_ENCODING,
          "all but letters, digits and a few signs as % and two hexadecimal digits",
          "an address with other characters, or a % without them");
    }
    return byStatus(context.getRequest(), response, cause);
  }

  private RefusedException byStatus(
      HttpRequest<?> request, HttpResponse<?> response, @Nullable Throwable cause) {
    return switch (response.status()) {
      case NOT_FOUND ->
        refused(
            RequestCheck.REQUEST_PATH,
            "a path of the contract, which is shown at /docs",
            Difference.show(ServerUrls.withoutSecrets(request.getPath())));
      case METHOD_NOT_ALLOWED ->
        refused(
            RequestCheck.REQUEST_METHOD,
            response.getHeaders().get(HttpHeaders.ALLOW, String.class, "another method"),
            Difference.show(request.getMethodName()));
      case UNSUPPORTED_MEDIA_TYPE ->
        refused(
            RequestCheck.REQUEST_MEDIA_TYPE,
            mediaTypes(request),
            Difference.show(request.getHeaders().get(HttpHeaders.CONTENT_TYPE)));
      case REQUEST_ENTITY_TOO_LARGE, REQUEST_URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE ->
        tooLarge();
      default -> other(request, response.status(), cause);
    };
  }

  /** Those that the operation takes. */
  private String mediaTypes(HttpRequest<?> request) {
    return router.get().findAny(request).stream()
        .map(UriRouteMatch::getRouteInfo)
        .filter(route -> route.getHttpMethodName().equals(request.getMethodName()))
        .flatMap(route -> route.getConsumes().stream())
        .map(MediaType::getName)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private RefusedException other(
      HttpRequest<?> request, HttpStatus status, @Nullable Throwable cause) {
    if (status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return refused(
          RequestCheck.REQUEST_READABLE, "what the contract describes", "something else");
    }
    // The framework has logged the stack trace; this line leads from it to the journal.
    LOG.error(
        "Request {} could not be decided: {}",
        evaluations.of(request).id(),
        cause == null ? status : cause.getClass().getName());
    return refused(RequestCheck.SERVER_WORKS, "a decision", "an internal error");
  }

  private static RefusedException invalid(ConstraintViolationException violated) {
    String violations = violated.getConstraintViolations().stream()
        .map(FrameworkRefusals::describe)
        .sorted()
        .collect(Collectors.joining("; "));
    Check broken = violated.getConstraintViolations().stream()
        .map(ConstraintViolation::getLeafBean)
        .filter(Objects::nonNull)
        .map(bean -> RegistrationCheck.fits(bean.getClass()))
        .findFirst()
        .orElse(RequestCheck.REQUEST_VALID);
    return refused(broken, "values within the contract", violations);
  }

  /** The path below the method, and below the body: the names as the sender knows them. */
  private static String describe(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    String parameter = path.substring(path.indexOf('.') + 1);
    String member = parameter.substring(parameter.indexOf('.') + 1);
    return wireName(member) + " " + violation.getMessage();
  }

  /** The names of the contract are those of the code in snake case. */
  private static String wireName(String name) {
    return CAPITAL
        .matcher(name)
        .replaceAll(letter -> "_" + letter.group().toLowerCase(Locale.ROOT));
  }

  private static RefusedException tooLarge() {
    return refused(
        RequestCheck.REQUEST_SIZE,
        "at most 65536 bytes of body, 32768 of headers, 81920 of address",
        "more than that");
  }

  private static RefusedException refused(Check check, String expected, String actual) {
    return new RefusedException(check, new Difference(expected, actual));
  }
}
