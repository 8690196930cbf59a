package dev.authmock.jose;

/** The keys that this server signs with where none are configured. */
interface GeneratedKeys {

  /** The keys, generated now or before. */
  SigningKeys get();
}
