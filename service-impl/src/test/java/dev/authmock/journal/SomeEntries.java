package dev.authmock.journal;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.check.RequestCheck;
import dev.authmock.check.TokenCheck;
import dev.authmock.check.UnsignedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries to keep. */
final class SomeEntries {
  private SomeEntries() {}

  /** One of which there is little to tell. */
  static JournalEntry plain(String id, @Nullable String flow) {
    return new JournalEntry(
        id,
        Instant.parse("2026-01-01T00:00:00.001Z"),
        Duration.ofNanos(1_234_567),
        "GET",
        "/conformance/v3/issuer-mock/offers/{id}",
        flow,
        null,
        null,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        200,
        null,
        List.of(new Finding(RequestCheck.REQUEST_PATH, null)));
  }

  /** One with all that there can be. */
  static JournalEntry full(String id) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("user_pin", "secret, 4 characters");
    parameters.put("grant_type", "'a \"quoted\" \\ text'");
    parameters.put("empty", "");
    parameters.put("client_id", "Ämter \u2603 </script>");
    Problem problem = new Problem()
        .title("Bad Request")
        .status(400)
        .detail("Bad request.")
        .instance("http://localhost/journal/" + id)
        .error(OAuthErrorCode.INVALID_GRANT)
        .errorDescription("user_pin: expected the PIN of the offer, got another.")
        .check("user_pin.matches");
    problem.setType("http://localhost/problems/bad-request");
    return new JournalEntry(
        id,
        Instant.parse("9999-12-31T23:59:59.999Z"),
        Duration.ofSeconds(3),
        "POST",
        "/conformance/v3/auth-mock/token",
        "flow-1",
        "did:key:z6MkWallet",
        "CTWalletSamePreAuthorisedInTime",
        parameters,
        List.of(new UnsignedJwt("client_assertion", "e30.e30"), new UnsignedJwt("no jwt", "")),
        Map.of("expires_in", "86400"),
        List.of(new UnsignedJwt("access_token", "e30.e30")),
        List.of("delay", "expired_token"),
        400,
        problem,
        List.of(
            new Finding(TokenCheck.USER_PIN_FORM, null),
            new Finding(TokenCheck.USER_PIN_MATCHES, new Difference("the PIN of the offer", ""))));
  }
}
