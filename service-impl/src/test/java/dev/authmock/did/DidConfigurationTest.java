package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidConfigurationTest {

  private final DidConfiguration configuration = new DidConfiguration();

  @Test
  void there_is_no_registry_by_default() {
    assertThat(configuration.getEbsiRegistry()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://registry.example/did-registry/v5, https://registry.example/did-registry/v5",
    "https://registry.example/did-registry/v5/, https://registry.example/did-registry/v5",
    "http://localhost:8080, http://localhost:8080",
    "HTTP://[::1]:65535/, HTTP://[::1]:65535"
  })
  void a_registry_is_an_http_url_without_its_last_slash(String configured, String url) {
    configuration.setEbsiRegistry(configured);

    assertThat(configuration.getEbsiRegistry()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void an_empty_registry_is_none(String configured) {
    configuration.setEbsiRegistry(configured);

    assertThat(configuration.getEbsiRegistry()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example",
        "//registry.example",
        "ftp://registry.example",
        "file:///etc/passwd",
        "https:///did-registry",
        "https://s3cret:s3cret@registry.example",
        "https://registry.example?s3cret",
        "https://registry.example/#s3cret",
        "https://registry.example:0",
        "https://registry.example:65536",
        "https://registry example",
        "https://registry.example/%zz"
      })
  void any_other_registry_stops_the_start_and_is_not_quoted(String configured) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration.setEbsiRegistry(configured))
        .withMessageStartingWith("authmock.did.ebsi-registry must be an http or https URL")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void limits_that_would_keep_nothing_stop_the_start() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration.setMaxAge(Duration.ZERO))
        .withMessage("authmock.did.max-age must be positive, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration.setRefreshInterval(Duration.ofSeconds(-1)))
        .withMessage("authmock.did.refresh-interval must be positive, not PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration.setMaxEntries(0))
        .withMessage("authmock.did.max-entries must be at least 1, not 0");
  }
}
