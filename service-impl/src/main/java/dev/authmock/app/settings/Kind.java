package dev.authmock.app.settings;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.type.Argument;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of a setting has to be. */
enum Kind {
  ANYTHING("") {
    @Override
    boolean accepts(String value, ConversionService conversion) {
      return true;
    }
  },
  NUMBER("must be a whole number") {
    @Override
    boolean accepts(String value, ConversionService conversion) {
      return conversion.convert(value, Integer.class).isPresent();
    }
  },
  SIZE("must be a size, such as 512KB or 1MB") {
    @Override
    boolean accepts(String value, ConversionService conversion) {
      return BYTES.matcher(value).matches();
    }
  },
  DURATION("must be a duration, such as 500ms, 10s, 5m or 1d") {
    @Override
    boolean accepts(String value, ConversionService conversion) {
      return conversion.convert(value, Duration.class).isPresent();
    }
  },
  SWITCH("must be true or false") {
    @Override
    boolean accepts(String value, ConversionService conversion) {
      // The framework takes whatever it does not know for false.
      return SWITCHES.contains(value.toLowerCase(Locale.ROOT));
    }
  };

  private static final Pattern BYTES =
      Pattern.compile("[0-9]{1,9}([KMG]B?)?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off");

  private final String rule;

  Kind(String rule) {
    this.rule = rule;
  }

  abstract boolean accepts(String value, ConversionService conversion);

  /** What is to be said of another value. */
  String rule() {
    return rule;
  }

  static Kind of(Argument<?> type) {
    if (type.getAnnotationMetadata().hasAnnotation(ReadableBytes.class)) {
      return SIZE;
    }
    Class<?> of =
        type.isOptional() ? type.getFirstTypeVariable().orElse(type).getType() : type.getType();
    if (of == int.class || of == Integer.class || of == long.class || of == Long.class) {
      return NUMBER;
    }
    if (of == boolean.class || of == Boolean.class) {
      return SWITCH;
    }
    return of == Duration.class ? DURATION : ANYTHING;
  }
}
