package dev.authmock.credential;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.check.Evaluation;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.SteppingClock;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SigningKeys;
import dev.authmock.server.ServerUrls;
import java.security.SecureRandom;

/** What the rules of credentials need, without a container. */
final class Fixture {
  final SteppingClock clock = new SteppingClock();
  final OpaqueTokens random = new OpaqueTokens(new SecureRandom());
  final CryptoProvider crypto = CryptoProvider.load(ProviderChoice.JDK);
  final SigningKeys keys = SigningKeys.generate(new SecureRandom());
  final ECKey publicKey = keys.publicKey();
  final JwtSigner signer = new JwtSigner(keys, crypto);
  final Evaluation evaluation = new Evaluation("id");
  final ServerUrls urls = new ServerUrls("https://mock.example", () -> {
    throw new AssertionError("the port is not needed");
  });
  final AccessTokenRules accessTokens =
      new AccessTokenRules(() -> new PublishedKeys(keys, crypto), urls, clock);
}
