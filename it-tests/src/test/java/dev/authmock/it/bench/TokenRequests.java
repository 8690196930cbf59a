package dev.authmock.it.bench;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Token requests made beforehand, so that nothing but sending is left at fire time. */
final class TokenRequests {
  private static final String INLINE = "https://issuer.example/auth";
  private static final String REMOTE = "https://remote.example/auth";
  static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
  private static final int LIFETIME_SECONDS = 3600;
  private static final Pattern ASSERTION = Pattern.compile("&client_assertion=([^&]*)");
  private static final Pattern MEMBER = Pattern.compile("\"([a-z_-]+)\":\"([^\"]*)\"");

  private final AuthMockClient client;
  private final URI baseUrl;
  private final ECKey key;

  /** By how much the clock of the service is ahead. */
  private Duration passed = Duration.ZERO;

  /** Clients beside the two. */
  private int registered;

  /** Registers the clients: one with its keys inline, one with a jwks_uri. */
  TokenRequests(URI baseUrl, JwksHost host) throws Exception {
    this.baseUrl = baseUrl;
    this.client = AuthMockClient.builder().baseUrl(baseUrl.toString()).build();
    this.key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    host.serve(key.toPublicJWK());
    client.register(new ClientMetadata().clientId(URI.create(INLINE)).jwks(PublicKeys.of(key)));
    client.register(new ClientMetadata().clientId(URI.create(REMOTE)).jwksUri(host.url()));
  }

  /** authorization_code with private_key_jwt, the keys in the registration. */
  List<byte[]> inlineKeys(int count) {
    return withAssertion(INLINE, count);
  }

  /** authorization_code with private_key_jwt, the keys at the client's jwks_uri. */
  List<byte[]> remoteKeys(int count) {
    return withAssertion(REMOTE, count);
  }

  private List<byte[]> withAssertion(String clientId, int count) {
    String order = "{\"client_id\":\"" + clientId + "\",\"lifetime\":" + LIFETIME_SECONDS + "}";
    Clock clock = Clock.offset(Clock.systemUTC(), passed);
    List<String> assertions = IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> ClientAssertion.builder(clientId, client.issuer(), key)
            .lifetime(Duration.ofSeconds(LIFETIME_SECONDS))
            .clock(clock)
            .sign()
            .serialized())
        .toList();
    return zip(minted("authorization-codes", order, count), assertions, clientId);
  }

  private List<byte[]> zip(List<String> minted, List<String> assertions, String clientId) {
    return IntStream.range(0, minted.size())
        .mapToObj(i -> token(
            "grant_type",
            "authorization_code",
            "client_id",
            clientId,
            "code",
            member(minted.get(i), "code"),
            "client_assertion_type",
            ClientAssertion.TYPE,
            "client_assertion",
            assertions.get(i)))
        .toList();
  }

  /** authorization_code with PKCE. */
  List<byte[]> pkce(int count) {
    Pkce pkce = Pkce.generate();
    String order = "{\"client_id\":\"" + DID + "\",\"code_challenge\":\"" + pkce.challenge()
        + "\",\"lifetime\":" + LIFETIME_SECONDS + "}";
    return minted("authorization-codes", order, count).stream()
        .map(answer -> token(
            "grant_type",
            "authorization_code",
            "client_id",
            DID,
            "code",
            member(answer, "code"),
            "code_verifier",
            pkce.verifier()))
        .toList();
  }

  /** The pre-authorized grant with a PIN. */
  List<byte[]> preAuthorized(int count) {
    return mintPreAuthorized(count, LIFETIME_SECONDS).stream()
        .map(answer -> token(
            "grant_type", "urn:ietf:params:oauth:grant-type:pre-authorized_code",
            "pre-authorized_code", member(answer, "pre-authorized_code"),
            "user_pin", member(answer, "user_pin")))
        .toList();
  }

  /** Pre-authorized codes that nobody redeems yet. */
  List<String> mintPreAuthorized(int count, int lifetimeSeconds) {
    String order = "{\"client_id\":\"" + DID + "\",\"lifetime\":" + lifetimeSeconds + "}";
    return minted("pre-authorized-codes", order, count);
  }

  /** Registers that many more clients, with keys of their own. */
  void registerClients(int count) throws IOException {
    String jwks = new JWKSet(key.toPublicJWK()).toString();
    List<byte[]> requests = IntStream.range(registered, registered + count)
        .mapToObj(i -> KeptConnection.post(
            baseUrl.resolve("/conformance/v3/auth-mock/register"),
            "application/json",
            "{\"client_id\":\"https://client-" + i + ".example/auth\",\"jwks\":" + jwks + "}"))
        .toList();
    Volley.fire(baseUrl, requests);
    registered += count;
  }

  /** Moves the clock of the service. */
  void advance(Duration by) {
    client.control().clock().advance(by);
    passed = passed.plus(by);
  }

  private List<String> minted(String what, String order, int count) {
    byte[] request =
        KeptConnection.post(baseUrl.resolve("/mock/" + what), "application/json", order);
    try {
      return Volley.fire(baseUrl, Collections.nCopies(count, request)).bodies();
    } catch (IOException e) {
      throw new UncheckedIOException("No codes to redeem", e);
    }
  }

  /** The tokens in an answer. */
  static List<String> tokens(String answer) {
    return List.of(member(answer, "access_token"), member(answer, "id_token"));
  }

  /** The client assertions in a request: one, or none. */
  static List<String> assertions(byte[] request) {
    return ASSERTION
        .matcher(new String(request, StandardCharsets.US_ASCII))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** What the assertions are verified with. */
  ECKey clientKey() {
    return key.toPublicJWK();
  }

  static String member(String json, String name) {
    Matcher members = MEMBER.matcher(json);
    while (members.find()) {
      if (members.group(1).equals(name)) {
        return members.group(2);
      }
    }
    throw new IllegalStateException("No " + name + " in " + json);
  }

  private byte[] token(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return KeptConnection.post(
        baseUrl.resolve("/conformance/v3/auth-mock/token"),
        "application/x-www-form-urlencoded",
        form.toString());
  }
}
