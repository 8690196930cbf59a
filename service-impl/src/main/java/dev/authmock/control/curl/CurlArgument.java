package dev.authmock.control.curl;

import dev.authmock.check.RefusedException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One option of a curl command with its value; a word that belongs to none is an address.
 *
 * @param option the option
 * @param value its value, empty where it takes none; maybe a secret
 * @see <a href="https://curl.se/docs/manpage.html">curl's manual</a>
 */
record CurlArgument(CurlOption option, String value) {
  private static final Pattern NAME = Pattern.compile("-[A-Za-z]|--[a-z][a-z0-9.-]{1,20}");

  /**
   * The options that these words are, in their order.
   *
   * @throws RefusedException if one is not known, or sends something else than a form
   */
  static List<CurlArgument> of(List<String> words) {
    List<CurlArgument> arguments = new ArrayList<>();
    Iterator<String> more = words.iterator();
    while (more.hasNext()) {
      String word = more.next();
      if (word.startsWith("--") && word.length() > 2) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        arguments.add(of(name, equals < 0 ? null : word.substring(equals + 1), more));
      } else if (word.startsWith("-") && word.length() > 1) {
        addLetters(word, more, arguments);
      } else {
        arguments.add(new CurlArgument(CurlOption.URL, word));
      }
    }
    return arguments;
  }

  /** Several options of one letter may stand together, and the value of the last beside it. */
  private static void addLetters(String word, Iterator<String> more, List<CurlArgument> arguments) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      if (option(name).takesValue()) {
        String rest = word.substring(i + 1);
        arguments.add(of(name, rest.isEmpty() ? null : rest, more));
        return;
      }
      arguments.add(of(name, null, more));
    }
  }

  private static CurlArgument of(String name, @Nullable String attached, Iterator<String> more) {
    CurlOption option = option(name);
    if (!option.takesValue()) {
      return new CurlArgument(option, "");
    }
    if (attached == null && !more.hasNext()) {
      throw PastedRequest.unreadable("a value after " + name, "nothing");
    }
    return new CurlArgument(option, attached == null ? more.next() : attached);
  }

  private static CurlOption option(String name) {
    CurlOption option = CurlOption.of(name.substring(name.startsWith("--") ? 2 : 1))
        .orElseThrow(() -> unknown(name));
    if (option == CurlOption.UNFIT) {
      throw PastedRequest.unreadable(
          "one request with its form in -d or --data-urlencode", "the option " + name);
    }
    return option;
  }

  /** What is not known may be a secret in the wrong place. */
  private static RefusedException unknown(String name) {
    return PastedRequest.unreadable(
        "options of curl that are known here",
        NAME.matcher(name).matches()
            ? "the option " + name + ", which may be left out"
            : "another option");
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return option.name();
  }
}
