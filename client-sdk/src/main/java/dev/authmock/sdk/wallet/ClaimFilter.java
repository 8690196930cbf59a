package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A JSON Schema of {@code type}, {@code const}, {@code enum} and {@code contains}, as the mock's
 * definitions have it.
 *
 * @see <a href="https://json-schema.org/draft-07/json-schema-validation">JSON Schema draft 7</a>
 */
final class ClaimFilter {

  private static final Map<String, JsonNodeType> TYPES = Map.of(
      "array", JsonNodeType.ARRAY,
      "object", JsonNodeType.OBJECT,
      "string", JsonNodeType.STRING,
      "number", JsonNodeType.NUMBER,
      "boolean", JsonNodeType.BOOLEAN);

  /** What says something, and what need not be looked at. */
  private static final Set<String> KNOWN =
      Set.of("type", "const", "enum", "contains", "$schema", "title", "description");

  private final JsonNode schema;

  private ClaimFilter(JsonNode schema) {
    this.schema = schema;
  }

  /** Reads a filter; one that is missing lets everything pass. */
  static ClaimFilter parse(JsonNode schema) {
    schema
        .fieldNames()
        .forEachRemaining(keyword -> VerificationException.require(
            KNOWN.contains(keyword),
            "a filter must have no keyword that this wallet does not know"));
    if (schema.has("contains")) {
      parse(schema.path("contains"));
    }
    String type = schema.path("type").asText("array");
    VerificationException.require(
        TYPES.containsKey(type), "a filter must name a type that this wallet knows");
    return new ClaimFilter(schema);
  }

  boolean passes(JsonNode value) {
    return passes(schema, value);
  }

  private static boolean passes(JsonNode schema, JsonNode value) {
    return (!schema.has("type") || TYPES.get(schema.path("type").asText()) == value.getNodeType())
        && (!schema.has("const") || schema.path("const").equals(value))
        && (!schema.has("enum") || has(schema.path("enum"), value))
        && (!schema.has("contains") || !value.isArray() || anyPasses(schema, value));
  }

  private static boolean anyPasses(JsonNode schema, JsonNode array) {
    return elements(array).anyMatch(element -> passes(schema.path("contains"), element));
  }

  private static boolean has(JsonNode array, JsonNode value) {
    return elements(array).anyMatch(value::equals);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
