package dev.authmock.fetch;

import java.net.UnknownHostException;

/** A host has an address that is denied; a kind of failure that a DNS resolver may have. */
final class DeniedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  DeniedAddressException(String kindOfAddress) {
    super(kindOfAddress);
  }

  String kindOfAddress() {
    return String.valueOf(getMessage());
  }
}
