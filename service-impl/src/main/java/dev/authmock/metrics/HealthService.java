package dev.authmock.metrics;

import dev.authmock.api.control.model.Health;
import dev.authmock.api.control.model.HealthComponent;
import dev.authmock.grant.MeasuredStore;
import dev.authmock.grant.StoreLevel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what this server needs to work. */
@Singleton
class HealthService {
  private final SigningHealth signing;
  private final Collection<MeasuredStore> stores;

  HealthService(SigningHealth signing, Collection<MeasuredStore> stores) {
    this.signing = signing;
    this.stores = stores;
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
    boolean works = signing.works();
    String provider = signing.provider();
    return component(
        "signing",
        works,
        works ? "ES256 with " + provider : provider + " makes no ES256 signature that verifies");
  }

  private HealthComponent stores() {
    List<StoreLevel> levels = stores.stream().map(MeasuredStore::level).toList();
    String full = levels.stream()
        .filter(StoreLevel::isFull)
        .map(level -> level.store() + " (" + level.entries() + ")")
        .collect(Collectors.joining(", "));
    return component(
        "stores",
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
