package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.apicatalog.multibase.Multibase;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EbsiDidTest {

  @ParameterizedTest
  @ValueSource(strings = {"did:ebsi:zfEmvX5twhXjQJiCWsukvQA", "did:ebsi:zZeKyEJfUTGwajhNyNX928z"})
  void a_did_of_a_legal_entity_is_taken(String did) throws Exception {
    assertThat(EbsiDid.parse(did).did()).isEqualTo(did);
  }

  @Test
  void sixteen_bytes_of_any_kind_are_taken() throws Exception {
    byte[] bytes = new byte[17];
    bytes[0] = 1;
    assertThat(EbsiDid.parse(did(bytes)).did()).isEqualTo(did(bytes));
    Arrays.fill(bytes, 1, 17, (byte) 0xff);
    assertThat(EbsiDid.parse(did(bytes)).did()).isEqualTo(did(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 15})
  void fewer_bytes_are_told(int size) {
    byte[] bytes = new byte[size + 1];
    bytes[0] = 1;
    assertThat(failure(did(bytes))).isEqualTo("it does not have 16 bytes after its version");
  }

  @Test
  void more_bytes_are_told() {
    byte[] bytes = new byte[18];
    bytes[0] = 1;
    assertThat(failure(did(bytes))).isNotEmpty();
    assertThat(failure(did(new byte[200])))
        .isEqualTo("it is longer than a version and 16 bytes are in base58btc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 255})
  void another_version_is_told(int version) {
    byte[] bytes = new byte[17];
    bytes[0] = (byte) version;
    assertThat(failure(did(bytes))).startsWith("its version is not 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"did:ebsi:", "did:ebsi:f01", "did:ebsi:pilot:zfEmvX5twhXjQJiCWsukvQA"})
  void another_base_than_base58btc_is_told(String did) {
    assertThat(failure(did))
        .isEqualTo("what follows did:ebsi: does not begin with z, the sign of base58btc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:ebsi:z0",
        "did:ebsi:z../../admin",
        "did:ebsi:z%2e%2e%2fadmin",
        "did:ebsi:z:8080",
        "did:ebsi:z@host",
        "did:ebsi:z1?a=b",
        "did:ebsi:z1#a"
      })
  void what_could_change_a_url_is_told(String did) {
    assertThat(failure(did)).isEqualTo("it has characters that base58btc does not have");
  }

  @Test
  void an_overlong_did_is_told_before_it_is_decoded() {
    assertThat(failure("did:ebsi:z" + "2".repeat(5_000_000))).startsWith("it is longer");
  }

  @Test
  void another_method_is_told() {
    assertThat(failure("did:key:z2dm")).isEqualTo("it is not a did:ebsi");
    assertThat(failure("did:ebsi:z")).startsWith("its version is not 1");
  }

  private static String did(byte[] bytes) {
    return "did:ebsi:" + Multibase.BASE_58_BTC.encode(bytes);
  }

  private static String failure(String did) {
    return catchThrowableOfType(InvalidDidException.class, () -> EbsiDid.parse(did))
        .description();
  }
}
