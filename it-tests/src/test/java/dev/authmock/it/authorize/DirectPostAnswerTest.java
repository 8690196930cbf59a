package dev.authmock.it.authorize;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.PAYLOAD_TOO_LARGE;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.HolderWallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a wallet answers: what it was asked for, or an error, which goes on to the client.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.4">
 *     OpenID4VP, section 6.4</a>
 */
class DirectPostAnswerTest extends AnswerTest {

  @Test
  void the_code_comes_with_the_clients_state_and_nothing_else() {
    Redirect redirect = assertCode(good());
    assertThat(redirect.location())
        .isEqualTo("openid://callback?code="
            + redirect.parameter("code")
            + "&state="
            + request.parameter("state"));
  }

  @Test
  void a_client_that_sent_no_state_gets_none_back() {
    beAsked(wallet, request.without("state"));
    Redirect redirect = assertCode(good());
    assertThat(redirect.location())
        .isEqualTo("openid://callback?code=" + redirect.parameter("code"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "a b", "a+b&c=d", "%41", "\"<>'", "x\ny", "\u0000", "🙂"})
  void the_clients_state_comes_back_as_it_was(String state) {
    beAsked(wallet, request.withState(state));
    assertThat(assertCode(good()).location()).matches("[!-~]+");
  }

  @Test
  void there_has_to_be_an_answer_and_one_only() {
    Form none = Form.empty().with("state", asked.state());
    assertBad(none, "direct_post.one_answer");
    assertBad(none.with("id_token", "").with("error", ""), "direct_post.one_answer");
    assertBad(none.with("error_description", "x"), "direct_post.one_answer");
    assertBad(none.with("presentation_submission", "{}"), "direct_post.one_answer");
    assertBad(good().with("error", "access_denied"), "direct_post.one_answer");
    assertBad(good().with("vp_token", "x"), "direct_post.one_answer");
    assertRefused(good().with("vp_token", "x").with("error", "x"), "direct_post.one_answer");
  }

  @Test
  void a_presentation_is_not_what_was_asked_for() {
    Form form = Form.empty().with("state", asked.state());
    assertBad(form.with("vp_token", "x"), "direct_post.response_type");
    assertRefused(
        form.with("vp_token", idToken().serialized()).with("presentation_submission", "{}"),
        "direct_post.response_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "id_token"})
  void a_parameter_is_sent_once(String name) {
    assertRefused(good().with(name, good().value(name)), "request.parameters_once")
        .saying(name);
  }

  @Test
  void other_parameters_are_ignored() {
    assertCode(good().with("presentation_submission", "[").with("code", "x").with("iss", "x"));
  }

  @ParameterizedTest
  @CsvSource({"access_denied, ", "user_cancelled, The holder said no.", "a b!, x"})
  void an_error_of_the_wallet_goes_on_to_the_client(String error, String description) {
    Form declined = Form.empty().with("state", asked.state()).with("error", error);
    Exchange answer = http.directPost(
        description == null ? declined : declined.with("error_description", description));
    assertThatRedirect(answer)
        .to("openid://callback")
        .withState(request.parameter("state"))
        .is(error, "direct_post.agreed")
        .saying(description == null ? "The wallet must answer with a token" : description);
    assertBad(good(), "direct_post.state_unused");
  }

  @Test
  void a_description_is_made_fit_for_a_redirect() {
    Form declined = Form.empty()
        .with("state", asked.state())
        .with("error", "access_denied")
        .with("error_description", "é\"\\\r\nLocation: https://evil.example" + "x".repeat(5000));
    String location = http.directPost(declined).header("location").orElseThrow();
    assertThat(location).matches("[!-~]+");
    assertThat(Redirect.of(location).parameter("error_description"))
        .matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{1,600}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "a\"b", "a\\b", "a\nb", "\u0000", "\u007f"})
  void an_error_that_is_none_does_not_end_the_request(String error) {
    assertRefused(
        Form.empty().with("state", asked.state()).with("error", error), "direct_post.error");
  }

  @Test
  void an_error_has_a_bound() {
    Form form = Form.empty().with("state", asked.state());
    Exchange answer = http.directPost(form.with("error", "x".repeat(201)));
    assertThatProblem(answer).is(BAD_REQUEST, "invalid_request", "direct_post.error");
    assertCode(good());
  }

  @Test
  void an_answer_is_a_form() {
    assertThatProblem(http.post(RawHttp.DIRECT_POST, "application/json", "{}"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(http.get(RawHttp.DIRECT_POST + "?" + good().encoded()))
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    assertThatProblem(http.directPost(good().with("x", "x".repeat(66_000))))
        .is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
    assertThatProblem(http.post(RawHttp.DIRECT_POST, RawHttp.FORM, "state=%ff"))
        .is(BAD_REQUEST, "invalid_request", "request.encoding");
    assertThatProblem(http.post(RawHttp.DIRECT_POST, RawHttp.FORM, ""))
        .is(BAD_REQUEST, "invalid_request", "direct_post.state_present");
    assertCode(good());
  }

  @Test
  void the_whole_flow_is_one_story_without_a_secret_in_it() {
    HolderWallet holder = holderWallet();
    var offer = holder.readOffer(holder.requestOffer(AUTHORISED));
    var grant = holder.authorize(offer);
    var tokens = sdk.redeem(grant);
    holder.collect(
        holder.requestCredential(tokens, offer.getCredentials().get(0).getTypes()));

    var entries =
        sdk.control().journal(JournalQuery.all().withClientId(holder.did())).getEntries();
    String flow = entries.get(0).getFlow();
    var story = sdk.control().readFlow(flow);
    assertThat(story.getEntries())
        .extracting(entry -> entry.getPath().replaceFirst(".*-mock/", "").replaceFirst("/.*", ""))
        .containsExactly(
            "initiate-credential-offer",
            "offers",
            "authorize",
            "request_uri",
            "direct_post",
            "token",
            "credential");
    Exchange page = http.browse("/flows/" + flow);
    Exchange json = http.get("/flows/" + flow);
    for (String secret : new String[] {
      offer.getGrants().getAuthorizationCode().getIssuerState(),
      grant.code(),
      tokens.getAccessToken(),
      tokens.getcNonce()
    }) {
      assertThat(page.body()).doesNotContain(secret);
      assertThat(json.body()).doesNotContain(secret);
    }
  }
}
