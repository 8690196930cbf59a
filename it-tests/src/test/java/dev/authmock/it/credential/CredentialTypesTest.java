package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may be asked for: what this issuer issues, and the access token is for. Who asks for
 * something else keeps the c_nonce.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.3.1">OpenID4VCI
 *     draft 11, section 7.3.1</a>
 */
class CredentialTypesTest extends IssuanceTest {
  private TokenHolder holder;

  @BeforeEach
  void redeem() {
    holder = holderOfToken(IN_TIME);
  }

  @AfterEach
  void the_c_nonce_is_as_good_as_before() {
    holder.requireGood(holder.cNonce());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt_vp", "ldp_vc", "vc+sd-jwt", "mso_mdoc", "JWT_VC", "jwt_vc ", ""})
  void another_format_is_not_supported(String format) {
    assertThatCredentialError(ask("format", format))
        .is(400, "unsupported_credential_format", "credential.format");
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void types_that_nobody_issues_are_not_supported(List<String> types) {
    assertThatCredentialError(ask("types", types))
        .is(400, "unsupported_credential_type", "credential.types");
  }

  static Stream<List<String>> unknown() {
    return Stream.of(
        List.of(""),
        List.of("VerifiableCredential"),
        List.of("VerifiableCredential", "VerifiableAttestation"),
        List.of(IN_TIME),
        List.of("VerifiableCredential", IN_TIME),
        List.of("VerifiableCredential", "VerifiableAttestation", "Diploma"),
        List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME.toLowerCase(Locale.ROOT)),
        List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME + " "),
        List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME, IN_TIME),
        List.of("VerifiableCredential", "VerifiableCredential", IN_TIME),
        List.of("VerifiableCredential", "VerifiableAttestation", IN_TIME, DEFERRED),
        Collections.nCopies(20, "VerifiableCredential"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void types_that_the_token_is_not_for_are_refused(String type) {
    assertThatCredentialError(ask("types", typesOf(type)))
        .is(400, "unsupported_credential_type", "credential.authorized")
        .saying(IN_TIME);
  }

  static Stream<String> others() {
    return Stream.concat(
            walletTests(),
            Stream.of(
                QUALIFICATION,
                "VerifiableAuthorisationToOnboard",
                "VerifiableAuthorisationForTrustChain"))
        .filter(type -> !type.equals(IN_TIME));
  }

  @Test
  void a_token_for_what_nobody_issues_gives_nothing() {
    TokenHolder other = holderOfMinted(List.of(detail("Diploma")));

    assertThatCredentialError(other.ask(other.request()))
        .is(400, "unsupported_credential_type", "credential.types");
  }

  private Exchange ask(String member, Object value) {
    Map<String, Object> request = holder.request();
    request.put(member, value);
    Exchange answer = holder.ask(request);
    assertThat(answer.body()).doesNotContain(holder.cNonce());
    return answer;
  }
}
