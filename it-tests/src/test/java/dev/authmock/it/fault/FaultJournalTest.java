package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultOrder.TokenEnum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The journal marks what was injected. */
class FaultJournalTest extends FaultTest {

  @Test
  void the_entry_of_an_answer_names_the_faults_in_it() {
    inject(Faults.extraMembers(Map.of("x", 1)).name("extra"));
    inject(Faults.shortExpiresIn(1).name("short"));
    tokens();

    assertThat(newestEntry().path("faults").toString()).isEqualTo("[\"extra\",\"short\"]");
    assertThat(newestEntry().path("outcome").asText()).isEqualTo("accepted");
    tokens();
    assertThat(newestEntry().path("faults")).isEmpty();
  }

  @Test
  void a_problem_is_named_and_ends_the_checks() {
    inject(Faults.problem("token-expired").name("expired").match(Faults.from(Codes.HOLDER)));
    tokens();

    JsonNode entry = newestEntry();
    assertThat(entry.path("faults").toString()).isEqualTo("[\"expired\"]");
    assertThat(entry.path("outcome").asText()).isEqualTo("refused");
    assertThat(entry.path("failed_check").asText()).isEqualTo("fault.token-expired");
    assertThat(entry.path("status").asInt()).isEqualTo(400);
  }

  @Test
  void what_is_not_worth_an_entry_by_itself_gets_one_when_a_fault_hits() {
    http.get(RawHttp.JWKS);
    int before = total();
    inject(Faults.missingMembers("keys").name("missing").match(Faults.at(Endpoint.JWKS)));
    http.get(RawHttp.JWKS);

    JsonNode entry = newestEntry();
    assertThat(entry.path("path").asText()).isEqualTo(RawHttp.JWKS);
    assertThat(entry.path("faults").toString()).isEqualTo("[\"missing\"]");
    assertThat(entry.path("checks")).isEmpty();
    // The order and the request that it hit.
    assertThat(total()).isEqualTo(before + 2);
    assertThat(http.browse(entry.path("url").asText()).status()).isEqualTo(200);
  }

  @Test
  void the_entry_tells_what_went_out_and_not_what_would_have() {
    inject(Faults.wrongKid().token(TokenEnum.ID_TOKEN));
    inject(Faults.shortExpiresIn(7));
    inject(Faults.wrongCNonce());
    inject(Faults.missingMembers("c_nonce_expires_in", "access_token"));
    inject(Faults.extraMembers(Map.of("scope", List.of("a"))));
    JsonNode answer = tokens().json();

    JsonNode entry = newestEntry();
    Map<String, String> told = new HashMap<>();
    entry
        .path("answer")
        .forEach(member ->
            told.put(member.path("name").asText(), member.path("value").asText()));
    assertThat(told)
        .containsOnlyKeys("token_type", "expires_in", "c_nonce", "scope")
        .containsEntry("expires_in", "7")
        .containsEntry("scope", "[\"a\"]");
    assertThat(told.get("c_nonce")).isNotEqualTo(answer.path("c_nonce").asText());
    assertThat(entry.path("answer_jwts").findValuesAsText("name")).contains("id_token");
    assertThat(entry.path("answer_jwts")).hasSize(1);
    assertThat(entry.path("answer_jwts").toString())
        .doesNotContain(keys().json().path("keys").path(0).path("kid").asText());
  }

  @Test
  void the_catalogue_has_a_rule_for_each_problem() {
    String checks = http.get("/docs/checks").body();

    for (JsonNode kind : http.get("/problems").json().findValues("type")) {
      String slug = kind.asText().substring(kind.asText().lastIndexOf('/') + 1);
      assertThat(checks).contains("\"fault." + slug + "\"");
    }
  }

  private int total() {
    return http.get("/mock/journal").json().path("total").asInt();
  }
}
