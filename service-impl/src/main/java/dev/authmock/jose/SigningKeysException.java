package dev.authmock.jose;

/** The configured signing keys can't be used; the message quotes nothing of them but a kid. */
public final class SigningKeysException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  SigningKeysException(String message) {
    super(message);
  }
}
