package dev.authmock.app;

import dev.authmock.jose.CryptoProvider;
import dev.authmock.redis.StoreConfiguration;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line where the server is, what it signs with, and where it keeps codes. */
@Singleton
@Requires(notEnv = EmbeddedAuthMock.ENVIRONMENT)
class StartupLine implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(StartupLine.class);

  private final ServerUrls urls;
  private final CryptoProvider provider;
  private final StoreConfiguration store;
  private final boolean isRedisNamed;

  StartupLine(
      ServerUrls urls,
      CryptoProvider provider,
      StoreConfiguration store,
      @Property(name = "redis.uri", defaultValue = "") String redisUri,
      @Property(name = "redis.uris", defaultValue = "") List<String> redisUris) {
    this.urls = urls;
    this.provider = provider;
    this.store = store;
    this.isRedisNamed = !redisUri.isBlank() || redisUris.stream().anyMatch(uri -> !uri.isBlank());
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    LOG.info(
        "Auth Mock at {} signs with {} and keeps codes in {}",
        urls.issuer(),
        provider.name(),
        store.isRedis() ? "Redis" : "memory");
    if (isRedisNamed && !store.isRedis()) {
      LOG.warn("An address of Redis is set, and not used: authmock.store is memory");
    }
  }
}
