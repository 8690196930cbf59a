package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.grant.SteppingClock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidResolverTest {

  private final GuardedHttpClient http = FakeRegistry.client();
  private final DidResolver resolver =
      FakeRegistry.resolver(http, new SteppingClock(), Optional.empty());
  private final ECKey key = DidDocuments.key();

  @AfterEach
  void close() throws IOException {
    http.close();
  }

  @Test
  void a_did_key_of_either_form_is_its_own_key_for_every_relationship() throws Exception {
    for (DidKey did : List.of(DidKey.jwkJcsPub(key), DidKey.p256Pub(key))) {
      for (VerificationRelationship relationship : VerificationRelationship.values()) {
        assertThat(resolver.key(did.verificationMethodId(), relationship).jwk().getX())
            .isEqualTo(key.getX());
      }
      assertThat(resolver.authenticationKey(did.verificationMethodId()).keyId())
          .contains(did.verificationMethodId());
      assertThat(resolver
              .key(did.verificationMethodId(), VerificationRelationship.ASSERTION_METHOD)
              .keyId())
          .contains(did.verificationMethodId());
    }
  }

  @Test
  void another_fragment_than_the_identifier_of_a_did_key_is_told() {
    String did = DidKey.jwkJcsPub(key).did();
    String other = DidKey.jwkJcsPub(DidDocuments.key()).did().substring("did:key:".length());
    for (String fragment : List.of("key-1", other, other.substring(1), "z")) {
      assertThat(failure(did + "#" + fragment).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    }
  }

  @Test
  void the_longest_did_key_has_room_for_its_fragment() {
    String identifier = "z" + "2".repeat(2048 - "did:key:z".length());

    assertThat(failure("did:key:" + identifier + "#" + identifier))
        .hasMessageStartingWith("the DID is not valid: its key has the multicodec");
  }

  @Test
  void a_did_key_without_a_usable_key_is_told_in_its_words() {
    DidResolutionException e = failure("did:key:z0#z0");

    assertThat(e.reason()).isEqualTo(Reason.INVALID_DID);
    assertThat(e.description())
        .isEqualTo("the DID is not valid: it has characters that base58btc does not have");
  }

  @ParameterizedTest
  @ValueSource(strings = {"did:web:example.com#a", "did:jwk:e30#0", "did:keys:z2dm#z2dm"})
  void another_method_is_told(String kid) {
    DidResolutionException e = failure(kid);

    assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED_METHOD);
    assertThat(e.description()).isEqualTo("only did:key and did:ebsi are resolved here");
  }

  @Test
  void what_is_no_did_url_is_told() {
    assertThat(failure("key-1").reason()).isEqualTo(Reason.NOT_A_DID_URL);
    assertThat(failure(DidKey.jwkJcsPub(key).did()).reason()).isEqualTo(Reason.NOT_A_DID_URL);
  }

  @Test
  void no_registry_is_contacted_unless_one_is_configured() {
    assertThat(failure(DidDocuments.KEY_1))
        .hasMessage("no registry of did:ebsi is configured here (authmock.did.ebsi-registry)")
        .extracting(DidResolutionException::reason)
        .isEqualTo(Reason.NO_REGISTRY);
  }

  private DidResolutionException failure(String kid) {
    return catchThrowableOfType(
        DidResolutionException.class, () -> resolver.authenticationKey(kid));
  }
}
