package dev.authmock.sdk.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.FakePeer;
import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.FakePeer.Received;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Auth Mock that believes all it is told: it lets a wallet go its whole way, and remembers what
 * it was sent. Each of its answers can be replaced.
 */
final class FakeMock implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String AS = "/conformance/v3/auth-mock";
  static final String CI = "/conformance/v3/issuer-mock";
  static final List<String> TYPES = List.of("VerifiableCredential", "VerifiableAttestation", "X");

  final ECKey key = key("as-1");
  final WalletIdentity issuer = WalletIdentity.generate();
  private final Map<String, Function<Received, Answer>> routes = new ConcurrentHashMap<>();
  private final FakePeer peer;

  /** The claims of the server's own request, beyond those that all have. */
  Map<String, Object> wanted = Map.of("response_type", "id_token");

  FakeMock() {
    try {
      peer = FakePeer.answering(this::answer);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    on(
        AS + "/.well-known/openid-configuration",
        request ->
            json(Map.of("issuer", url(AS), "redirect_uris", List.of(url(AS + "/direct_post")))));
    on(AS + "/jwks", request -> jwks(key));
    on(AS + "/register", request -> new Answer(201, FakePeer.JSON, "{\"client_id\": \"c\"}", ""));
    on(
        AS + "/authorize",
        request -> Answer.redirect("openid://?"
            + query(Map.of(
                "state", "as-state", "nonce", "as-nonce", "request", requestObject(request)))));
    on(AS + "/direct_post", request -> {
      Map<String, String> asked = one(AS + "/authorize").query();
      return Answer.redirect(asked.get("redirect_uri") + "?"
          + query(Map.of("code", "c0de", "state", asked.get("state"))));
    });
    on(AS + "/token", request -> json(Map.of("access_token", "at", "c_nonce", "c-nonce")));
    on(
        CI + "/.well-known/openid-credential-issuer",
        request -> json(Map.of(
            "credential_issuer", url(CI),
            "credentials_supported", List.of(Map.of("format", "jwt_vc", "types", TYPES)))));
    on(CI + "/jwks", request -> jwks(issuer.key(), issuer.kid()));
    on(CI + "/initiate-credential-offer", request -> Answer.redirect(offerUrl()));
    offer(Map.of("authorization_code", Map.of("issuer_state", "tracker")));
    on(CI + "/credential", request -> json(Map.of("credential", credential(request))));
  }

  AuthMockClient client() {
    return peer.client();
  }

  String url(String path) {
    return peer.url() + path;
  }

  /** Replaces an answer. */
  void on(String path, Function<Received, Answer> answer) {
    routes.put(path, answer);
  }

  /** The one request to a path. */
  Received one(String path) {
    List<Received> requests = all(path);
    if (requests.size() != 1) {
      throw new AssertionError("one request to " + path + " was expected: " + requests.size());
    }
    return requests.get(0);
  }

  /** All requests to a path, in order. */
  List<Received> all(String path) {
    return peer.requests().stream().filter(r -> r.path().equals(path)).toList();
  }

  void offer(Map<String, Object> grants) {
    on(CI + "/offers/5c1e", request -> json(offerOf(grants)));
  }

  Map<String, Object> offerOf(Map<String, Object> grants) {
    return Map.of(
        "credential_issuer", url(CI),
        "credentials", List.of(Map.of("format", "jwt_vc", "types", TYPES)),
        "grants", grants);
  }

  String offerUrl() {
    return "openid-credential-offer://?"
        + query(Map.of("credential_offer_uri", url(CI + "/offers/5c1e")));
  }

  /** The request object that goes with an authorization request. */
  String requestObject(Received authorize) {
    return requestObject(there(authorize.query().get("client_id"))).sign();
  }

  JwtBuilder<String> requestObject(String clientId) {
    JwtBuilder<String> jwt = new JwtBuilder<>("JWT", key.getKeyID(), key, s -> s)
        .clock(CLOCK)
        .claim("iss", url(AS))
        .claim("client_id", url(AS))
        .claim("aud", clientId)
        .claim("response_mode", "direct_post")
        .claim("redirect_uri", url(AS + "/direct_post"))
        .claim("scope", "openid")
        .claim("state", "as-state")
        .claim("nonce", "as-nonce");
    wanted.forEach(jwt::claim);
    return jwt;
  }

  /** A credential for whoever made the proof, of the types that were asked for. */
  String credential(Received request) {
    Map<String, Object> asked = parse(request.body());
    String holder = jwt(proof(request)).getHeader().getKeyID().replaceFirst("#.*", "");
    return credential(holder, (List<?>) there(asked.get("types"))).sign();
  }

  JwtBuilder<String> credential(String holder, List<?> types) {
    return new JwtBuilder<>("JWT", issuer.kid(), issuer.key(), s -> s)
        .clock(CLOCK)
        .claim("iss", issuer.did())
        .claim("sub", holder)
        .claim("vc", Map.of("type", types));
  }

  static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The proof of possession of a credential request. */
  static String proof(Received request) {
    return (String) there(object(parse(request.body()), "proof").get("jwt"));
  }

  static Map<?, ?> object(Map<String, Object> json, String name) {
    return (Map<?, ?>) there(json.get(name));
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("what is asked for was not sent");
    }
    return value;
  }

  static SignedJWT jwt(@Nullable String serialized) {
    try {
      return SignedJWT.parse(there(serialized));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, Object> claims(@Nullable String serialized) {
    return jwt(serialized).getPayload().toJSONObject();
  }

  static Map<String, Object> parse(@Nullable String json) {
    try {
      return JSONObjectUtils.parse(there(json));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  static Answer json(Map<String, Object> body) {
    return Answer.json(JSONObjectUtils.toJSONString(body));
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Answer jwks(ECKey key) {
    return json(new LinkedHashMap<>(new JWKSet(key).toJSONObject(true)));
  }

  private static Answer jwks(ECKey key, String kid) {
    return jwks(new ECKey.Builder(key).keyID(kid).build());
  }

  private Answer answer(Received request) {
    Function<Received, Answer> route = routes.get(request.path());
    return route == null
        ? Answer.error(404, FakePeer.PROBLEM_JSON, "{\"title\": \"Not Found\"}")
        : route.apply(request);
  }

  @Override
  public void close() {
    peer.close();
  }
}
