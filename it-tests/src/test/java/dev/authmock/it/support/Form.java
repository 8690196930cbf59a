package dev.authmock.it.support;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a form in the order in which they are sent; a name may stand there twice. Never changes. */
public final class Form {
  /** The value of grant_type for an authorization code. */
  public static final String AUTHORIZATION_CODE = "authorization_code";

  /** The value of grant_type for a pre-authorized code. */
  public static final String PRE_AUTHORIZED_CODE =
      "urn:ietf:params:oauth:grant-type:pre-authorized_code";

  /** The one client_assertion_type. */
  public static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final List<Map.Entry<String, String>> pairs;

  private Form(List<Map.Entry<String, String>> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** A form with nothing in it. */
  public static Form empty() {
    return new Form(List.of());
  }

  /** The same parameters, in their order. */
  public static Form of(Map<String, String> parameters) {
    return new Form(List.copyOf(parameters.entrySet()));
  }

  /** The token request of a service wallet. */
  public static Form ofServiceWallet(String clientId, String code, String assertion) {
    return empty()
        .with("grant_type", AUTHORIZATION_CODE)
        .with("client_id", clientId)
        .with("code", code)
        .with("client_assertion_type", JWT_BEARER)
        .with("client_assertion", assertion);
  }

  /** The token request of a holder wallet. */
  public static Form ofHolderWallet(String did, String code, String verifier) {
    return empty()
        .with("grant_type", AUTHORIZATION_CODE)
        .with("client_id", did)
        .with("code", code)
        .with("code_verifier", verifier);
  }

  /** The token request for a pre-authorized code without a PIN. */
  public static Form ofPreAuthorizedCode(String code) {
    return empty().with("grant_type", PRE_AUTHORIZED_CODE).with("pre-authorized_code", code);
  }

  /** Adds a parameter at the end, also where one of this name is there already. */
  public Form with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(pairs);
    more.add(Map.entry(name, value));
    return new Form(more);
  }

  /** Leaves out a parameter. */
  public Form without(String name) {
    return new Form(pairs.stream().filter(pair -> !pair.getKey().equals(name)).toList());
  }

  /** Sends another value in the place of a parameter. */
  public Form replacing(String name, String value) {
    return new Form(pairs.stream()
        .map(pair -> pair.getKey().equals(name) ? Map.entry(name, value) : pair)
        .toList());
  }

  /** The first value of a parameter that is there. */
  public String value(String name) {
    return pairs.stream()
        .filter(pair -> pair.getKey().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name))
        .getValue();
  }

  /** The form as it is sent. */
  public String encoded() {
    return pairs.stream()
        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The parameters of a well-formed body. */
  static List<Map.Entry<String, String>> decode(String body) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        pairs.add(Map.entry(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
      }
    }
    return pairs;
  }

  /** The parameters of a well-formed body that count as sent. */
  static Map<String, String> sent(String body) {
    Map<String, String> sent = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : decode(body)) {
      if (!pair.getValue().isEmpty()) {
        sent.put(pair.getKey(), pair.getValue());
      }
    }
    return sent;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
