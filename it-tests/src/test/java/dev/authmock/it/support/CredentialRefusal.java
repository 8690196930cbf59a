package dev.authmock.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.sdk.CredentialException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asserts why a credential endpoint refused a request, and all that holds for every such refusal: the
 * members of OpenID4VCI and no others, a fresh {@code c_nonce} where the proof was wrong and nowhere
 * else, a Bearer challenge on a 401, a journal entry that ends in the broken rule, and none of the
 * secrets that were sent.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.3.1">OpenID4VCI
 *     draft 11, section 7.3.1</a>
 */
public final class CredentialRefusal {
  private static final String PROOF = "invalid_or_missing_proof";
  private static final Set<String> MEMBERS =
      Set.of("error", "error_description", "instance", "check");

  private final Exchange answer;
  private final RawHttp http;

  private CredentialRefusal(Exchange answer, RawHttp http) {
    this.answer = answer;
    this.http = http;
  }

  static CredentialRefusal of(Exchange answer, RawHttp http) {
    return new CredentialRefusal(answer, http);
  }

  static CredentialRefusal of(Throwable thrown, RawHttp http) {
    assertThat(thrown).as("what the SDK throws").isInstanceOf(CredentialException.class);
    URI instance = ((CredentialException) thrown).problem().instance();
    assertThat(instance).isNotNull();
    return new CredentialRefusal(ContractHttpClient.exchangeOf(instance.toString()), http);
  }

  /** Asserts the status, the error, and the rule that was broken. */
  public CredentialRefusal is(int status, String error, String check) {
    JsonNode body =
        answer.mediaType().endsWith("json") ? answer.json() : fail("no JSON: " + answer);
    assertThat(body.path("check").asText("no check") + " " + answer.status())
        .as("%s", answer)
        .isEqualTo(check + " " + status);
    assertThat(answer.mediaType()).as("%s", answer).isEqualTo("application/json");
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(RefusedEntry.text(body, "error")).isEqualTo(error);
    assertThat(RefusedEntry.text(body, "error_description"))
        .as("only the characters of RFC 6749, section 5.2")
        .matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
    requireMembers(body, error);
    requireChallenge();
    entryOfError().requireBroken(check, answer);
    leaksNone(Secrets.of(answer));
    return this;
  }

  /** Asserts that error_description says this. */
  public CredentialRefusal saying(String part) {
    assertThat(RefusedEntry.text(answer.json(), "error_description")).contains(part);
    return this;
  }

  /** Asserts that neither the answer nor its journal entry has any of these in it. */
  public CredentialRefusal leaksNone(String... secrets) {
    leaksNone(Set.of(secrets));
    return this;
  }

  /** The fresh c_nonce that came with the refusal. */
  public String cNonce() {
    return RefusedEntry.text(answer.json(), "c_nonce");
  }

  /** The journal entry, for further assertions. */
  public JsonNode entry() {
    return entryOfError().json();
  }

  private void requireMembers(JsonNode body, String error) {
    Set<String> expected = new HashSet<>(MEMBERS);
    if (error.equals(PROOF)) {
      expected.addAll(List.of("c_nonce", "c_nonce_expires_in"));
      assertThat(body.path("c_nonce").asText()).matches("[A-Za-z0-9_-]{22,}");
      // What is left of the access token's time.
      assertThat(body.path("c_nonce_expires_in").intValue()).isBetween(1, 86400);
    }
    Set<String> names = new HashSet<>();
    body.fieldNames().forEachRemaining(names::add);
    assertThat(names).isEqualTo(expected);
  }

  private void requireChallenge() {
    if (answer.status() == 401) {
      assertThat(answer.header("www-authenticate").orElse("none")).startsWith("Bearer");
    } else {
      assertThat(answer.header("www-authenticate")).isEmpty();
    }
  }

  private RefusedEntry entryOfError() {
    return new RefusedEntry(RefusedEntry.text(answer.json(), "instance"), http);
  }

  private void leaksNone(Set<String> secrets) {
    entryOfError().requireNone(secrets, answer.body(), answer.headers().toString());
  }
}
