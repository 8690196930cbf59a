package dev.authmock.control;

import dev.authmock.api.control.model.RecordedJwt;
import dev.authmock.api.control.model.RecordedJwtMember;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.check.Secrets;
import dev.authmock.check.UnsignedJwt;
import dev.authmock.jose.JwtContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the JWTs of a journal entry apart when somebody looks at them, and puts beside each thing that they
 * say the rule that was tried on it.
 */
final class JwtView {
  /** How many members are shown on which no rule was tried. */
  private static final int MAX_MEMBERS = 60;

  private JwtView() {}

  /** JWTs that came, of which the rules were tried in their order. */
  static List<RecordedJwt> received(List<UnsignedJwt> jwts, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<RecordedJwt> views = new ArrayList<>();
    for (UnsignedJwt jwt : jwts) {
      int nth = seen.merge(jwt.name(), 1, Integer::sum);
      views.add(view(jwt, ofNth(nth, jwt.name(), findings)));
    }
    return views;
  }

  /** JWTs that were answered, which are beyond all rules. */
  static List<RecordedJwt> answered(List<UnsignedJwt> jwts) {
    return jwts.stream().map(jwt -> view(jwt, List.of())).toList();
  }

  /** Of several JWTs with one name, the rules of each begin with that of its form. */
  private static List<Finding> ofNth(int nth, String name, List<Finding> findings) {
    List<Finding> found = new ArrayList<>();
    int begun = 0;
    for (Finding finding : findings) {
      if (finding.check().id().equals(name + ".jwt")) {
        begun++;
      }
      if (begun == nth || begun == 0) {
        found.add(finding);
      }
    }
    return found;
  }

  private static RecordedJwt view(UnsignedJwt jwt, List<Finding> findings) {
    JwtContent content = JwtContent.of(jwt.encoded());
    if (content.isEmpty()) {
      return new RecordedJwt().name(jwt.name()).members(List.of());
    }
    Map<JwtMember, @Nullable Object> all = JwtMember.all(content);
    Map<JwtMember, Finding> tried = tried(jwt.name(), all, findings);
    List<RecordedJwtMember> members = new ArrayList<>();
    int left = MAX_MEMBERS;
    for (Map.Entry<JwtMember, @Nullable Object> entry : all.entrySet()) {
      Finding finding = tried.remove(entry.getKey());
      if (finding != null || left-- > 0) {
        members.add(judged(present(entry.getKey(), entry.getValue()), finding));
      }
    }
    // What is left of the rules was broken by what is not there.
    tried.forEach((member, finding) -> members.add(judged(member(member, "nothing"), finding)));
    if (left < 0) {
      members.add(member(JwtMember.claim("..."), -left + " more"));
    }
    return new RecordedJwt().name(jwt.name()).members(members);
  }

  /** Of the rules that were tried on one member the one that it broke, else the last. */
  private static Map<JwtMember, Finding> tried(
      String jwt, Map<JwtMember, @Nullable Object> all, List<Finding> findings) {
    Map<JwtMember, Finding> tried = new LinkedHashMap<>();
    for (Finding finding : findings) {
      List<JwtMember> places = MemberRules.places(jwt, finding);
      List<JwtMember> there = places.stream().filter(all::containsKey).toList();
      there.forEach(place -> tried.put(place, finding));
      // A parameter that a request object lacks may have come in the query.
      boolean isOfThis = finding.check().id().startsWith(jwt + ".");
      if (there.isEmpty() && !finding.passed() && isOfThis && !places.isEmpty()) {
        tried.put(places.get(places.size() - 1), finding);
      }
    }
    return tried;
  }

  private static RecordedJwtMember present(JwtMember member, @Nullable Object value) {
    boolean secret = Secrets.isSecret(member.name());
    return member(member, JsonText.of(secret ? member.name() : member.lastName(), value));
  }

  private static RecordedJwtMember member(JwtMember member, String value) {
    return new RecordedJwtMember()
        .part(member.part())
        .name(Difference.shorten(Secrets.withoutJwts(member.name())))
        .value(value);
  }

  private static RecordedJwtMember judged(RecordedJwtMember member, @Nullable Finding finding) {
    if (finding == null) {
      return member;
    }
    Difference difference = finding.difference();
    return member
        .check(finding.check().id())
        .outcome(
            difference == null
                ? RecordedJwtMember.OutcomeEnum.PASSED
                : RecordedJwtMember.OutcomeEnum.FAILED)
        .expected(difference == null ? finding.check().statement() : difference.expected());
  }
}
