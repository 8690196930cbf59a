package dev.authmock.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import org.junit.jupiter.api.Test;

/** How much the mock does. */
class MetricsTest extends ServiceTest {
  private static final String OK =
      "authmock_requests_total{endpoint=\"token\",failed_check=\"none\",status=\"200\"}";
  private static final String WRONG_PIN =
      "authmock_requests_total{endpoint=\"token\",failed_check=\"user_pin.matches\",status=\"400\"}";

  @Test
  void metrics_are_in_the_text_format_of_prometheus() {
    Exchange answer = http.get("/prometheus");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type").orElse(""))
        .startsWith("text/plain")
        .contains("version=0.0.4");
    assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
        .isNotEmpty()
        .allMatch(
            line -> line.matches("[a-z0-9_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*})? \\S+"));
    assertThat(answer.body())
        .contains("# TYPE authmock_requests_total counter")
        .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "process_uptime_seconds ");
    assertThat(sdk.control().operations().metrics()).contains("authmock_signing_seconds_count");
  }

  @Test
  void requests_are_counted_by_what_they_came_to() {
    double accepted = value(OK);
    double refused = value(WRONG_PIN);
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorized()).with("user_pin", "7777"));

    assertThat(value(OK)).isEqualTo(accepted + 1);
    assertThat(value(WRONG_PIN)).isEqualTo(refused + 1);
    assertThat(value("authmock_request_seconds_count{endpoint=\"token\"}")).isGreaterThan(1);
    assertThat(value("authmock_request_seconds_sum{endpoint=\"token\"}")).isPositive();
  }

  @Test
  void requests_on_which_no_rule_is_tried_count_too() {
    String keys = "authmock_requests_total{endpoint=\"jwks\",failed_check=\"none\",status=\"200\"}";
    double before = value(keys);
    http.get(RawHttp.JWKS);

    assertThat(value(keys)).isEqualTo(before + 1);
  }

  @Test
  void no_label_has_what_a_client_chose() {
    http.token(Form.empty()
        .with("grant_type", "chosen-by-client")
        .with("client_id", "https://chosen-by-client.example"));
    http.get("/chosen-by-client");
    http.request("GET", RawHttp.JWKS + "/chosen-by-client").sendUnchecked();
    http.get("/mock/reports/chosen-by-client");

    assertThat(metrics())
        .doesNotContain("chosen-by-client")
        .contains("{endpoint=\"other\",failed_check=\"request.path\",status=\"404\"}");
  }

  @Test
  void signatures_are_counted_and_timed() {
    double count = value("authmock_signing_seconds_count");
    double sum = value("authmock_signing_seconds_sum");
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));

    assertThat(value("authmock_signing_seconds_count")).isEqualTo(count + 2);
    assertThat(value("authmock_signing_seconds_sum")).isGreaterThan(sum);
    assertThat(value("authmock_signing_seconds_max")).isBetween(0.000_001, 5.0);
  }

  @Test
  void stores_say_what_is_in_them_and_a_reset_empties_them() {
    String entries = "authmock_store_entries{store=\"pre-authorized codes\"}";
    assertThat(value(entries)).isZero();
    codes.preAuthorized();
    codes.preAuthorized();
    assertThat(value(entries)).isEqualTo(2);
    assertThat(value("authmock_store_capacity{store=\"pre-authorized codes\"}")).isEqualTo(200_000);
    assertThat(value("authmock_journal_entries")).isPositive();

    sdk.control().reset();
    assertThat(value(entries)).isZero();
  }

  private double value(String series) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Double.parseDouble(line.substring(series.length()).strip()))
        .findFirst()
        .orElse(0.0);
  }

  private String metrics() {
    return http.get("/prometheus").body();
  }
}
