package dev.authmock.client;

class InMemoryClientRegistryTest extends ClientRegistryContract {

  @Override
  ClientRegistry empty(RegistrationConfiguration settings, ConfiguredClients configured) {
    return new InMemoryClientRegistry(settings, configured);
  }
}
