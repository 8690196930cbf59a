package dev.authmock.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.flow.FlowTest;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.RecordedJwt;
import dev.authmock.sdk.control.model.RecordedJwtMember;
import dev.authmock.sdk.control.model.RecordedParameter;
import java.util.List;

/** What tests of stories stand on: entries, and what is in them. */
abstract class Stories extends FlowTest {

  /** The newest entry of a path that ends so. */
  final JournalEntry entry(String path) {
    return sdk.control().journal(JournalQuery.all()).getEntries().stream()
        .filter(entry -> entry.getPath().endsWith(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entry of " + path));
  }

  /** The page of an entry. */
  final String page(JournalEntry entry) {
    return http.browse(entry.getUrl().toString()).body();
  }

  static RecordedJwt jwt(List<RecordedJwt> jwts, String name) {
    return jwts.stream()
        .filter(jwt -> jwt.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + jwts));
  }

  static RecordedJwtMember member(RecordedJwt jwt, String name) {
    return jwt.getMembers().stream()
        .filter(member -> member.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + jwt));
  }

  /** Asserts that a member kept this rule. */
  static void requireKept(RecordedJwt jwt, String name, String check) {
    assertThat(member(jwt, name).getCheck()).isEqualTo(check);
    assertThat(member(jwt, name).getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.PASSED);
    assertThat(member(jwt, name).getExpected()).isNotEmpty();
  }

  /** Asserts that a member broke this rule, and gives it. */
  static RecordedJwtMember requireBroken(RecordedJwt jwt, String name, String check) {
    RecordedJwtMember member = member(jwt, name);
    assertThat(member.getCheck()).isEqualTo(check);
    assertThat(member.getOutcome()).isEqualTo(RecordedJwtMember.OutcomeEnum.FAILED);
    assertThat(member.getExpected()).isNotEmpty();
    return member;
  }

  /** What an entry says was answered under a name. */
  static String answer(JournalEntry entry, String name) {
    return entry.getAnswer().stream()
        .filter(member -> member.getName().equals(name))
        .map(RecordedParameter::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + entry.getAnswer()));
  }
}
