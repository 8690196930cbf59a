package dev.authmock.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotedTextsTest {

  @Test
  void the_texts_are_those_that_were_there_when_it_was_made_in_their_order() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("z", "1");
    texts.put("a", "2");
    Map<String, String> noted = NotedTexts.copyOf(texts);
    texts.put("later", "3");

    assertThat(noted)
        .containsExactly(entry("z", "1"), entry("a", "2"))
        .isEqualTo(Map.of("a", "2", "z", "1"));
    assertThat(noted.get("a")).isEqualTo("2");
    assertThat(noted.get("later")).isNull();
  }

  @Test
  void nobody_changes_them() {
    Map<String, String> noted = NotedTexts.copyOf(Map.of("a", "1"));

    assertThatThrownBy(() -> noted.put("a", "2")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> noted.entrySet().iterator().next().setValue("2"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(noted::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void none_are_an_empty_map() {
    assertThat(NotedTexts.copyOf(Map.of())).isEmpty();
  }
}
