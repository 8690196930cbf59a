package dev.authmock.jose;

/** A text is no JSON array; the message is a predicate, such as "is not valid JSON". */
public final class NotJsonArrayException extends Exception {

  private static final long serialVersionUID = 1L;

  NotJsonArrayException(String predicate) {
    super(predicate);
  }

  /** What to say after the name of the text; it quotes nothing of it. */
  public String predicate() {
    return String.valueOf(getMessage());
  }
}
