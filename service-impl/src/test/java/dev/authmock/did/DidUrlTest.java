package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.did.DidResolutionException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidUrlTest {

  @Test
  void a_kid_is_a_did_and_a_fragment() throws Exception {
    DidUrl url = DidUrl.parse("did:ebsi:zfEmvX5twhXjQJiCWsukvQA#keys-1");

    assertThat(url.did()).isEqualTo("did:ebsi:zfEmvX5twhXjQJiCWsukvQA");
    assertThat(url.method()).isEqualTo("ebsi");
    assertThat(url.fragment()).isEqualTo("keys-1");
    assertThat(url).hasToString("did:ebsi:zfEmvX5twhXjQJiCWsukvQA#keys-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#keys-1",
        "key-1",
        "did:ebsi:z1",
        "did:ebsi:z1#",
        "did:ebsi:#keys-1",
        "did:ebsi#keys-1",
        "did::z1#keys-1",
        "DID:ebsi:z1#keys-1",
        "did:EBSI:z1#keys-1",
        "did:ebsi:z1#keys#1",
        "did:ebsi:z1/path#keys-1",
        "did:ebsi:z1?versionId=1#keys-1",
        "did:ebsi:z1@host#keys-1",
        "did:ebsi:z1\\..#keys-1",
        "did:ebsi:z1#keys 1",
        "did:ebsi:z1#k\r\ney",
        " did:ebsi:z1#keys-1",
        "did:ebsi:z1#keys-1\n",
        "did:ebsi:zé#keys-1",
        "https://example.com/#keys-1"
      })
  void anything_else_is_refused(String kid) {
    DidResolutionException e = failure(kid);

    assertThat(e.reason()).isEqualTo(Reason.NOT_A_DID_URL);
    assertThat(e.description()).isEqualTo("it is not a DID, a # and a fragment");
  }

  @Test
  void an_overlong_kid_is_refused_before_it_is_looked_at() {
    assertThat(failure("did:key:" + "z".repeat(5_000_000) + "#1").description())
        .isEqualTo("it is longer than 4096 characters");
    assertThat(failure("did:" + "a".repeat(4092)).description()).contains("not a DID");
  }

  private static DidResolutionException failure(String kid) {
    return catchThrowableOfType(DidResolutionException.class, () -> DidUrl.parse(kid));
  }
}
