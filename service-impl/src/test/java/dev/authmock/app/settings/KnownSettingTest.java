package dev.authmock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names are a setting's, and which setting a name is near to. */
class KnownSettingTest {
  private final KnownSetting one = new KnownSetting("authmock.jwks.max-age", Kind.DURATION);
  private final KnownSetting named =
      new KnownSetting("authmock.clients.*.client-id", Kind.ANYTHING);
  private final KnownSetting below = new KnownSetting("authmock.token-shapes.*", Kind.ANYTHING);

  @Test
  void a_setting_has_its_name_alone() {
    assertThat(one.isNamed("authmock.jwks.max-age")).isTrue();
    assertThat(one.isNamed("authmock.jwks.max-ages")).isFalse();
    assertThat(one.isNamed("authmock.jwks.max")).isFalse();
    assertThat(one.isVariable("AUTHMOCK_JWKS_MAX_AGE")).isTrue();
    assertThat(one.isVariable("AUTHMOCK_JWKS_MAXAGE")).isFalse();
  }

  @Test
  void a_star_stands_for_one_name_of_the_users_own() {
    assertThat(named.isNamed("authmock.clients.a.client-id")).isTrue();
    assertThat(named.isNamed("authmock.clients.my-issuer.client-id")).isTrue();
    assertThat(named.isVariable("AUTHMOCK_CLIENTS_MY_ISSUER_CLIENT_ID")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authmock.clients.client-id",
        "authmock.clients..client-id",
        "authmock.clients.a.b.client-id",
        "authmock.clients.a.client-ids",
        "authmock.clients.a"
      })
  void and_for_no_other(String name) {
    assertThat(named.isNamed(name)).isFalse();
  }

  @Test
  void a_star_at_the_end_stands_for_all_below() {
    assertThat(below.isNamed("authmock.token-shapes.short.claims.role")).isTrue();
    assertThat(below.isNamed("authmock.token-shapes")).isTrue();
    assertThat(below.isNamed("authmock.token-shape.short.claims.role")).isFalse();
  }

  @Test
  void the_nearest_name_is_the_one_that_takes_the_fewest_changes() {
    Stream<String> names = Stream.of("authmock.base-url", "authmock.jwks.max-age", named.name());
    assertThat(Nearest.to("authmock.jwks.maxage", names, '.')).isEqualTo("authmock.jwks.max-age");
  }

  @Test
  void the_nearest_name_has_the_users_own_name_in_it() {
    assertThat(Nearest.to("authmock.clients.my-issuer.clientid", Stream.of(named.name()), '.'))
        .isEqualTo("authmock.clients.my-issuer.client-id");
  }

  @Test
  void a_name_that_only_lacks_its_group_is_near() {
    Stream<String> names = Stream.of("AUTHMOCK_STORE", "AUTHMOCK_CONTROL_TOKEN");
    assertThat(Nearest.to("AUTHMOCK_TOKEN", names, '_')).isEqualTo("AUTHMOCK_CONTROL_TOKEN");
  }

  @Test
  void nothing_is_near_to_nonsense() {
    assertThat(Nearest.to("authmock.xyzxyzxyzxyz", Stream.of("authmock.base-url"), '.'))
        .isEmpty();
  }
}
