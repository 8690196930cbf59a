package dev.authmock.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.sdk.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asserts why the service sent an error to the client's {@code redirect_uri}, and all that holds for
 * every such error: its exact parameters and no others, the client's own state, an {@code error_uri}
 * that leads to a journal entry which ends in the broken rule, and none of the secrets that were sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
 *     4.1.2.1</a>
 */
public final class RedirectedRefusal {
  private final Exchange answer;
  private final RawHttp http;
  private String target;
  private String state;

  private RedirectedRefusal(Exchange answer, RawHttp http) {
    this.answer = answer;
    this.http = http;
    Map<String, String> sent = Form.sent(String.valueOf(answer.uri().getRawQuery()));
    this.target = sent.get("redirect_uri");
    this.state = sent.get("state");
  }

  static RedirectedRefusal of(Exchange answer, RawHttp http) {
    return new RedirectedRefusal(answer, http);
  }

  /** Expects the error there, where the redirect_uri did not stand in the query. */
  public RedirectedRefusal to(String redirectUri) {
    this.target = redirectUri;
    return this;
  }

  /** Expects this state of the client, null for none, where it did not stand in the query. */
  public RedirectedRefusal withState(String expected) {
    this.state = expected;
    return this;
  }

  /** Asserts the OAuth error and the rule that was broken. */
  public RedirectedRefusal is(String error, String check) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(302);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("cache-control")).contains("no-store");
    String location = location();
    assertThat(parameter("error_uri")).as("error_uri of %s", location).isNotNull();
    RefusedEntry entry = entryOfError();
    assertThat(RefusedEntry.text(entry.json(), "failed_check") + " " + parameter("error"))
        .as("%s", answer)
        .isEqualTo(check + " " + error);
    assertThat(location).startsWith(target + (target.contains("?") ? "&" : "?") + "error=");
    List<String> names = new ArrayList<>(List.of("error", "error_description", "error_uri"));
    if (state != null) {
      names.add("state");
    }
    assertThat(namesOf(location.substring(target.length() + 1))).isEqualTo(names);
    assertThat(parameter("state")).isEqualTo(state);
    assertThat(parameter("error_description"))
        .as("only the characters of RFC 6749, section 4.1.2.1")
        .matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+");
    assertThat(location).as("a URI").matches("[!-~]+");
    entry.requireBroken(check, answer);
    assertThat(RefusedEntry.text(entry.json(), "flow")).isNotEmpty();
    leaksNone(Secrets.of(answer));
    return this;
  }

  /** Asserts that error_description says this. */
  public RedirectedRefusal saying(String part) {
    assertThat(parameter("error_description")).contains(part);
    return this;
  }

  /** Asserts that neither the redirect nor the journal entry has any of these in it. */
  public RedirectedRefusal leaksNone(String... secrets) {
    leaksNone(Set.of(secrets));
    return this;
  }

  /** The journal entry, for further assertions. */
  public JsonNode entry() {
    return entryOfError().json();
  }

  private RefusedEntry entryOfError() {
    return new RefusedEntry(parameter("error_uri"), http);
  }

  private void leaksNone(Set<String> secrets) {
    // The client's state is the one thing that has to come back.
    String shown = location().replaceFirst("&state=[^&]*$", "");
    entryOfError().requireNone(secrets, shown);
  }

  private String location() {
    return answer
        .header("location")
        .orElseThrow(() -> new AssertionError("no Location: " + answer));
  }

  private String parameter(String name) {
    return Redirect.of(location()).parameter(name);
  }

  private static List<String> namesOf(String query) {
    return List.of(query.split("&", -1)).stream()
        .map(pair -> pair.split("=", 2)[0])
        .collect(Collectors.toList());
  }
}
