package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.JwtBuilder;
import dev.authmock.sdk.wallet.ProofOfPossession;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A holder wallet with an access token, in front of the credential endpoint.
 *
 * @param types what the token is for
 */
record TokenHolder(
    HolderWallet wallet, TokenResponse tokens, List<String> types, RawHttp http, Clock clock) {

  String accessToken() {
    return tokens.getAccessToken();
  }

  String cNonce() {
    return tokens.getcNonce();
  }

  /** A good proof with the first c_nonce, until it is changed. */
  JwtBuilder<ProofOfPossession> proof() {
    return proof(cNonce());
  }

  /** A good proof with that c_nonce, until it is changed. */
  JwtBuilder<ProofOfPossession> proof(String cNonce) {
    String issuer = http.base() + RawHttp.ISSUER_MOCK;
    return ProofOfPossession.builder(wallet.identity(), wallet.clientId(), issuer, cNonce)
        .clock(clock);
  }

  /** The members of a request with that proof, to be changed. */
  Map<String, Object> request(String proof) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", "jwt_vc");
    members.put("types", types);
    members.put("proof", Map.of("proof_type", "jwt", "jwt", proof));
    return members;
  }

  /** The members of a good request, to be changed. */
  Map<String, Object> request() {
    return request(proof().sign().serialized());
  }

  /** Asks for the credential with that proof. */
  Exchange ask(String proof) {
    return ask(request(proof));
  }

  /** Asks for a credential. */
  Exchange ask(Map<String, Object> members) {
    return askInJson(Json.write(members));
  }

  /** Sends that to the credential endpoint. */
  Exchange askInJson(String json) {
    return http.postJson(RawHttp.CREDENTIAL, accessToken(), json);
  }

  /** Asserts that the credential is to be had with that c_nonce. */
  Exchange requireGood(String cNonce) {
    Exchange answer = ask(proof(cNonce).sign().serialized());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }
}
