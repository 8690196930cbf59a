package dev.authmock.jose;

/** The crypto provider cannot do its work on this machine. */
public final class CryptoProviderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CryptoProviderException(String message) {
    super(message);
  }

  CryptoProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
