package dev.authmock.metrics;

import dev.authmock.api.control.model.Health;
import dev.authmock.api.control.model.HealthComponent;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.MeasuredStore;
import dev.authmock.grant.StoreLevel;
import dev.authmock.redis.RedisProbe;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at what this server needs to work. */
@Singleton
class HealthService {
  private static final String STORES = "stores";

  private final SigningHealth signing;
  private final Collection<MeasuredStore> stores;
  private final @Nullable RedisProbe redis;

  HealthService(
      SigningHealth signing, Collection<MeasuredStore> stores, @Nullable RedisProbe redis) {
    this.signing = signing;
    this.stores = stores;
    this.redis = redis;
  }

  Health look() {
    List<HealthComponent> components = List.of(signing(), stores());
    boolean up =
        components.stream().allMatch(part -> part.getStatus() == HealthComponent.StatusEnum.UP);
    return new Health()
        .status(up ? Health.StatusEnum.UP : Health.StatusEnum.DOWN)
        .components(components);
  }

  private HealthComponent signing() {
    Optional<String> flaw = signing.flaw();
    return component(
        "signing", flaw.isEmpty(), flaw.orElseGet(() -> "ES256 with " + signing.provider()));
  }

  private HealthComponent stores() {
    return redis == null ? inMemory() : inRedis(redis);
  }

  private static HealthComponent inRedis(RedisProbe redis) {
    try {
      redis.requireWrites();
      return component(STORES, true, "Redis takes what is written");
    } catch (RefusedException e) {
      return component(STORES, false, e.difference().actual());
    }
  }

  private HealthComponent inMemory() {
    List<StoreLevel> levels = stores.stream().map(MeasuredStore::level).toList();
    String full = levels.stream()
        .filter(StoreLevel::isFull)
        .map(level -> level.store() + " (" + level.entries() + ")")
        .collect(Collectors.joining(", "));
    return component(
        STORES,
        full.isEmpty(),
        full.isEmpty() ? levels.size() + " stores have room" : "full: " + full);
  }

  private static HealthComponent component(String name, boolean up, String detail) {
    return new HealthComponent()
        .name(name)
        .status(up ? HealthComponent.StatusEnum.UP : HealthComponent.StatusEnum.DOWN)
        .detail(detail);
  }
}
