package dev.authmock.fault;

import dev.authmock.check.Evaluation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer that is being changed: the members of its JSON, or the request object that it is or leads to. */
final class Answer {
  private static final int FIRST_ERROR = 400;
  private static final String REQUEST = "request";
  private static final Pattern REQUEST_PARAMETER =
      Pattern.compile("(?<=[?&]" + REQUEST + "=)" + AnswerMembers.JWT);

  private final HttpRequest<?> request;
  private final MutableHttpResponse<?> response;
  private final Evaluation evaluation;
  private final JsonMapper json;
  private final Predicate<CharSequence> isOurs;
  private @Nullable AnswerMembers members;

  Answer(
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      Evaluation evaluation,
      JsonMapper json,
      Predicate<CharSequence> isOurs) {
    this.request = request;
    this.response = response;
    this.evaluation = evaluation;
    this.json = json;
    this.isOurs = isOurs;
  }

  /** Its members, if it is a JSON object and no error; else none. */
  AnswerMembers members() {
    if (members == null) {
      members = new AnswerMembers(isSuccess() && isJson() ? tree() : JsonNode.nullNode(), isOurs);
    }
    return members;
  }

  /** Whether a JWT is in it: in that member, or anywhere where none is named. */
  boolean hasJwt(@Nullable String only) {
    return members().hasJwt(only)
        || (only == null && (isJwt() || requestParameter().isPresent()));
  }

  /** Puts others in the place of those JWTs. */
  void changeJwts(@Nullable String only, UnaryOperator<String> change) {
    members().changeJwts(only, change);
    if (only == null && isJwt()) {
      String jwt = change.apply(String.valueOf(response.body()));
      response.body(jwt);
      noteRequestObject(jwt);
    }
    Optional<String> parameter = only == null ? requestParameter() : Optional.empty();
    parameter.ifPresent(request -> {
      String jwt = change.apply(request);
      response.getHeaders().set(HttpHeaders.LOCATION, location().replace(request, jwt));
      noteRequestObject(jwt);
    });
  }

  /** Lets the changes of its members go out. */
  void write() {
    if (members != null && members.isChanged()) {
      try {
        members.noteOn(evaluation, json);
        response.body(json.writeValueAsBytes(members.json()));
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }

  /** Whether anything goes out after the headers. */
  boolean hasBody() {
    return request.getMethod() != HttpMethod.HEAD && bytes().length > 0;
  }

  /** The body as it goes out, but for changes that were not written yet. */
  byte[] bytes() {
    Object body = response.body();
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    if (body instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return body == null || !isJson() ? new byte[0] : json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private JsonNode tree() {
    Object body = response.body();
    try {
      return body == null || body instanceof CharSequence || body instanceof byte[]
          ? JsonNode.nullNode()
          : json.writeValueToTree(body);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void noteRequestObject(String jwt) {
    evaluation.forgetAnswer(REQUEST);
    evaluation.noteAnswerJwt(REQUEST, jwt);
  }

  private boolean isSuccess() {
    return response.code() < FIRST_ERROR;
  }

  private boolean isJson() {
    return response
        .getContentType()
        .filter(type -> type.getSubtype().endsWith(MediaType.EXTENSION_JSON))
        .isPresent();
  }

  /** A request object goes as it is. */
  private boolean isJwt() {
    return isSuccess() && response.body() instanceof CharSequence text && isOurs.test(text);
  }

  /** The request object in the address that the client is sent to. */
  private Optional<String> requestParameter() {
    return REQUEST_PARAMETER
        .matcher(location())
        .results()
        .map(MatchResult::group)
        .filter(isOurs)
        .findFirst();
  }

  private String location() {
    String location = response.getHeaders().get(HttpHeaders.LOCATION);
    return location == null ? "" : location;
  }

  private static IllegalStateException unwritable(IOException e) {
    return new IllegalStateException("an answer that can't be written", e);
  }
}
