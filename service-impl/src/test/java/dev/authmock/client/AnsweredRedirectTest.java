package dev.authmock.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Evaluation;
import dev.authmock.check.UnsignedJwt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the journal keeps of a redirect. */
class AnsweredRedirectTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void target_and_parameters_are_told_apart() {
    AnsweredRedirect.noteOn(
        evaluation, "https://wallet.example/cb?own=1&error=invalid_scope&error_description=a%20b");
    assertThat(evaluation.answer())
        .containsEntry("location", "https://wallet.example/cb")
        .containsEntry("own", "1")
        .containsEntry("error", "invalid_scope")
        .containsEntry("error_description", "a b");
  }

  @Test
  void secrets_are_fingerprints() {
    AnsweredRedirect.noteOn(
        evaluation, "openid://?code=" + SECRET + "&state=" + SECRET + "&nonce=" + SECRET);
    assertThat(evaluation.answer()).containsKeys("location", "code", "state", "nonce");
    assertThat(evaluation.answer().toString()).contains("secret, 32").doesNotContain(SECRET);
  }

  @Test
  void request_is_kept_as_a_jwt_without_its_signature() {
    AnsweredRedirect.noteOn(evaluation, "openid://?scope=openid&request=e30.e30." + SECRET);
    assertThat(evaluation.answerJwts()).containsExactly(new UnsignedJwt("request", "e30.e30"));
    assertThat(evaluation.answer()).doesNotContainKey("request");
  }

  @Test
  void ids_of_offers_and_requests_are_not_kept() {
    AnsweredRedirect.noteOn(
        evaluation,
        "openid-credential-offer://?credential_offer_uri=http%3A%2F%2Flocalhost%2Fconformance%2Fv3"
            + "%2Fissuer-mock%2Foffers%2F"
            + SECRET);
    assertThat(evaluation.answer())
        .containsEntry(
            "credential_offer_uri", "http://localhost/conformance/v3/issuer-mock/offers/{id}");
  }

  @Test
  void what_stands_at_the_end_is_kept_however_much_the_target_has() {
    String many =
        IntStream.range(0, 500).mapToObj(i -> "p" + i + "=" + i).collect(Collectors.joining("&"));
    AnsweredRedirect.noteOn(evaluation, "https://w.example/?" + many + "&code=" + SECRET);
    assertThat(evaluation.answer()).hasSizeLessThan(50).containsKey("code");
    assertThat(evaluation.answer().toString()).doesNotContain(SECRET);
  }

  @Test
  void query_that_cannot_be_decoded_is_kept_as_it_is() {
    AnsweredRedirect.noteOn(evaluation, "https://w.example/?a=%zz&b&=&c=%");
    assertThat(evaluation.answer()).containsEntry("a", "%zz").containsEntry("c", "%");
  }
}
