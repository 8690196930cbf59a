package dev.authmock.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a tester asks a fresh server for, by a client of the JDK that brings few classes of its own. */
final class TrainingRequests {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String AUTH = "/conformance/v3/auth-mock";

  /** The DID of a key that is nobody's secret, RFC 7515, appendix A.3, and its PIN. */
  private static final String DID =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbrbW6TAY"
          + "vJtV4KthEnigh9YftvZj6pdvg3np8FaKEZ5AeeYfn2YGNFCzUceiezQ6h9E7LbYt1V7oebFy1h6w3BwiKdpdtrSExT4m"
          + "8MC14hxSB8pDBF6EMNn3kBKPYLzbFEL";

  private static final String PIN = "0890";

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final List<String> PAGES =
      List.of("/", "/console", "/console/offers", "/console/clients", "/docs");
  private static final List<String> DOCUMENTS = List.of(
      AUTH + "/.well-known/openid-configuration", AUTH + "/jwks", "/mock/journal", "/health");

  private final int port;
  private final String controlToken;

  TrainingRequests(int port, String controlToken) {
    this.port = port;
    this.controlToken = controlToken;
  }

  void send() throws IOException {
    preAuthorizedGrant();
    codeGrant();
    for (String page : PAGES) {
      get(page, "text/html");
    }
    for (String document : DOCUMENTS) {
      get(document, JSON);
    }
  }

  private void preAuthorizedGrant() throws IOException {
    String minted = post("/mock/pre-authorized-codes", JSON, "{\"client_id\":\"" + DID + "\"}");
    String redemption = form(Map.of(
        "grant_type",
        "urn:ietf:params:oauth:grant-type:pre-authorized_code",
        "pre-authorized_code",
        member("pre-authorized_code", minted),
        "user_pin",
        PIN));
    member("access_token", post(AUTH + "/token", FORM, redemption));
    // Once more, to be refused.
    member("check", post(AUTH + "/token", FORM, redemption));
  }

  private void codeGrant() throws IOException {
    String order = "{\"client_id\":\"" + DID + "\",\"code_challenge\":\"" + CHALLENGE + "\"}";
    String minted = post("/mock/authorization-codes", JSON, order);
    String redemption = form(Map.of(
        "grant_type",
        "authorization_code",
        "code",
        member("code", minted),
        "client_id",
        DID,
        "code_verifier",
        VERIFIER));
    member("access_token", post(AUTH + "/token", FORM, redemption));
  }

  private void get(String path, String accept) throws IOException {
    HttpURLConnection connection = connect(path);
    connection.setRequestProperty("Accept", accept);
    answer(connection);
  }

  private String post(String path, String contentType, String body) throws IOException {
    HttpURLConnection connection = connect(path);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", contentType);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return answer(connection);
  }

  private HttpURLConnection connect(String path) throws IOException {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    HttpURLConnection connection =
        (HttpURLConnection) new URL("http", host, port, path).openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + controlToken);
    return connection;
  }

  private static String answer(HttpURLConnection connection) throws IOException {
    boolean refused = connection.getResponseCode() >= 400;
    try (InputStream body = refused ? connection.getErrorStream() : connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A training that did not get its tokens must not leave an archive. */
  private static String member(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("The answer has no " + name);
    }
    return found.group(1);
  }
}
