package dev.authmock.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.FaultCheck;
import dev.authmock.server.Endpoint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointRulesTest {

  @Test
  void every_rule_that_a_client_can_meet_belongs_to_an_endpoint() {
    Set<Check> listed = new HashSet<>(EndpointRules.ofAnyRequest());
    Arrays.stream(Endpoint.values()).map(EndpointRules::of).forEach(listed::addAll);

    assertThat(Checks.all())
        .filteredOn(check -> !listed.contains(check))
        .allMatch(EndpointRulesTest::isOfTheControlApi);
    assertThat(listed).noneMatch(EndpointRulesTest::isOfTheControlApi);
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void no_endpoint_lists_a_rule_twice(Endpoint endpoint) {
    List<Check> rules = EndpointRules.of(endpoint);

    assertThat(rules).doesNotHaveDuplicates();
    assertThat(rules).extracting(Check::id).doesNotHaveDuplicates();
  }

  private static boolean isOfTheControlApi(Check check) {
    return check instanceof ControlCheck || check instanceof FaultCheck;
  }
}
