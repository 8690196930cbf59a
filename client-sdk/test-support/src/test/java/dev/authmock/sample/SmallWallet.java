package dev.authmock.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody may have written: a wallet that redeems pre-authorized codes. */
final class SmallWallet {

  /** That the issuer did not give tokens. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(int status) {
      super("The issuer answered " + status);
    }
  }

  private static final int ATTEMPTS = 2;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI tokenEndpoint;

  SmallWallet(String issuer) {
    this.tokenEndpoint = URI.create(issuer + "/token");
  }

  String did() {
    return "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwcto"
        + "EuRCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet769y9ERh6";
  }

  /** Gets an access token for a code; an issuer that is out of order is asked once more. */
  String redeem(String code, String pin) throws IOException, InterruptedException {
    Map<String, String> form = Map.of(
        "grant_type", "urn:ietf:params:oauth:grant-type:pre-authorized_code",
        "pre-authorized_code", code,
        "user_pin", pin);
    HttpResponse<String> answer = post(form);
    for (int attempt = 1; attempt < ATTEMPTS && answer.statusCode() >= 500; attempt++) {
      answer = post(form);
    }
    if (answer.statusCode() != 200) {
      throw new RefusedException(answer.statusCode());
    }
    return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
  }

  private HttpResponse<String> post(Map<String, String> form)
      throws IOException, InterruptedException {
    String body = form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
    HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
