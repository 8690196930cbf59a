package dev.authmock.it.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;

/** The first thing that a tester wants of a fresh mock: a pre-authorized code, and a token for it. */
final class FirstToken {
  private FirstToken() {}

  /** Mints the code and redeems it. */
  static void redeem(URI baseUrl) throws IOException {
    try (Selector selector = Selector.open();
        KeptConnection connection = new KeptConnection(baseUrl, selector)) {
      connection.send(KeptConnection.post(
          baseUrl.resolve("/mock/pre-authorized-codes"),
          "application/json",
          "{\"client_id\":\"" + TokenRequests.DID + "\"}"));
      String minted = answer(connection, selector);
      connection.send(KeptConnection.post(
          baseUrl.resolve("/conformance/v3/auth-mock/token"),
          "application/x-www-form-urlencoded",
          "grant_type="
              + URLEncoder.encode(
                  "urn:ietf:params:oauth:grant-type:pre-authorized_code", StandardCharsets.UTF_8)
              + "&pre-authorized_code=" + TokenRequests.member(minted, "pre-authorized_code")
              + "&user_pin="
              + TokenRequests.member(minted, "user_pin")));
      TokenRequests.member(answer(connection, selector), "access_token");
    }
  }

  private static String answer(KeptConnection connection, Selector selector) throws IOException {
    String answer = null;
    while (answer == null) {
      selector.select();
      selector.selectedKeys().clear();
      answer = connection.receive();
    }
    return answer;
  }
}
