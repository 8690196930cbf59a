package dev.authmock.app;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.netty.handler.codec.DateFormatter;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Date;

/** Says in each answer what the framework leaves out, or says otherwise than HTTP has it. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
class AnswerHeaders {
  private static final long ONE_SECOND = 1000;

  private final InstantSource machine;
  private volatile Written date = new Written(-1, "");

  @Inject
  AnswerHeaders() {
    this(InstantSource.system());
  }

  AnswerHeaders(InstantSource machine) {
    this.machine = machine;
  }

  @ResponseFilter
  void complete(MutableHttpResponse<?> response) {
    response.getHeaders().set(HttpHeaders.DATE, date());
    // An answer whose controller names no media type is JSON; else "Accept: */*" would get it as
    // "*/*".
    if (response.getBody().isPresent() && response.getContentType().isEmpty()) {
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
  }

  /**
   * When the answer was made, by the clock of the machine, as caches go by it. The framework writes
   * the first nine days of a month with one digit, and writes it anew for each answer.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1">RFC 9110, section 6.6.1</a>
   */
  String date() {
    long now = machine.millis();
    Written last = date;
    if (now / ONE_SECOND != last.second) {
      last = new Written(now / ONE_SECOND, DateFormatter.format(new Date(now)));
      date = last;
    }
    return last.text;
  }

  private record Written(long second, String text) {}
}
