package dev.authmock.it.credential;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.BadDidKeys;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.Signers;
import dev.authmock.sdk.wallet.DidKey;
import dev.authmock.sdk.wallet.JwtBuilder;
import dev.authmock.sdk.wallet.ProofOfPossession;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The header of a proof names the kind of JWT, ES256, and the key of the wallet's DID that signed it.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2.1.1">OpenID4VCI
 *     draft 11, section 7.2.1.1</a>
 */
class ProofHeaderTest extends ProofTest {

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "openid4vci-proof", "at+jwt", "", "null"})
  void the_typ_must_be_that_of_a_proof(String typ) {
    requireRefused(holder.proof().header("typ", typ), "proof.typ");
  }

  @Test
  void the_typ_must_be_there() {
    requireRefused(holder.proof().withoutHeader("typ"), "proof.typ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "None", "HS256", "ES384", "ES256K", "RS256", "EdDSA", "es256", ""})
  void the_alg_must_be_es256(String alg) {
    requireRefused(holder.proof().header("alg", alg), "proof.alg");
  }

  @Test
  void a_proof_signed_with_the_public_key_as_a_secret_is_refused() {
    TakenApart proof = good().header("alg", "HS256");
    byte[] secret = holder
        .wallet()
        .identity()
        .key()
        .toPublicJWK()
        .toJSONString()
        .getBytes(StandardCharsets.UTF_8);

    requireRefused(proof.signedBy(Signers.hs256(secret)), "proof.alg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwk", "jku", "x5u", "x5c"})
  void the_header_must_not_bring_the_key(String member) {
    ECKey key = holder.wallet().identity().key();
    Object value = switch (member) {
      case "jwk" -> key.toPublicJWK().toJSONObject();
      case "x5c" -> List.of("MIIB");
      default -> "https://wallet.example/jwks";
    };

    requireRefused(holder.proof().header(member, value), "proof.header_key");
  }

  @Test
  void an_extension_that_nobody_knows_is_refused() {
    requireRefused(
        holder.proof().header("crit", List.of("b64")).header("b64", false), "proof.crit");
  }

  @Test
  void the_kid_must_be_there() {
    requireRefused(holder.proof().withoutHeader("kid"), "proof.kid");
    requireRefused(holder.proof().header("kid", 1), "proof.kid");
    requireRefused(holder.proof().header("kid", Map.of()), "proof.kid");
  }

  @Test
  void the_kid_must_not_be_of_another_did() {
    WalletIdentity other = WalletIdentity.generate();

    requireRefused(holder.proof().header("kid", other.kid()), "proof.holder");
    requireRefused(holder.proof().header("kid", other.kid()).key(other.key()), "proof.holder");
    requireRefused(
        holder.proof().header("kid", other.kid()).key(other.key()).claim("iss", other.did()),
        "proof.holder");
  }

  @Test
  void the_kid_must_not_be_of_the_same_key_by_another_did() {
    DidKey compressed = DidKey.compressed(holder.wallet().identity().key());

    requireRefused(holder.proof().header("kid", compressed.verificationMethod()), "proof.holder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "key-1", "#key-1", "https://wallet.example/jwks#key-1"})
  void the_kid_must_be_of_a_did(String kid) {
    requireRefused(holder.proof().header("kid", kid), kid.isEmpty() ? "proof.kid" : "proof.holder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key-1", "z2dmz", "did:key:z2dmz"})
  void the_kid_must_be_that_of_the_one_key_of_the_did(String fragment) {
    requireRefused(proofOf(holder.wallet().did() + "#" + fragment), "proof.key_known");
  }

  @Test
  void the_kid_must_not_be_the_did_alone() {
    requireRefused(proofOf(holder.wallet().did()), "proof.holder");
    requireRefused(proofOf(holder.wallet().did() + "?a=b#key"), "proof.holder");
    requireRefused(proofOf(holder.wallet().did() + "/#key"), "proof.holder");
  }

  @ParameterizedTest
  @MethodSource("badDidKeys")
  void a_did_key_with_a_flaw_is_not_the_holder(String did) {
    requireRefused(proofOf(did + "#" + did.substring("did:key:".length())), "proof.holder");
  }

  static Stream<Named<String>> badDidKeys() {
    return BadDidKeys.all().filter(did -> did.getPayload().length() < 10_000);
  }

  @Test
  void a_proof_signed_by_another_key_is_refused() {
    requireRefused(holder.proof().key(Keys.ec("key-1")), "proof.signature");
  }

  @Test
  void a_proof_that_was_altered_is_refused() {
    byte[] signature = good().signature();
    signature[5] ^= 1;

    requireRefused(good().with(signature), "proof.signature");
    requireRefused(good().with(new byte[64]), "proof.signature");
    requireRefused(good().claim("x", 1).asItWasSigned(), "proof.signature");
  }

  private TakenApart good() {
    return TakenApart.of(holder.proof().sign().serialized());
  }

  private JwtBuilder<ProofOfPossession> proofOf(String kid) {
    return holder.proof().header("kid", kid);
  }
}
