package dev.authmock.check;

import java.util.List;
import java.util.stream.Stream;

/** The catalogue of rules: every rule that a request can break. */
public final class Checks {
  private static final List<Check> ALL = Stream.of(
          List.<Check>of(RequestCheck.values()),
          List.<Check>of(TokenCheck.values()),
          List.<Check>of(ClientCheck.values()),
          JwtKinds.CLIENT_ASSERTION.all(),
          List.<Check>of(AuthorizeCheck.values()),
          JwtKinds.REQUEST_OBJECT.all(),
          List.<Check>of(DirectPostCheck.values()),
          JwtKinds.ID_TOKEN.all(),
          JwtKinds.VP_TOKEN.all(),
          JwtKinds.VC.all(),
          List.<Check>of(RegistrationCheck.values()),
          List.<Check>of(OfferCheck.values()),
          List.<Check>of(AccessTokenCheck.values()),
          List.<Check>of(CredentialCheck.values()),
          JwtKinds.PROOF.all(),
          List.<Check>of(ControlCheck.values()),
          List.<Check>of(FaultCheck.values()))
      .flatMap(List::stream)
      .toList();

  private Checks() {}

  /** All of them, those of one area together. */
  public static List<Check> all() {
    return ALL;
  }
}
