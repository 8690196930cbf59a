package dev.authmock.it.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first thing that a tester wants of a fresh mock: a pre-authorized code, and a token for it. */
final class FirstToken {
  private static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

  private FirstToken() {}

  /** Mints the code and redeems it. */
  static void redeem(URI baseUrl) throws IOException {
    try (Selector selector = Selector.open();
        KeptConnection connection = new KeptConnection(baseUrl, selector)) {
      connection.send(KeptConnection.post(
          baseUrl.resolve("/mock/pre-authorized-codes"),
          "application/json",
          "{\"client_id\":\"" + DID + "\"}"));
      String minted = answer(connection, selector);
      connection.send(KeptConnection.post(
          baseUrl.resolve("/conformance/v3/auth-mock/token"),
          "application/x-www-form-urlencoded",
          "grant_type="
              + URLEncoder.encode(
                  "urn:ietf:params:oauth:grant-type:pre-authorized_code", StandardCharsets.UTF_8)
              + "&pre-authorized_code=" + member("pre-authorized_code", minted) + "&user_pin="
              + member("user_pin", minted)));
      member("access_token", answer(connection, selector));
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

  private static String member(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("No " + name + " in " + json);
    }
    return found.group(1);
  }
}
