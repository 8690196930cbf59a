package dev.authmock.jwt;

import dev.authmock.check.Difference;
import dev.authmock.jose.SignedJwt;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonWriting;
import dev.authmock.json.Member;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in words for the sender of a JWT. */
public final class ShownTime {
  /** The milliseconds of the year 2001, and of the year 5138. */
  private static final double FIRST_MILLIS = 1e12;

  private static final double LAST_MILLIS = 1e14;

  private ShownTime() {}

  /** What came where a time was expected. */
  public static Difference difference(String expected, SignedJwt jwt, String claim) {
    return new Difference(expected, sent(jwt, claim));
  }

  /** A time of this server's, as exact as anybody needs it. */
  public static String of(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String sent(SignedJwt jwt, String claim) {
    Member<Instant> date = jwt.date(claim);
    if (date.is(JsonMembers.MAX_DATE) && jwt.claims().get(claim) instanceof Number number) {
      String shown = Difference.show(JsonWriting.text(number));
      double sent = number.doubleValue();
      return sent >= FIRST_MILLIS && sent < LAST_MILLIS
          ? shown + ", which looks like milliseconds: it should be seconds since 1970"
          : shown + ", which is no year of four digits";
    }
    return Difference.show(date);
  }
}
