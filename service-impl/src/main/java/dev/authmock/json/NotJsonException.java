package dev.authmock.json;

/** A text is not the JSON that it should be; the message is a predicate, such as "is not valid JSON". */
public final class NotJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  NotJsonException(String predicate) {
    super(predicate);
  }

  /** What to say after the name of the text; it quotes nothing of it. */
  public String predicate() {
    return String.valueOf(getMessage());
  }
}
