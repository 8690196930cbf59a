package dev.authmock.app;

import dev.authmock.jose.CryptoProvider;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line where the server is, and which crypto provider it signs with. */
@Singleton
@Requires(notEnv = EmbeddedAuthMock.ENVIRONMENT)
class StartupLine implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(StartupLine.class);

  private final ServerUrls urls;
  private final CryptoProvider provider;

  StartupLine(ServerUrls urls, CryptoProvider provider) {
    this.urls = urls;
    this.provider = provider;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    LOG.info("Auth Mock at {} signs with {}", urls.issuer(), provider.name());
  }
}
