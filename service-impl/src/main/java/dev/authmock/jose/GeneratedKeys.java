package dev.authmock.jose;

import java.util.Optional;

/** The keys that this server signs with where none are configured. */
public interface GeneratedKeys {

  /** The keys, generated now or before. */
  SigningKeys get();

  /** Why nobody else trusts what is signed with them; empty where all is well. */
  default Optional<String> flaw() {
    return Optional.empty();
  }
}
