package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.flow.BadJwt;
import dev.authmock.it.support.flow.BadJwts;
import dev.authmock.it.support.flow.PresentationTest;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The credentials in a presentation: signed by their issuer, within their time, about the holder.
 *
 * @see <a href="https://www.w3.org/TR/vc-data-model-1.1/#json-web-token">VC Data Model 1.1, section
 *     6.3.1</a>
 */
class PresentedCredentialTest extends PresentationTest {
  private final WalletIdentity issuer = WalletIdentity.generate();

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#noJwts")
  void what_is_no_jwt_is_no_credential(String garbage) {
    if (garbage.length() < 20_000) {
      assertRefused(withCredentials(List.of(garbage)), "vc.jwt");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#headers")
  void a_header_or_a_signature_that_nobody_may_have(BadJwt bad) {
    assertRefused(withCredentials(List.of(bad.of(credentialBy(issuer)))), "vc." + bad.rule());
  }

  @Test
  void times_that_nobody_may_claim() {
    BadJwts.times(clock.instant())
        .forEach(bad -> assertBad(
            withCredentials(List.of(bad.of(credentialBy(issuer)))),
            bad.rule().equals("not_expired") ? Kind.TOKEN_EXPIRED : Kind.BAD_REQUEST,
            "vc." + bad.rule()));
    assertCode(good());
  }

  @Test
  void a_credential_that_was_altered_does_not_verify() {
    String[] parts = credential.jwt().split("\\.");
    Map<String, Object> claims = new LinkedHashMap<>(credential.claims());
    claims.put("jti", "urn:uuid:another");
    String altered = credentialBy(issuer, claims).serialized().split("\\.")[1];
    String withIssuer = Assertion.of(credential.jwt(), issuer.key()).serialized();
    assertBad(withCredentials(List.of(parts[0] + "." + altered + "." + parts[2])), "vc.iss");
    assertRefused(withCredentials(List.of(withIssuer)), "vc.signature");
  }

  @Test
  void a_credential_whose_time_is_up_proves_nothing() {
    clock.advance(Duration.ofDays(366));
    beAskedAgain();
    assertBad(good(), Kind.TOKEN_EXPIRED, "vc.not_expired");
  }

  @Test
  void a_credential_of_another_holder_proves_nothing() {
    ServiceWallet other = serviceWallet();
    IssuedCredential ofOther = other.obtainCredential(VA_TO_ONBOARD);
    assertRefused(withCredentials(List.of(ofOther.jwt())), "vc.sub");
  }

  /** Whoever takes the whole presentation of another holds nothing. */
  @Test
  void anothers_presentation_is_not_ones_own() {
    ServiceWallet thief = serviceWallet();
    Form stolen = with(Assertion.of(
        thief.present(asked, List.of(credential)).serialized(), thief.identity().key()));
    assertRefused(stolen, "vc.sub");
  }

  @Test
  void its_sub_is_the_holder() {
    for (Object value :
        new Object[] {null, NullNode.instance, "", wallet.clientId(), List.of(wallet.did())}) {
      assertBad(
          withCredentials(List.of(credentialBy(issuer).claim("sub", value).serialized())),
          "vc.sub");
    }
    assertCode(good());
  }

  @Test
  void its_issuer_is_the_did_that_signed_it() {
    Assertion jwt = credentialBy(issuer);
    assertBad(
        withCredentials(List.of(jwt.claim("iss", credential.issuer()).serialized())), "vc.iss");
    jwt = credentialBy(issuer).header("kid", issuer.did() + "#key-1");
    assertBad(withCredentials(List.of(jwt.serialized())), "vc.key_known");
    assertBad(withCredentials(List.of(withVc("issuer", credential.issuer()))), "vc.issuer");
    assertBad(withCredentials(List.of(withVc("issuer", Map.of("id", "did:key:z")))), "vc.issuer");
    assertBad(withCredentials(List.of(withVc("issuer", Map.of()))), "vc.issuer");
    assertBad(withCredentials(List.of(withVc("issuer", 1))), "vc.issuer");
    assertCode(good());
  }

  @Test
  void its_vc_is_a_credential() {
    for (Object value :
        new Object[] {null, NullNode.instance, "vc", List.of(), Map.of(), Map.of("type", List.of())
        }) {
      assertBad(
          withCredentials(List.of(credentialBy(issuer).claim("vc", value).serialized())), "vc.vc");
    }
    assertBad(withCredentials(List.of(withVc("type", List.of(VA_TO_ONBOARD)))), "vc.vc");
    assertCode(good());
  }

  @Test
  void its_subject_is_the_holder() {
    for (Object value : new Object[] {
      Map.of("id", issuer.did()), Map.of(), List.of(), "x", List.of(Map.of("id", issuer.did()))
    }) {
      assertBad(withCredentials(List.of(withVc("credentialSubject", value))), "vc.subject");
    }
    assertCode(good());
  }

  @Test
  void a_credential_of_another_type_is_not_what_was_asked_for() {
    IssuedCredential other = wallet.obtainCredential("VerifiableAccreditationToAttest");
    Form bad = withCredentials(List.of(other.jwt()));
    assertRefused(bad, "presentation_submission.constraints").saying(VA_TO_ONBOARD);
  }

  @Test
  void what_is_not_submitted_is_not_looked_at() {
    String stale = credentialBy(issuer).claim("exp", 1).serialized();
    assertBad(
        withCredentials(List.of(stale, credential.jwt())), Kind.TOKEN_EXPIRED, "vc.not_expired");
    assertCode(withCredentials(List.of(credential.jwt(), stale, "x")));
  }

  /** Else whoever wanted to could authorize himself. */
  @Test
  void a_credential_of_another_issuer_is_not_what_was_asked_for() {
    assertBad(
        withCredentials(List.of(credentialBy(issuer).serialized())),
        "presentation_submission.issuer");
    assertRefused(
        withCredentials(List.of(credentialBy(wallet.identity()).serialized())),
        "presentation_submission.issuer");
  }

  @Test
  void a_credential_may_have_no_time_of_its_own() {
    Form timeless = withCredentials(List.of(credentialBy(issuer)
        .claim("exp", null)
        .claim("iat", null)
        .claim("nbf", null)
        .serialized()));
    assertRefused(timeless, "presentation_submission.issuer");
  }

  @Test
  void the_presentation_leads_to_the_credential() {
    IssuedCredential next = wallet.obtainCredential(FOR_TRUST_CHAIN);
    assertThat(next.types()).contains(FOR_TRUST_CHAIN);
    assertThat(next.subject()).isEqualTo(wallet.did());
    assertThat(asked.responseType()).isEqualTo("vp_token");
    assertThat(asked.presentationDefinition().id()).isEqualTo("va-to-onboard-presentation");
  }

  private String withVc(String member, Object value) {
    Map<String, Object> claims = new LinkedHashMap<>(credential.claims());
    Assertion jwt = credentialBy(issuer, claims);
    @SuppressWarnings("unchecked") // of whatever the service has put there
    Map<String, Object> vc = new LinkedHashMap<>((Map<String, Object>) claims.get("vc"));
    vc.put("issuer", issuer.did());
    vc.put(member, value);
    return jwt.claim("vc", vc).serialized();
  }
}
