package dev.authmock.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialTypeTest {
  private static final String NAME = "CTWalletSamePreAuthorisedInTime";

  @Test
  void types_name_a_credential_in_any_order() {
    assertThat(CredentialTypes.withTypes(
            List.of(NAME, "VerifiableAttestation", "VerifiableCredential")))
        .map(CredentialType::name)
        .contains(NAME);
  }

  @Test
  void types_name_no_credential_that_are_too_few_too_many_or_none_at_all() {
    List<List<String>> none = List.of(
        List.of(),
        List.of(NAME),
        List.of("VerifiableCredential", "VerifiableAttestation"),
        List.of("VerifiableCredential", NAME, NAME),
        List.of("VerifiableCredential", "VerifiableAttestation", NAME, NAME),
        List.of("VerifiableCredential", "VerifiableAttestation", "Nonsense"),
        Arrays.asList(null, null, null));

    assertThat(none).allMatch(types -> CredentialTypes.withTypes(types).isEmpty());
  }

  @Test
  void there_are_eight_credentials_of_the_wallet_tests_and_five_others() {
    assertThat(CredentialTypes.ofWalletTests()).hasSize(8);
    assertThat(CredentialTypes.all()).hasSize(13);
    assertThat(CredentialTypes.all().stream().map(CredentialType::name)).doesNotHaveDuplicates();
  }
}
