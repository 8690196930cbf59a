package dev.authmock.control.curl;

import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token request that a tester has pasted, as it would come over HTTP.
 *
 * @param method its method
 * @param contentType its Content-Type, if it has one
 * @param authorization its Authorization header, if it has one
 * @param body its body
 */
public record PastedRequest(
    String method, @Nullable String contentType, @Nullable String authorization, String body) {
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
  private static final int MAX_BODY = 65_536;

  /**
   * Reads a form body, or a curl command.
   *
   * @throws RefusedException if it is a curl command that can't be understood; nothing that may be
   *     secret is in it
   */
  public static PastedRequest read(String pasted) {
    String text = pasted.strip();
    return CurlCommand.isOne(text)
        ? CurlCommand.parse(text)
        : new PastedRequest("POST", FORM, null, onOneLine(text));
  }

  /**
   * The form, if the request is one that the server would take for a form.
   *
   * @throws RefusedException as the server refuses others, before any rule of OAuth is tried
   */
  public byte[] requireForm() {
    if (!method.equals("POST")) {
      throw new RefusedException(RequestCheck.REQUEST_METHOD, Difference.of("POST", method));
    }
    byte[] form = body.getBytes(StandardCharsets.UTF_8);
    if (form.length > MAX_BODY) {
      throw new RefusedException(
          RequestCheck.REQUEST_SIZE,
          new Difference("at most " + MAX_BODY + " bytes of body", form.length + " bytes"));
    }
    boolean nothing = contentType == null && form.length == 0;
    if (!nothing && !isForm()) {
      throw new RefusedException(RequestCheck.REQUEST_MEDIA_TYPE, Difference.of(FORM, contentType));
    }
    return form;
  }

  private boolean isForm() {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().equalsIgnoreCase(FORM);
  }

  /** The standards show forms with line breaks that are not part of them. */
  private static String onOneLine(String form) {
    return form.lines().map(String::strip).collect(Collectors.joining());
  }

  static RefusedException unreadable(String expected, String actual) {
    return new RefusedException(ControlCheck.EVALUATION_REQUEST, new Difference(expected, actual));
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "PastedRequest[" + method + "]";
  }
}
