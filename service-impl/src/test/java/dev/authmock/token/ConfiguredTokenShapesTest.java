package dev.authmock.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.json.JsonWriting;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredTokenShapesTest {

  @Test
  void without_any_there_are_none() {
    assertThat(shapes(PropertySource.of("nothing", Map.of()))).isEmpty();
  }

  @Test
  void from_yaml_claims_come_as_they_stand_there() throws Exception {
    List<TokenShape> shapes = shapes(yaml("""
        authmock:
          token-shapes:
            short-lived:
              match:
                grant-type: authorization_code
                client-id: https://issuer.example/auth
                credential-type: CTWalletSameAuthorisedInTime
                parameters:
                  redirect_uri: https://issuer.example/auth/callback
                  pre-authorized_code: '*'
              subject: did:key:z1
              lifetime: 60
              claims:
                accessLevel: 7
                is_admin: true
                nonce: null
              access-token-claims:
                roles: [auditor, 7, {deep: [x, null]}]
                address:
                  streetName: Rue
                  post_code: 1000
                  none: ~
              id-token-claims:
                auth_time: 1.5
                a.b: nested
        """));

    assertThat(shapes).hasSize(1);
    TokenShape shape = shapes.get(0);
    assertThat(shape.name()).isEqualTo("short-lived");
    assertThat(shape.configured()).isTrue();
    assertThat(shape.match())
        .isEqualTo(new ShapeMatch(
            "authorization_code",
            "https://issuer.example/auth",
            "CTWalletSameAuthorisedInTime",
            Map.of(
                "redirect_uri",
                "https://issuer.example/auth/callback",
                "pre-authorized_code",
                "*")));
    assertThat(shape.subject()).isEqualTo("did:key:z1");
    assertThat(shape.lifetime()).isEqualTo(60);
    assertThat(json(shape.claims()))
        .isEqualTo("{\"accessLevel\":7,\"is_admin\":true,\"nonce\":null}");
    assertThat(json(shape.accessTokenClaims()))
        .isEqualTo("{\"roles\":[\"auditor\",7,{\"deep\":[\"x\",null]}],"
            + "\"address\":{\"streetName\":\"Rue\",\"post_code\":1000,\"none\":null}}");
    assertThat(json(shape.idTokenClaims()))
        .isEqualTo("{\"auth_time\":1.5,\"a\":{\"b\":\"nested\"}}");
  }

  @Test
  void from_properties_too() {
    TokenShape shape = shapes(PropertySource.of(
            "properties",
            Map.of(
                "authmock.token-shapes.one.match.parameters.user_pin",
                "*",
                "authmock.token-shapes.one.match.client-id",
                "did:key:z1",
                "authmock.token-shapes.one.lifetime",
                "60",
                "authmock.token-shapes.one.access-token-claims.givenName",
                "Ada",
                "authmock.token-shapes.one.claims.address.streetName",
                "Rue")))
        .get(0);
    assertThat(shape.lifetime()).isEqualTo(60);
    assertThat(shape.match())
        .isEqualTo(new ShapeMatch(null, "did:key:z1", null, Map.of("user_pin", "*")));
    assertThat(shape.accessTokenClaims()).isEqualTo(Map.of("givenName", "Ada"));
    assertThat(shape.claims()).isEqualTo(Map.of("address", Map.of("streetName", "Rue")));
  }

  @Test
  void a_name_stays_as_it_was_written() throws Exception {
    assertThat(shapes(yaml("authmock.token-shapes.shortLived:\n  claims: {Role: Auditor}"))
            .get(0))
        .satisfies(shape -> assertThat(shape.name()).isEqualTo("shortLived"))
        .satisfies(shape -> assertThat(shape.claims()).isEqualTo(Map.of("Role", "Auditor")));
  }

  @Test
  void a_property_overrides_a_file() throws Exception {
    PropertySource file =
        yaml("authmock.token-shapes.one:\n  lifetime: 60\n  claims: {role: auditor}");
    PropertySource property =
        PropertySource.of("property", Map.of("authmock.token-shapes.one.lifetime", "30"), 1000);

    TokenShape shape = shapes(file, property).get(0);
    assertThat(shape.lifetime()).isEqualTo(30);
    assertThat(shape.claims()).isEqualTo(Map.of("role", "auditor"));
  }

  @Test
  void they_apply_in_the_order_of_their_names() {
    assertThat(shapes(PropertySource.of(
            "properties",
            Map.of(
                "authmock.token-shapes.b.lifetime", "1",
                "authmock.token-shapes.c.lifetime", "2",
                "authmock.token-shapes.a.lifetime", "3"))))
        .extracting(TokenShape::name)
        .containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @CsvSource({
    "lifetime, 0, lifetime must be greater than or equal to 1",
    "lifetime, 31536001, lifetime must be less than or equal to 31536000",
    "match.parameters.scope, x, 'A token shape must match on parameters'",
    "lifetime, soon, lifetime must be a whole number.",
    "lifetme, 60, a token shape has no lifetme.",
    "match.audience, x, a token shape has no audience.",
    "match, x, match must have members.",
    "claims, x, claims must have members.",
    "subject.x, y, subject must be a text.",
    "match.client-id, x, 'A token shape must have a subject, a lifetime or claims.'"
  })
  void one_that_breaks_a_rule_stops_the_start(String member, String value, String why) {
    assertThatThrownBy(() -> shapes(
            PropertySource.of("properties", Map.of("authmock.token-shapes.bad." + member, value))))
        .hasRootCauseInstanceOf(ConfigurationException.class)
        .rootCause()
        .hasMessageContaining("authmock.token-shapes.bad: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authmock.tokenShapes.one.lifetime: 60",
        "authmock.token-shapes.a b.lifetime: 60",
        "authmock.token-shapes.one:",
        "authmock.token-shapes.one: x",
        "authmock.token-shapes: x",
        "authmock.token-shapes: [{name: x, lifetime: 60}]"
      })
  void what_would_be_lost_stops_the_start(String text) throws Exception {
    PropertySource source = yaml(text);
    assertThatThrownBy(() -> shapes(source))
        .hasRootCauseInstanceOf(ConfigurationException.class)
        .rootCause()
        .hasMessageStartingWith("authmock.token-shapes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01", "!!binary aGVsbG8=", ".inf", "[.nan]", "{a: 2026-01-01T00:00:00Z}"})
  void what_yaml_has_and_json_has_not_stops_the_start(String value) throws Exception {
    PropertySource source = yaml("authmock.token-shapes.bad.claims:\n  x: " + value);
    assertThatThrownBy(() -> shapes(source))
        .hasRootCauseInstanceOf(ConfigurationException.class)
        .rootCause()
        .hasMessageContaining("authmock.token-shapes.bad: ");
  }

  private static PropertySource yaml(String text) throws IOException {
    return PropertySource.of(
        "yaml",
        new YamlPropertySourceLoader()
            .read("yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<TokenShape> shapes(PropertySource... sources) {
    try (ApplicationContext context = ApplicationContext.builder()
        .deduceEnvironment(false)
        .propertySources(sources)
        .start()) {
      return context.getBean(TokenShapes.class).list().stream()
          .map(AppliedShape::shape)
          .toList();
    }
  }

  private static String json(Map<String, @Nullable Object> claims) {
    return new String(JsonWriting.bytes(claims), StandardCharsets.UTF_8);
  }
}
