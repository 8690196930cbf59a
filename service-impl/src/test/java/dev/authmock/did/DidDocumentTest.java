package dev.authmock.did;

import static dev.authmock.did.DidDocuments.CRYPTO;
import static dev.authmock.did.DidDocuments.DID;
import static dev.authmock.did.DidDocuments.KEY_1;
import static dev.authmock.did.DidDocuments.KEY_2;
import static dev.authmock.did.VerificationRelationship.ASSERTION_METHOD;
import static dev.authmock.did.VerificationRelationship.AUTHENTICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.did.DidResolutionException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidDocumentTest {

  private final ECKey first = DidDocuments.key();
  private final ECKey second = DidDocuments.key();

  @Test
  void a_key_is_found_by_the_absolute_id_of_its_method() throws Exception {
    DidDocument document = parse(DidDocuments.of(first));

    assertThat(document.key(KEY_1, AUTHENTICATION).jwk().getX()).isEqualTo(first.getX());
    assertThat(document.key(KEY_1, AUTHENTICATION).keyId()).contains(KEY_1);
    assertThat(document.key(KEY_1, ASSERTION_METHOD).keyId()).contains(KEY_1);
  }

  @ParameterizedTest
  @CsvSource({"#keys-1, #keys-1", "#keys-1, " + KEY_1, KEY_1 + ", #keys-1"})
  void an_id_may_be_relative_to_the_did(String id, String reference) throws Exception {
    DidDocument document = parse(
        DidDocuments.of(List.of(DidDocuments.method(id, first)), List.of(reference), List.of()));

    assertThat(document.key(KEY_1, AUTHENTICATION).jwk().getX()).isEqualTo(first.getX());
  }

  @Test
  void each_key_is_for_what_it_is_listed_under_only() throws Exception {
    DidDocument document = parse(DidDocuments.of(
        List.of(DidDocuments.method(KEY_1, first), DidDocuments.method(KEY_2, second)),
        List.of(KEY_1),
        List.of(KEY_2)));

    assertThat(document.key(KEY_1, AUTHENTICATION).jwk().getX()).isEqualTo(first.getX());
    assertThat(document.key(KEY_2, ASSERTION_METHOD).jwk().getX()).isEqualTo(second.getX());
    assertThat(failure(document, KEY_2, AUTHENTICATION))
        .hasMessage("the DID document does not list this verification method under authentication")
        .extracting(DidResolutionException::reason)
        .isEqualTo(Reason.NOT_FOR_RELATIONSHIP);
    assertThat(failure(document, KEY_1, ASSERTION_METHOD))
        .hasMessage(
            "the DID document does not list this verification method under assertionMethod");
  }

  @Test
  void an_embedded_method_is_for_the_relationship_that_it_is_in() throws Exception {
    DidDocument document = parse(
        DidDocuments.of(List.of(), List.of(DidDocuments.method("#keys-1", first)), List.of()));

    assertThat(document.key(KEY_1, AUTHENTICATION).jwk().getX()).isEqualTo(first.getX());
    assertThat(failure(document, KEY_1, ASSERTION_METHOD).reason())
        .isEqualTo(Reason.NOT_FOR_RELATIONSHIP);
  }

  @ParameterizedTest
  @ValueSource(strings = {DID + "#keys-3", DID, "#keys-1", "keys-1", "did:ebsi:z1#keys-1"})
  void an_id_that_no_method_has_is_told(String id) throws Exception {
    DidResolutionException e = failure(parse(DidDocuments.of(first)), id, AUTHENTICATION);

    assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    assertThat(e.description()).isEqualTo("the DID document has no verification method of this id");
  }

  @Test
  void a_reference_to_a_method_that_is_not_there_leads_nowhere() throws Exception {
    DidDocument document = parse(DidDocuments.of(List.of(), List.of(KEY_1), List.of()));

    assertThat(failure(document, KEY_1, AUTHENTICATION).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
  }

  @Test
  void a_key_of_another_kind_is_of_no_use_but_spoils_no_other() throws Exception {
    ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();
    DidDocument document = parse(DidDocuments.of(
        List.of(DidDocuments.method(KEY_1, first), DidDocuments.method(KEY_2, p384)),
        List.of(KEY_1, KEY_2),
        List.of()));

    assertThat(document.key(KEY_1, AUTHENTICATION).keyId()).contains(KEY_1);
    assertThat(failure(document, KEY_2, AUTHENTICATION))
        .hasMessage("this verification method is of no use for ES256:"
            + " a key is not of kty EC and crv P-256")
        .extracting(DidResolutionException::reason)
        .isEqualTo(Reason.KEY_UNUSABLE);
  }

  @ParameterizedTest
  @CsvSource({"use, enc", "alg, ES256K", "alg, ECDH-ES"})
  void a_key_for_something_else_than_es256_is_of_no_use(String member, String value)
      throws Exception {
    assertThat(keyFailure(Map.of(member, value)))
        .endsWith("its use, alg or key_ops is not that of a key that verifies ES256");
  }

  @Test
  void a_private_or_malformed_key_is_of_no_use_and_not_quoted() throws Exception {
    assertThat(keyFailure(Map.of("d", "s3cret")))
        .contains("private members")
        .doesNotContain("s3cret");
    assertThat(keyFailure(Map.of("x", second.getX().toString())))
        .endsWith("x and y of a P-256 key are not a point of the curve");
  }

  @Test
  void a_method_without_publicKeyJwk_is_of_no_use() throws Exception {
    for (Map<String, Object> method : List.<Map<String, Object>>of(
        Map.of("id", KEY_1, "publicKeyMultibase", "zDn"),
        Map.of("id", KEY_1, "publicKeyJwk", "zDn"))) {
      DidDocument document = parse(DidDocuments.of(List.of(method), List.of(KEY_1), List.of()));

      assertThat(failure(document, KEY_1, AUTHENTICATION))
          .hasMessage("this verification method is of no use for ES256: it has no publicKeyJwk");
    }
  }

  @Test
  void the_document_of_another_did_is_refused() {
    for (Object id : new Object[] {"did:ebsi:zZeKyEJfUTGwajhNyNX928z", "", 1, DID + "#a"}) {
      Map<String, Object> document = DidDocuments.of(first);
      document.put("id", id);
      assertThat(malformed(DidDocuments.json(document)))
          .isEqualTo("the id of the DID document is not the DID");
    }
    assertThat(malformed("{}")).isEqualTo("the id of the DID document is not the DID");
  }

  @Test
  void two_methods_of_one_id_are_refused_wherever_they_are() {
    for (String other : List.of(KEY_1, "#keys-1")) {
      Map<String, Object> method = DidDocuments.method(KEY_1, first);
      Map<String, Object> twin = DidDocuments.method(other, second);
      for (Map<String, Object> document : List.of(
          DidDocuments.of(List.of(method, twin), List.of(KEY_1), List.of()),
          DidDocuments.of(List.of(method), List.of(twin), List.of()),
          DidDocuments.of(List.of(), List.of(method), List.of(twin)))) {
        assertThat(malformed(DidDocuments.json(document)))
            .isEqualTo("the DID document has two verification methods of one id");
      }
    }
  }

  @Test
  void a_method_that_is_referred_to_twice_is_one_method() throws Exception {
    DidDocument document = parse(DidDocuments.of(
        List.of(DidDocuments.method(KEY_1, first)), List.of(KEY_1, "#keys-1"), List.of()));

    assertThat(document.key(KEY_1, AUTHENTICATION).keyId()).contains(KEY_1);
  }

  @Test
  void more_than_a_hundred_methods_are_refused() {
    List<?> methods =
        IntStream.rangeClosed(0, 100).mapToObj(i -> Map.of("id", "#" + i)).toList();

    assertThat(malformed(DidDocuments.json(DidDocuments.of(methods, List.of(), List.of()))))
        .isEqualTo("the DID document has more than 100 verification methods");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verificationMethod", "authentication", "assertionMethod"})
  void members_of_another_type_are_told(String name) {
    for (String value : List.of("null", "1", "{}", "\"a\"")) {
      assertThat(malformed("{\"id\":\"" + DID + "\",\"" + name + "\":" + value + "}"))
          .isEqualTo(name + " of the DID document is not an array");
    }
    for (String element : List.of("null", "1", "{}", "[]", "{\"id\":1}", "{\"id\":null}")) {
      assertThat(malformed("{\"id\":\"" + DID + "\",\"" + name + "\":[" + element + "]}"))
          .isEqualTo(name + " of the DID document has an element without an id");
    }
  }

  @Test
  void what_is_no_json_object_is_told() {
    assertThat(malformed("")).isEqualTo("the DID document is empty");
    assertThat(malformed("<html>")).isEqualTo("the DID document is not valid JSON");
    assertThat(malformed("[]")).isEqualTo("the DID document is not a JSON object");
    assertThat(malformed("{\"id\":\"a\",\"id\":\"a\"}"))
        .isEqualTo("the DID document names a member twice");
    assertThat(malformed("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
        .isEqualTo("the DID document is nested too deeply or has an overlong name or number");
  }

  private String keyFailure(Map<String, Object> members) throws Exception {
    Map<String, Object> jwk = new HashMap<>(first.toPublicJWK().toJSONObject());
    jwk.putAll(members);
    DidDocument document =
        parse(DidDocuments.of(List.of(DidDocuments.method(KEY_1, jwk)), List.of(KEY_1), List.of()));
    DidResolutionException e = failure(document, KEY_1, AUTHENTICATION);
    assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE);
    return e.description();
  }

  private static DidDocument parse(Map<String, Object> document) throws DidResolutionException {
    return DidDocument.parse(DID, DidDocuments.json(document), CRYPTO);
  }

  private static String malformed(String json) {
    DidResolutionException e = catchThrowableOfType(
        DidResolutionException.class, () -> DidDocument.parse(DID, json, CRYPTO));
    assertThat(e.reason()).isEqualTo(Reason.DOCUMENT_MALFORMED);
    return e.description();
  }

  private static DidResolutionException failure(
      DidDocument document, String id, VerificationRelationship relationship) {
    return catchThrowableOfType(DidResolutionException.class, () -> document.key(id, relationship));
  }
}
