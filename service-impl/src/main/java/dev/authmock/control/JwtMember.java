package dev.authmock.control;

import dev.authmock.api.control.model.RecordedJwtMember.PartEnum;
import dev.authmock.jose.JwtContent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of one thing that a JWT says.
 *
 * @param part the header or the claims
 * @param name its name; of what is in a credential, a presentation or the claims of an access token, with
 *     their name and a dot before it
 */
record JwtMember(PartEnum part, String name) {
  /** The claims that are shown member by member: the whole is too long to be read at once. */
  private static final Set<String> TAKEN_APART = Set.of("vc", "vp", "claims");

  static JwtMember header(String name) {
    return new JwtMember(PartEnum.HEADER, name);
  }

  static JwtMember claim(String name) {
    return new JwtMember(PartEnum.CLAIMS, name);
  }

  /** All that a JWT says, the header first. */
  static Map<JwtMember, @Nullable Object> all(JwtContent jwt) {
    Map<JwtMember, @Nullable Object> all = new LinkedHashMap<>();
    jwt.header().forEach((name, value) -> all.put(header(name), value));
    jwt.claims().forEach((name, value) -> {
      if (TAKEN_APART.contains(name) && value instanceof Map<?, ?> object && !object.isEmpty()) {
        object.forEach((inner, part) -> all.put(claim(name + "." + Objects.toString(inner)), part));
      } else {
        all.put(claim(name), value);
      }
    });
    return all;
  }

  /** The name that says whether it is a secret. */
  String lastName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
