package dev.authmock.app.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.MethodInjectionPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings that this server reads: what its configuration beans are made of, so that there is no
 * second list of them.
 */
public final class KnownSettings {
  static final String PREFIX = "authmock.";

  /** Those that are read from the environment itself. */
  private static final List<KnownSetting> READ_AS_WRITTEN = List.of(
      new KnownSetting("authmock.base-url", Kind.ANYTHING),
      new KnownSetting("authmock.token-shapes.*", Kind.ANYTHING));

  /** Those of the framework that the README offers. */
  static final List<KnownSetting> OF_THE_FRAMEWORK = List.of(
      new KnownSetting("micronaut.server.port", Kind.NUMBER),
      new KnownSetting("micronaut.server.max-request-size", Kind.SIZE),
      new KnownSetting("micronaut.server.netty.max-header-size", Kind.SIZE),
      new KnownSetting("micronaut.server.netty.max-initial-line-length", Kind.SIZE),
      new KnownSetting("micronaut.server.idle-timeout", Kind.DURATION),
      new KnownSetting("micronaut.lifecycle.graceful-shutdown.grace-period", Kind.DURATION));

  private KnownSettings() {}

  /** The names of this server's own settings, as the README has them. */
  public static List<String> names(BeanContext context) {
    return own(context).stream().map(KnownSetting::name).sorted().distinct().toList();
  }

  static List<KnownSetting> own(BeanContext context) {
    List<KnownSetting> found = new ArrayList<>(READ_AS_WRITTEN);
    for (BeanDefinitionReference<?> reference : context.getBeanDefinitionReferences()) {
      if (isOwn(reference) && reference.isConfigurationProperties()) {
        addOf(reference.load(), found);
      }
    }
    return found;
  }

  static boolean isOwn(BeanDefinitionReference<?> reference) {
    return reference.getBeanDefinitionName().startsWith("dev.authmock.");
  }

  private static void addOf(BeanDefinition<?> bean, List<KnownSetting> found) {
    for (Argument<?> argument : bean.getConstructor().getArguments()) {
      add(argument.getAnnotationMetadata(), argument, found);
    }
    for (MethodInjectionPoint<?, ?> setter : bean.getInjectedMethods()) {
      for (Argument<?> argument : setter.getArguments()) {
        add(setter.getAnnotationMetadata(), argument, found);
      }
    }
  }

  private static void add(AnnotationMetadata metadata, Argument<?> type, List<KnownSetting> found) {
    metadata
        .stringValue(Property.class, "name")
        .filter(name -> name.startsWith(PREFIX))
        .ifPresent(name -> found.add(new KnownSetting(name, Kind.of(type))));
  }
}
