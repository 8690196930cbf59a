package dev.authmock.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.sdk.AuthMockException;
import java.net.URI;
import java.util.Set;

/**
 * Asserts why the service refused a request, and all that holds for every refusal: the exact words of
 * the contract, a {@code type} and an {@code instance} that answer, a journal entry that ends in the
 * broken rule, and none of the secrets that were sent.
 */
public final class Refusal {
  private final Exchange answer;
  private final RawHttp http;
  private String mediaType = "application/problem+json";

  private Refusal(Exchange answer, RawHttp http) {
    this.answer = answer;
    this.http = http;
  }

  static Refusal of(Exchange answer, RawHttp http) {
    return new Refusal(answer, http);
  }

  static Refusal of(Throwable thrown, RawHttp http) {
    assertThat(thrown).as("what the SDK throws").isInstanceOf(AuthMockException.class);
    URI instance = ((AuthMockException) thrown).problem().instance();
    assertThat(instance).isNotNull();
    return new Refusal(ContractHttpClient.exchangeOf(instance.toString()), http);
  }

  /** Expects this media type instead of application/problem+json. */
  public Refusal in(String expectedMediaType) {
    this.mediaType = expectedMediaType;
    return this;
  }

  /** Asserts the kind of problem, the OAuth error, and the rule that was broken. */
  public Refusal is(Kind kind, String error, String check) {
    JsonNode problem =
        answer.mediaType().endsWith("json") ? answer.json() : fail("no JSON: " + answer);
    assertThat(check(problem) + " " + answer.status())
        .as("%s", answer)
        .isEqualTo(check + " " + kind.status);
    assertThat(answer.mediaType()).as("%s", answer).isEqualTo(mediaType);
    assertThat(text(problem, "title")).isEqualTo(kind.title);
    assertThat(text(problem, "detail")).isEqualTo(kind.detail);
    assertThat(problem.path("status").intValue()).isEqualTo(kind.status);
    assertThat(text(problem, "error")).isEqualTo(error);
    assertThat(text(problem, "error_description"))
        .as("only the characters of RFC 6749, section 5.2")
        .matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
    requireChallengeAsAsked();
    requireTypeAnswers(problem, kind);
    requireEntry(problem, check);
    leaksNone(Secrets.of(answer));
    return this;
  }

  /** Asserts that neither the problem nor its journal entry has any of these in it; what {@link #is} finds itself need not be named. */
  public Refusal leaksNone(String... secrets) {
    leaksNone(Set.of(secrets));
    return this;
  }

  /** Asserts that error_description says this. */
  public Refusal saying(String part) {
    assertThat(text(answer.json(), "error_description")).contains(part);
    return this;
  }

  /** The journal entry, for further assertions. */
  public JsonNode entry() {
    return http.get(instance()).json();
  }

  /** The URI of the journal entry. */
  public String instance() {
    return text(answer.json(), "instance");
  }

  /**
   * A 401 carries WWW-Authenticate where the request used the Authorization header, or needs a bearer
   * token.
   */
  private void requireChallengeAsAsked() {
    boolean asked = answer.status() == 401
        && (answer.requestHeader("authorization").isPresent()
            || text(answer.json(), "error").equals("invalid_token"));
    assertThat(answer.header("www-authenticate").isPresent())
        .as("WWW-Authenticate in %s", answer)
        .isEqualTo(asked);
  }

  private void requireTypeAnswers(JsonNode problem, Kind kind) {
    String type = text(problem, "type");
    assertThat(type).startsWith(http.base() + "/");
    Exchange page = http.get(type);
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(text(page.json(), "title")).isEqualTo(kind.title);
    assertThat(http.browse(type).mediaType()).isEqualTo("text/html");
  }

  private void requireEntry(JsonNode problem, String check) {
    RefusedEntry refused = new RefusedEntry(instance(), http);
    refused.requireBroken(check, answer);
    assertThat(refused.json().path("problem")).isEqualTo(problem);
  }

  private void leaksNone(Set<String> secrets) {
    new RefusedEntry(instance(), http)
        .requireNone(secrets, answer.body(), answer.headers().toString());
  }

  private static String check(JsonNode problem) {
    return problem.path("check").asText("no check");
  }

  private static String text(JsonNode node, String member) {
    return RefusedEntry.text(node, member);
  }
}
