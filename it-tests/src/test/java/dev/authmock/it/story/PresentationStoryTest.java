package dev.authmock.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.flow.PresentationTest;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.RecordedJwt;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry tells of a presentation and of the credentials in it. */
class PresentationStoryTest extends PresentationTest {

  @Test
  void a_presentation_and_its_credential_are_taken_apart() {
    assertCode(good());
    JournalEntry entry = newest();

    RecordedJwt vp = Stories.jwt(entry.getJwts(), "vp_token");
    Stories.requireKept(vp, "vp.verifiableCredential", "vp_token.credentials");
    assertThat(Stories.member(vp, "vp.verifiableCredential").getValue())
        .startsWith("[\"secret, ")
        .doesNotContain("eyJ");
    RecordedJwt vc = Stories.jwt(entry.getJwts(), "vc");
    Stories.requireKept(vc, "sub", "vc.sub");
    Stories.requireKept(vc, "vc.credentialSubject", "vc.subject");
  }

  @Test
  void a_credential_of_somebody_else_is_told_by_its_sub() {
    var other = serviceWallet().obtainCredential(VA_TO_ONBOARD);
    assertBad(withCredentials(List.of(other.jwt())), "vc.sub");

    RecordedJwt vc = Stories.jwt(newest().getJwts(), "vc");
    assertThat(Stories.requireBroken(vc, "sub", "vc.sub").getExpected()).contains(wallet.did());
  }

  @Test
  void as_many_jwts_as_there_may_be_take_bounded_room() {
    http.directPost(withCredentials(Collections.nCopies(20, credential.jwt())));
    List<RecordedJwt> jwts = newest().getJwts();

    assertThat(jwts).hasSizeLessThanOrEqualTo(24);
    assertThat(jwts.toString().length()).isLessThan(100_000);
  }

  private JournalEntry newest() {
    return sdk.control().journal(JournalQuery.all()).getEntries().get(0);
  }
}
