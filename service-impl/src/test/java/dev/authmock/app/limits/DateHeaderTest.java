package dev.authmock.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DateHeaderTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final EmbeddedChannel channel = new EmbeddedChannel(new DateHeader(now::get));

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void the_first_days_of_a_month_have_two_digits() {
    assertThat(dateAt("1994-11-06T08:49:37Z")).containsExactly("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @Test
  void the_date_is_that_of_the_second_in_which_the_answer_was_made() {
    assertThat(dateAt("2026-11-23T09:59:59.999Z")).containsExactly("Mon, 23 Nov 2026 09:59:59 GMT");
    assertThat(dateAt("2026-11-23T10:00:00Z")).containsExactly("Mon, 23 Nov 2026 10:00:00 GMT");
    assertThat(dateAt("2026-11-23T10:00:00.999Z")).containsExactly("Mon, 23 Nov 2026 10:00:00 GMT");
  }

  @Test
  void the_date_goes_back_with_the_clock_of_the_machine() {
    assertThat(dateAt("2026-11-23T10:00:00Z")).containsExactly("Mon, 23 Nov 2026 10:00:00 GMT");
    assertThat(dateAt("2026-11-23T09:59:58Z")).containsExactly("Mon, 23 Nov 2026 09:59:58 GMT");
  }

  @Test
  void a_date_takes_the_place_of_another() {
    HttpResponse dated = response(HttpResponseStatus.OK);
    dated.headers().set(HttpHeaderNames.DATE, "Mon, 1 Jan 2001 00:00:00 GMT");

    assertThat(written(dated)).containsExactly("Thu, 01 Jan 1970 00:00:00 GMT");
  }

  @Test
  void who_is_told_to_go_on_gets_no_date() {
    assertThat(written(response(HttpResponseStatus.CONTINUE))).isEmpty();
  }

  private List<String> dateAt(String time) {
    now.set(Instant.parse(time));
    return written(response(HttpResponseStatus.OK));
  }

  private List<String> written(HttpResponse response) {
    channel.writeOutbound(response);
    HttpResponse sent = channel.readOutbound();
    return sent.headers().getAll(HttpHeaderNames.DATE);
  }

  private static HttpResponse response(HttpResponseStatus status) {
    return new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
  }
}
