package dev.authmock.control.curl;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The request that a curl command would send.
 *
 * @see <a href="https://curl.se/docs/manpage.html">curl's manual</a>
 */
final class CurlCommand {
  private static final String TOKEN = "/auth-mock/token";

  private final List<String> urls = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  /** Of a header that is given twice, the server takes the first. */
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private @Nullable String method;
  private @Nullable String credentials;
  private boolean get;
  private boolean head;
  private boolean json;

  private CurlCommand() {}

  /** Whether a text begins as a curl command does, after a prompt maybe. */
  static boolean isOne(String text) {
    String command = withoutPrompt(text);
    for (String name : List.of("curl", "curl.exe")) {
      if (command.startsWith(name)
          && (command.length() == name.length()
              || Character.isWhitespace(command.charAt(name.length())))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutPrompt(String text) {
    boolean prompt = text.startsWith("$ ") || text.startsWith("% ") || text.startsWith("> ");
    return prompt ? text.substring(2).stripLeading() : text;
  }

  /**
   * Reads a command.
   *
   * @throws RefusedException if it does not send one request to a token endpoint, or if that can't be
   *     told
   */
  static PastedRequest parse(String text) {
    List<String> words = ShellWords.split(withoutPrompt(text));
    CurlCommand command = new CurlCommand();
    for (CurlArgument argument : CurlArgument.of(words.subList(1, words.size()))) {
      command.apply(argument.option(), argument.value());
    }
    command.requireTokenEndpoint();
    return command.request();
  }

  private void apply(CurlOption option, String value) {
    switch (option) {
      case DATA -> data.add(requireNoFile(value));
      case DATA_RAW -> data.add(value);
      case DATA_URLENCODE -> data.add(UrlencodedData.of(value));
      case JSON -> {
        json = true;
        data.add(requireNoFile(value));
      }
      case HEADER -> addHeader(requireNoFile(value));
      case USER ->
        credentials =
            "Basic " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      case BEARER -> credentials = "Bearer " + value;
      case METHOD -> method = value;
      case GET -> get = true;
      case HEAD -> head = true;
      case URL -> urls.add(value);
      default -> {
        // The rest makes no difference here.
      }
    }
  }

  static String requireNoFile(String value) {
    if (value.startsWith("@")) {
      throw PastedRequest.unreadable(
          "what the request sends, in the command itself", "a file to read it from");
    }
    return value;
  }

  /** {@code Name: value}; {@code Name:} takes away what curl would send, {@code Name;} sends nothing. */
  private void addHeader(String header) {
    int colon = header.indexOf(':');
    if (colon > 0) {
      headers.putIfAbsent(
          header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    } else if (header.endsWith(";")) {
      headers.putIfAbsent(header.substring(0, header.length() - 1).strip(), "");
    }
  }

  private void requireTokenEndpoint() {
    if (urls.size() != 1) {
      throw PastedRequest.unreadable(
          "one address, and all that has blanks in it in quotes",
          urls.isEmpty() ? "none" : urls.size() + " words that are no options");
    }
    String path = path(urls.get(0));
    if (!path.endsWith(TOKEN)) {
      throw PastedRequest.unreadable(
          "the address of a token endpoint, which ends in " + TOKEN,
          "one with the path " + Difference.show(ServerUrls.withoutSecrets(path)));
    }
    String coding = headers.getOrDefault(HttpHeaders.CONTENT_ENCODING, "");
    if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
      throw PastedRequest.unreadable("a body as it is", "a Content-Encoding");
    }
  }

  /** The address may come without http://, as curl allows. */
  private static String path(String url) {
    try {
      String path = new URI(url.contains("://") ? url : "http://" + url).getPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      throw PastedRequest.unreadable(
          "an address such as https://authorization-server.example" + TOKEN, "none");
    }
  }

  private PastedRequest request() {
    boolean sends = !data.isEmpty() && !get && !head;
    String asked = method != null ? method : head ? "HEAD" : sends ? "POST" : "GET";
    String type = json ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED;
    // curl leaves out a header that is given without a value.
    return new PastedRequest(
        asked,
        given(HttpHeaders.CONTENT_TYPE, sends ? type : null).orElse(null),
        given(HttpHeaders.AUTHORIZATION, credentials).orElse(null),
        sends ? String.join(json ? "" : "&", data) : "");
  }

  private Optional<String> given(String header, @Nullable String otherwise) {
    return Optional.ofNullable(headers.getOrDefault(header, otherwise == null ? "" : otherwise))
        .filter(value -> !value.isEmpty());
  }
}
