package dev.authmock.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds every secret of an exchange: what was sent, what was answered, and what stands in the JWTs of both. */
public final class AllSecrets {
  private static final Set<String> NAMES = Set.of(
      "access_token",
      "acceptance_token",
      "c_nonce",
      "code",
      "code_verifier",
      "issuer_state",
      "nonce",
      "pre-authorized_code",
      "registration_access_token",
      "state",
      "user_pin");
  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");

  /** What leads to an offer or to a request, and is nobody else's business. */
  private static final Pattern ID = Pattern.compile("/(?:offers|request_uri)/([A-Za-z0-9_-]{20,})");

  private final Set<String> found = new LinkedHashSet<>();

  private AllSecrets() {}

  /** The secrets of these exchanges. */
  public static Set<String> of(Iterable<Exchange> exchanges) {
    AllSecrets secrets = new AllSecrets();
    for (Exchange exchange : exchanges) {
      secrets.addAll(exchange);
    }
    return secrets.found;
  }

  /** Whether a secret stands in a text. */
  public static boolean isIn(String text, String secret) {
    return Secrets.isIn(text, secret);
  }

  private void addAll(Exchange exchange) {
    found.addAll(Secrets.of(exchange));
    exchange
        .requestHeader("authorization")
        .ifPresent(value -> found.add(value.substring(value.indexOf(' ') + 1)));
    addText(String.valueOf(exchange.uri()));
    addText(exchange.requestText());
    addText(exchange.body());
    exchange.header("location").ifPresent(location -> {
      addText(location);
      int query = location.indexOf('?');
      if (query >= 0) {
        Form.decode(location.substring(query + 1))
            .forEach(pair -> addMember(pair.getKey(), pair.getValue()));
      }
    });
    if (exchange.mediaType().endsWith("json") && !exchange.body().isEmpty()) {
      addMembers(exchange.json());
    }
  }

  private void addText(String text) {
    Matcher jwt = JWT.matcher(text);
    while (jwt.find()) {
      addJwt(jwt.group());
    }
    Matcher id = ID.matcher(text.replace("%2F", "/"));
    while (id.find()) {
      found.add(id.group(1));
    }
  }

  private void addJwt(String jwt) {
    String[] parts = jwt.split("\\.");
    String payload;
    try {
      payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // It only looks like one.
      return;
    }
    if (payload.startsWith("{") && found.add(jwt)) {
      found.add(parts[1]);
      found.add(parts[2]);
      addText(payload);
      addMembers(Json.MAPPER.valueToTree(Json.object(payload)));
    }
  }

  private void addMembers(JsonNode node) {
    node.fields().forEachRemaining(member -> addMember(member.getKey(), member.getValue()));
    node.elements().forEachRemaining(this::addMembers);
  }

  private void addMember(String name, JsonNode value) {
    if (value.isTextual()) {
      addMember(name, value.textValue());
    }
  }

  private void addMember(String name, String value) {
    if (NAMES.contains(name) && value.length() >= 4) {
      found.add(value);
    }
  }
}
