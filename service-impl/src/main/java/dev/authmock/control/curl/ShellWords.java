package dev.authmock.control.curl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command as a shell would: by the quoting of POSIX, with {@code $'…'}, or by that of the
 * Windows command prompt. What only a shell could fill in is not guessed at.
 *
 * @see <a
 *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02">POSIX.1-2024,
 *     shell command language, section 2.2</a>
 */
final class ShellWords {
  private final String text;
  private final boolean windows;
  private final List<String> words = new ArrayList<>();
  private @Nullable StringBuilder word;
  private int at;

  private ShellWords(String text, boolean windows) {
    this.text = text;
    this.windows = windows;
  }

  /**
   * The words of the first command in the text.
   *
   * @throws dev.authmock.check.RefusedException if a shell would not take them as they stand
   */
  static List<String> split(String text) {
    boolean windows = WindowsPrompt.isOf(text);
    return new ShellWords(windows ? WindowsPrompt.unescaped(text) : text, windows).split();
  }

  private List<String> split() {
    while (at < text.length() && step(text.charAt(at++))) {
      // Each step takes what it needs.
    }
    endWord();
    return words;
  }

  /** Takes what begins with this character; false at the end of the command. */
  private boolean step(char c) {
    switch (c) {
      case ' ', '\t', '\r', '\n' -> endWord();
      case '\\' -> backslash();
      case '"' -> doubleQuoted();
      case '|', ';' -> {
        return false;
      }
      case '<', '>' -> {
        dropDescriptor();
        return false;
      }
      case '&' -> {
        requireLast();
        return false;
      }
      default -> {
        if (windows) {
          add(c);
        } else {
          posix(c);
        }
      }
    }
    return true;
  }

  private void posix(char c) {
    switch (c) {
      case '\'' -> singleQuoted();
      case '$' -> dollar();
      case '`' -> backtick();
      default -> add(c);
    }
  }

  private void backslash() {
    int next = endOfBlankLine(at);
    if (next >= 0) {
      at = next;
    } else if (windows && !isNext('"')) {
      add('\\');
    } else if (at < text.length()) {
      add(text.charAt(at++));
    }
  }

  /** PowerShell goes on in the next line after a backtick; to a POSIX shell it is a command. */
  private void backtick() {
    int next = endOfBlankLine(at);
    if (next < 0) {
      throw filledIn("a command");
    }
    at = next;
  }

  /** The start of the next line, if nothing but blanks is left of this one; else -1. */
  private int endOfBlankLine(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '\n' ? i + 1 : -1;
  }

  private void singleQuoted() {
    int end = text.indexOf('\'', at);
    if (end < 0) {
      throw open();
    }
    word().append(text, at, end);
    at = end + 1;
  }

  private void doubleQuoted() {
    word();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        backslashInQuotes();
      } else if (c == '`' && !windows) {
        throw filledIn("a command");
      } else {
        if (c == '$') {
          requireNoExpansion();
        }
        add(c);
      }
    }
    throw open();
  }

  private void backslashInQuotes() {
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == '"' || (!windows && (next == '\\' || next == '$' || next == '`'))) {
      at++;
      add(next);
    } else if (!windows && next == '\n') {
      at++;
    } else {
      add('\\');
    }
  }

  private void dollar() {
    if (isNext('\'')) {
      at = AnsiQuoting.append(text, at + 1, word());
    } else if (isNext('"')) {
      at++;
      doubleQuoted();
    } else {
      requireNoExpansion();
      add('$');
    }
  }

  /** A shell would put something in the place of what begins so. */
  private void requireNoExpansion() {
    if (!windows && at < text.length()) {
      char next = text.charAt(at);
      if (Character.isLetterOrDigit(next) || "_{(@*#?!-$".indexOf(next) >= 0) {
        throw filledIn("a variable");
      }
    }
  }

  /** In {@code 2>file} the number is no word. */
  private void dropDescriptor() {
    if (word != null && word.chars().allMatch(Character::isDigit)) {
      word = null;
    }
  }

  /** Whoever forgets to quote a form sends no more than its first parameter. */
  private void requireLast() {
    boolean operator = isNext('&') || isNext('>');
    if (!operator && !text.substring(at).isBlank()) {
      throw PastedRequest.unreadable(
          "data in quotes, for a shell ends the command at a bare &", "a bare &");
    }
  }

  private boolean isNext(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void add(char c) {
    word().append(c);
  }

  private StringBuilder word() {
    if (word == null) {
      word = new StringBuilder();
    }
    return word;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private static RuntimeException filledIn(String what) {
    return PastedRequest.unreadable(
        "the command with its values filled in", what + " that only a shell can fill in");
  }

  private static RuntimeException open() {
    return PastedRequest.unreadable("a whole command", "a quote that is not closed");
  }
}
