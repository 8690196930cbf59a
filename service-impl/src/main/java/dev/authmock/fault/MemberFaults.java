package dev.authmock.fault;

import dev.authmock.grant.OpaqueTokens;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;

/** The faults in the members of a JSON answer; each waits for an answer that has what it changes. */
@Singleton
class MemberFaults {
  private static final String C_NONCE = "c_nonce";
  private static final String EXPIRES_IN = "expires_in";

  private final OpaqueTokens random;

  MemberFaults(OpaqueTokens random) {
    this.random = random;
  }

  /** Whether there is something to change; an error has nothing. */
  boolean fits(Fault fault, AnswerMembers answer) {
    return switch (fault.kind()) {
      case WRONG_C_NONCE -> answer.has(C_NONCE);
      case SHORT_EXPIRES_IN -> answer.has(EXPIRES_IN);
      case MISSING_MEMBERS -> fault.missing().stream().anyMatch(answer::has);
      default -> !answer.isEmpty();
    };
  }

  /** Changes it. */
  void change(Fault fault, AnswerMembers answer) {
    switch (fault.kind()) {
      case WRONG_C_NONCE -> answer.put(C_NONCE, JsonNode.createStringNode(random.next()));
      case SHORT_EXPIRES_IN -> answer.put(EXPIRES_IN, JsonNode.createNumberNode(fault.expiresIn()));
      case MISSING_MEMBERS -> fault.missing().forEach(answer::remove);
      default -> fault.members().forEach(answer::put);
    }
  }
}
