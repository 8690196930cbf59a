package dev.authmock.jose;

import dev.authmock.redis.InMemory;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Makes what signs and verifies, once for the process. */
@Factory
final class JoseFactory {

  /** Made with the context, so that the native code loads while the rest still starts. */
  @Context
  CryptoProvider cryptoProvider(JoseSettings settings) {
    return CryptoProvider.loadInBackground(ProviderChoice.named(settings.cryptoProvider()));
  }

  /** Made with the context, so that keys that can't be used stop the start. */
  @Context
  SigningKeys signingKeys(JoseSettings settings, GeneratedKeys generated, CryptoProvider crypto) {
    return settings
        .signingKeys()
        .map(file -> ofFile(file, settings.signingKeyId(), crypto))
        .orElseGet(generated::get);
  }

  /** Those of a server that shares nothing: fresh ones at each start. */
  @Singleton
  @InMemory
  GeneratedKeys freshKeys(SecureRandom random) {
    return () -> SigningKeys.generate(random);
  }

  @Singleton
  JwtSigner jwtSigner(SigningKeys keys, CryptoProvider crypto) {
    return new JwtSigner(keys, crypto);
  }

  @Singleton
  PublishedKeys publishedKeys(SigningKeys keys, CryptoProvider crypto) {
    return new PublishedKeys(keys, crypto);
  }

  private static SigningKeys ofFile(Path file, Optional<String> kid, CryptoProvider crypto) {
    String jwks = read(file);
    try {
      return SigningKeys.fromJwks(jwks, kid, crypto);
    } catch (SigningKeysException e) {
      throw new SigningKeysException("authmock.signing-keys (" + file + "): " + e.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new SigningKeysException("authmock.signing-keys is not a UTF-8 text: " + file);
    } catch (IOException e) {
      throw new SigningKeysException("authmock.signing-keys can't be read: " + file);
    }
  }
}
