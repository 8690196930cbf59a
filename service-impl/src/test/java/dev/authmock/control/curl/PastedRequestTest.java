package dev.authmock.control.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.authmock.check.Check;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedRequestTest {
  private static final String URL = " http://localhost:8080/conformance/v3/auth-mock/token ";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MAX_LENGTH = 60_000;

  @Test
  void a_form_body_is_a_request_of_its_own() {
    assertThat(PastedRequest.read("a=b&c=d"))
        .isEqualTo(new PastedRequest("POST", FORM, null, "a=b&c=d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n a=b&c=d \n", "a=b\r\n  &c=d", "a=b&\nc=d\n\n", "a=\n b&c=d"})
  void line_breaks_are_no_part_of_a_form(String pasted) {
    assertThat(PastedRequest.read(pasted).body()).isEqualTo("a=b&c=d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"curly=1", "curl=1", "curl&a=b", "a=b curl"})
  void a_form_may_have_curl_in_it(String form) {
    assertThat(PastedRequest.read(form).body()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -d a=b -d c=d",
        "$ curl -d a=b -d c=d",
        "curl.exe -d a=b -d c=d",
        "curl -da=b --data c=d",
        "curl --data=a=b --data-ascii c=d",
        "curl --data-binary 'a=b' --data-raw 'c=d'",
        "curl -sSvkLd a=b -sdc=d -o /dev/null -w '%{http_code}' --max-time 5 --compressed --no-alpn",
        "curl -X POST -H 'Content-Type: application/x-www-form-urlencoded' -d 'a=b&c=d'",
        "curl -XPOST --request POST -d 'a=b&c=d' -A agent -e referer -b cookie --no-keepalive",
        "curl --data-urlencode a=b --data-urlencode =c%3Dd --data-urlencode",
      })
  void the_data_options_are_joined_to_a_form(String command) {
    if (command.endsWith("urlencode")) {
      assertThat(PastedRequest.read(command + " 'e f=g h'" + URL).body())
          .isEqualTo("a=b&c%253Dd&e f=g+h");
      return;
    }
    assertThat(PastedRequest.read(command + URL))
        .isEqualTo(new PastedRequest("POST", FORM, null, "a=b&c=d"));
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&2 +%ä,a=1%262+%2B%25%C3%A4",
    "=1&2,1%262",
    "1&2,1%262",
    "user@example.org=x,user@example.org=x",
    "a=user@example.org,a=user%40example.org"
  })
  void data_to_be_encoded_is_encoded_but_for_its_name(String value, String expected) {
    assertThat(PastedRequest.read("curl --data-urlencode '" + value + "'" + URL).body())
        .isEqualTo(expected);
  }

  @Test
  void data_that_is_given_raw_may_begin_with_an_at_sign() {
    assertThat(PastedRequest.read("curl --data-raw @b" + URL).body()).isEqualTo("@b");
  }

  @Test
  void credentials_become_a_header() {
    assertThat(PastedRequest.read("curl -u user:secret -d a=b" + URL).authorization())
        .isEqualTo("Basic dXNlcjpzZWNyZXQ=");
    assertThat(PastedRequest.read("curl --oauth2-bearer abc -d a=b" + URL).authorization())
        .isEqualTo("Bearer abc");
    assertThat(PastedRequest.read("curl -u a:b -H 'authorization: Basic x' -d a=b" + URL)
            .authorization())
        .isEqualTo("Basic x");
    assertThat(
            PastedRequest.read("curl -u a:b -H 'Authorization:' -d a=b" + URL).authorization())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"curl", "curl -G -d a=b", "curl -I", "curl -X GET -d a=b", "curl -X post -d a=b"})
  void what_is_no_post_is_refused_as_the_server_does(String command) {
    assertNoForm(command + URL, RequestCheck.REQUEST_METHOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl --json '{}'",
        "curl -H 'Content-Type: application/json' -d a=b",
        "curl -H content-type: -d a=b",
        "curl -H 'Content-Type;' -d a=b",
        "curl -H 'Content-Type: nonsense' -d a=b"
      })
  void what_is_no_form_is_refused_as_the_server_does(String command) {
    assertNoForm(command + URL, RequestCheck.REQUEST_MEDIA_TYPE);
  }

  @Test
  void a_form_that_only_encoding_makes_too_long_is_refused_as_the_server_does() {
    assertNoForm(
        "curl --data-urlencode 'a=" + "&".repeat(30_000) + "'" + URL, RequestCheck.REQUEST_SIZE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -X POST",
        "curl -d ''",
        "curl -H 'Content-Type: " + FORM + ";charset=UTF-8' -d a=b"
      })
  void an_empty_form_and_one_with_a_charset_are_forms(String command) {
    assertThat(PastedRequest.read(command + URL).requireForm()).hasSizeLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -d @secret",
        "curl --data-binary @secret",
        "curl --data-urlencode @secret",
        "curl --data-urlencode code@secret",
        "curl --json @secret",
        "curl -H @secret -d a=b",
        "curl -F code=secret",
        "curl --form code=secret",
        "curl -T secret",
        "curl -K secret",
        "curl -d a=b --next",
        "curl --secret",
        "curl --secret=secret",
        "curl -d a=b -W secret",
        "curl -d a=b secret",
        "curl -d a=b --url http://localhost/secret",
        "curl -d a=b -H 'Content-Encoding: gzip'",
        "curl -d code=secret&a=b",
        "curl -d 'code=secret"
      })
  void what_is_no_form_in_a_command_is_refused_without_repeating_it(String command) {
    assertThatThrownBy(() -> PastedRequest.read(command + URL))
        .isInstanceOfSatisfying(RefusedException.class, refused -> {
          assertThat(refused.check()).isEqualTo(ControlCheck.EVALUATION_REQUEST);
          // The name of an option is no secret.
          assertThat(refused.description().replace("--secret", "")).doesNotContain("secret");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl",
        "curl -d a=b",
        "curl -d",
        "curl -d a=b http://localhost:8080/",
        "curl -d a=b http://localhost:8080/conformance/v3/auth-mock/authorize",
        "curl -d a=b 'http://local host/auth-mock/token'",
        "curl -d a=b ://",
        "curl --"
      })
  void the_address_must_be_that_of_a_token_endpoint(String command) {
    assertThatThrownBy(() -> PastedRequest.read(command))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(ControlCheck.EVALUATION_REQUEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080/auth-mock/token",
        "https://api.example/conformance/v3/auth-mock/token?a=b#c",
        "--url https://api.example/conformance/v3/auth-mock/token"
      })
  void the_host_may_be_any(String address) {
    assertThat(PastedRequest.read("curl -d a=b " + address).body()).isEqualTo("a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"", "'", "\\", "\\\n", "^", "^\n", "^\"", "$'", "`", " \n", "-d ", "\\ ", "a&", "=", "%",
        " ", "-s", "s", "$'\\u"
      })
  void the_longest_request_is_read_in_no_time(String repeated) {
    String longest = repeated.repeat(MAX_LENGTH / repeated.length());
    for (String pasted : new String[] {
      longest, "curl " + longest, "curl -" + longest, "curl -d '" + longest + "'" + URL
    }) {
      assertTimeoutPreemptively(Duration.ofSeconds(2), () -> outcome(pasted));
    }
  }

  @Test
  void whatever_is_pasted_is_read_or_refused() {
    String[] parts = {
      "curl ",
      "-d",
      " ",
      "\n",
      "'",
      "\"",
      "\\",
      "^",
      "`",
      "$",
      "$'",
      "&",
      "|",
      ">",
      "2",
      "=",
      "@",
      "--data-urlencode ",
      "-H",
      "-u",
      "-X",
      "http://h/auth-mock/token",
      "a",
      "%",
      "ä",
      "\u0000",
      "--",
      "-",
      ":",
      ";",
      "\ud800",
      "\\u",
      "\\x",
      "\r\n"
    };
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder pasted = new StringBuilder(random.nextBoolean() ? "curl " : "");
      for (int n = random.nextInt(20); n > 0; n--) {
        pasted.append(parts[random.nextInt(parts.length)]);
      }
      outcome(pasted.toString());
    }
  }

  @Test
  void it_says_nothing_of_its_secrets() {
    assertThat(PastedRequest.read("code=secret")).hasToString("PastedRequest[POST]");
  }

  /** Anything but a request or a refusal is thrown. */
  private static void outcome(String pasted) {
    try {
      assertThat(PastedRequest.read(pasted).body().getBytes(StandardCharsets.UTF_8))
          .isNotNull();
    } catch (RefusedException e) {
      assertThat(e.check()).isEqualTo(ControlCheck.EVALUATION_REQUEST);
    }
  }

  private static void assertNoForm(String pasted, Check expected) {
    assertThatThrownBy(() -> PastedRequest.read(pasted).requireForm())
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.check()).isEqualTo(expected));
  }
}
