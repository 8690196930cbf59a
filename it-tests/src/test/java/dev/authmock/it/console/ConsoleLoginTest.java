package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a control token the console is for those who log in with it, wherever they are. */
@Property(name = "authmock.control.token", value = ConsoleLoginTest.TOKEN)
class ConsoleLoginTest extends ConsoleTest {
  static final String TOKEN = "a-control-token-of-this-test";

  @Test
  void without_a_session_there_is_a_way_to_log_in_and_nothing_else() {
    Exchange answer = as("", "GET", "/console/offers", call -> call);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.mediaType()).isEqualTo("text/html");
    assertThat(answer.body()).contains("href=\"/console/login?next=%2Fconsole%2Foffers\"");
    assertThat(as("", "GET", "/console/login", call -> call).body())
        .contains("type=\"password\"", "Control token");
  }

  @Test
  void a_session_opens_the_console_and_the_reports() {
    String cookie = logIn();

    assertThat(as(cookie, "GET", "/console", call -> call).body()).contains("Requests", "Log out");
    assertThat(as(cookie, "GET", "/mock/reports/nobody", call -> call).status()).isEqualTo(404);
    assertThat(as(cookie, "GET", "/console/login?next=/console/clock", call -> call)
            .header("location"))
        .contains("/console/clock");
  }

  @Test
  void a_session_does_not_open_the_control_api() {
    String cookie = logIn();

    assertThat(as(cookie, "GET", "/mock/journal", call -> call).status()).isEqualTo(401);
    assertThat(as(cookie, "POST", "/mock/reset", this::fromHere).status()).isEqualTo(401);
    assertThat(as(cookie, "POST", "/mock/reports/nobody", this::fromHere).status())
        .isIn(401, 405);
  }

  @Test
  void the_cookie_is_for_this_server_s_own_pages_only() {
    Exchange answer = submit("/console/login", Form.empty().with("token", TOKEN));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).contains("/console");
    assertThat(answer.header("set-cookie").orElse(""))
        .matches("auth-mock-console=[A-Za-z0-9_-]{43};.*")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .containsIgnoringCase("Path=/")
        .doesNotContainIgnoringCase("Secure");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "another", "a-control-token-of-this-tes", "A-CONTROL-TOKEN-OF-THIS-TEST"})
  void another_token_is_a_401_page_and_a_check_in_the_journal(String token) {
    Exchange answer = submit("/console/login", Form.empty().with("token", token));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.mediaType()).isEqualTo("text/html");
    assertThat(answer.body()).contains("console.login", "aria-invalid=\"true\"");
    assertThat(answer.header("set-cookie")).isEmpty();
    assertThat(sdk.control().journal().getEntries().get(0).getFailedCheck())
        .isEqualTo("console.login");
  }

  @Test
  void what_changes_something_must_come_from_a_page_of_this_server() {
    String cookie = logIn();
    List<UnaryOperator<RawHttp.Call>> elsewhere = List.of(
        call -> call,
        call -> call.header("Origin", "https://evil.example"),
        call -> call.header("Origin", "null"),
        call -> call.header("Sec-Fetch-Site", "cross-site"),
        call -> call.header("Sec-Fetch-Site", "same-site"),
        call ->
            call.header("Origin", "https://evil.example").header("Sec-Fetch-Site", "same-origin"));
    for (UnaryOperator<RawHttp.Call> from : elsewhere) {
      assertThat(as(cookie, "POST", "/console/journal/clear", from).status()).isEqualTo(401);
    }

    assertThat(as(cookie, "POST", "/console/journal/clear", this::fromHere).status())
        .isEqualTo(303);
    assertThat(as(
                cookie,
                "POST",
                "/console/journal/clear",
                call -> call.header("Sec-Fetch-Site", "same-origin"))
            .status())
        .isEqualTo(303);
  }

  @Test
  void nobody_is_logged_in_from_another_site() {
    Exchange answer = http.request("POST", "/console/login")
        .header("Origin", "https://evil.example")
        .header("Content-Type", RawHttp.FORM)
        .body("token=" + TOKEN)
        .sendUnchecked();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @Test
  void a_session_ends_when_it_is_left_and_by_no_clock_of_the_mock() {
    String left = logIn();
    String other = logIn();
    Exchange out = as(left, "POST", "/console/logout", this::fromHere);
    assertThat(out.header("set-cookie").orElse("")).containsIgnoringCase("Max-Age=0");
    assertThat(as(left, "GET", "/console", call -> call).status()).isEqualTo(401);

    clock.advance(Duration.ofDays(1));
    assertThat(as(other, "GET", "/console", call -> call).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auth-mock-console=", "auth-mock-console=AAAA", "other=1", "auth-mock-console=<b>"
      })
  void another_cookie_opens_nothing(String cookie) {
    assertThat(as(cookie, "GET", "/console", call -> call).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/console/../x\r\nA: b",
        "/conformance/x",
        "/console\\evil"
      })
  void a_login_leads_to_the_console_only(String next) {
    Exchange answer =
        submit("/console/login", Form.empty().with("token", TOKEN).with("next", next));

    assertThat(answer.header("location")).contains("/console");
  }

  @Test
  void programs_may_send_the_token_as_ever() {
    assertThat(as("", "GET", "/console", call -> call.header("Authorization", "Bearer " + TOKEN))
            .status())
        .isEqualTo(200);
  }

  private String logIn() {
    Exchange answer = submit("/console/login", Form.empty().with("token", TOKEN));
    return answer.header("set-cookie").orElseThrow().split(";", 2)[0];
  }

  private RawHttp.Call fromHere(RawHttp.Call call) {
    return call.header("Origin", http.base());
  }

  private Exchange as(String cookie, String method, String path, UnaryOperator<RawHttp.Call> more) {
    RawHttp.Call call = http.request(method, path)
        .header("Accept", "text/html")
        .header("X-Forwarded-For", "203.0.113.7");
    if (!cookie.isEmpty()) {
      call.header("Cookie", cookie);
    }
    return more.apply(call).sendUnchecked();
  }
}
