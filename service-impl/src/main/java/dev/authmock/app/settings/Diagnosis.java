package dev.authmock.app.settings;

import dev.authmock.server.ServerUrls;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinitionReference;
import java.net.BindException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a start failed: all that is wrong with the configuration, and not only what failed first. */
public final class Diagnosis {
  private static final Pattern PORT_AT_THE_END = Pattern.compile(":(\\d+)$");
  private static final List<String> SECRETS =
      List.of("redis.uri", "redis.password", "authmock.control.token");

  /** A list of them. */
  private static final String SECRET_URIS = "redis.uris";

  private static final String YAML = "org.yaml.snakeyaml.";

  /** What is followed by something out of the file. */
  private static final Pattern NAME = Pattern.compile("\\b(alias|anchor|handle|key|tag)\\b.*");

  private static final Pattern PLACE = Pattern.compile("line \\d+, column \\d+");

  private static final String GENERATED = "$Definition";

  /** Shorter ones are in any word. */
  private static final int SHORTEST = 4;

  private Diagnosis() {}

  /** At least one line, none of them with a secret in it. */
  public static List<String> of(ApplicationContext context, Throwable failure) {
    Set<String> problems = new LinkedHashSet<>();
    try {
      problems.addAll(SettingsCheck.problems(context));
      problems.addAll(problemsOfBeans(context));
    } catch (RuntimeException | LinkageError e) {
      // The failure itself is what there is to be said.
    }
    Throwable root = root(failure);
    if (root instanceof BindException) {
      problems.add(taken(failure, root));
    } else if (isOwn(root) && !(root instanceof InvalidSettingsException)) {
      problems.addAll(text(root).lines().toList());
    } else if (problems.isEmpty()) {
      problems.add(brokenYaml(failure)
          .orElseGet(() -> text(root).lines().findFirst().orElse(root.toString())));
    }
    return problems.stream().map(problem -> withoutSecrets(problem, context)).toList();
  }

  /** What makes the settings into something: each says in its own words what it can't use. */
  private static List<String> problemsOfBeans(ApplicationContext context) {
    List<String> problems = new ArrayList<>();
    for (BeanDefinitionReference<?> reference : context.getBeanDefinitionReferences()) {
      if (KnownSettings.isOwn(reference)
          && (reference.isContextScope() || reference.isConfigurationProperties())) {
        problems.addAll(problemsOf(reference.getBeanType(), context));
      }
    }
    // Made when the server listens.
    problems.addAll(problemsOf(ServerUrls.class, context));
    return problems;
  }

  private static List<String> problemsOf(Class<?> bean, ApplicationContext context) {
    try {
      context.getBeansOfType(bean);
    } catch (RuntimeException | LinkageError e) {
      Throwable root = root(e);
      if (isOwn(root) && !(root instanceof InvalidSettingsException)) {
        return text(root).lines().toList();
      }
    }
    return List.of();
  }

  /** Without what it quotes, be it lines or names: there may be a secret in them. */
  private static Optional<String> brokenYaml(Throwable failure) {
    Optional<Throwable> ofYaml = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(cause -> cause.getClass().getName().startsWith(YAML))
        .findFirst();
    if (ofYaml.isEmpty()) {
      return Optional.empty();
    }
    String text = text(ofYaml.get());
    String what = text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .map(line -> NAME.matcher(line).replaceFirst("$1"))
        .collect(Collectors.joining(", "));
    String where = PLACE
        .matcher(text)
        .results()
        .reduce((first, last) -> last)
        .map(place -> " (" + place.group() + ")")
        .orElse("");
    return Optional.of("a configuration file is not valid YAML: " + what + where);
  }

  /** The failure says on which address; by now the context has forgotten. */
  private static String taken(Throwable failure, Throwable root) {
    Matcher end = PORT_AT_THE_END.matcher(String.valueOf(failure.getMessage()));
    String port = end.find() ? "port " + end.group(1) : "the port";
    String why = text(root);
    return why.contains("in use")
        ? port + " (micronaut.server.port) is taken by another program"
        : port + " (micronaut.server.port) can't be had: " + why;
  }

  /** Others' exceptions speak of classes rather than of settings, and of values that may be secret. */
  private static boolean isOwn(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String thrower = trace.length > 0 ? trace[0].getClassName() : "";
    return thrower.startsWith("dev.authmock.") && !thrower.contains(GENERATED);
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String withoutSecrets(String problem, ApplicationContext context) {
    String shown = problem;
    for (String secret : secrets(context)) {
      shown = secret.length() < SHORTEST ? shown : shown.replace(secret, "***");
    }
    return shown;
  }

  private static List<String> secrets(ApplicationContext context) {
    List<String> secrets = new ArrayList<>();
    for (String name : SECRETS) {
      context.getProperty(name, String.class).ifPresent(secrets::add);
    }
    secrets.addAll(
        context.getProperty(SECRET_URIS, Argument.listOf(String.class)).orElse(List.of()));
    return secrets;
  }
}
