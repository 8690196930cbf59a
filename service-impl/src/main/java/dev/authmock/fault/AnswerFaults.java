package dev.authmock.fault;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.check.Evaluation;
import dev.authmock.journal.FlowMemory;
import dev.authmock.server.Endpoint;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes of an answer what the matching faults want of it, the oldest first. */
@Singleton
class AnswerFaults {
  private final Faults faults;
  private final MemberFaults members;
  private final TokenFaults tokens;
  private final CutOff cutOff;
  private final Delays delays;
  private final FlowMemory flows;
  private final JsonMapper json;

  AnswerFaults(
      Faults faults,
      MemberFaults members,
      TokenFaults tokens,
      CutOff cutOff,
      Delays delays,
      FlowMemory flows,
      JsonMapper json) {
    this.faults = faults;
    this.members = members;
    this.tokens = tokens;
    this.cutOff = cutOff;
    this.delays = delays;
    this.flows = flows;
    this.json = json;
  }

  /** Changes the answer, and says for how long to keep it back then; its place is taken. */
  Duration inject(
      Endpoint endpoint,
      HttpRequest<?> request,
      MutableHttpResponse<?> response,
      Evaluation evaluation) {
    Answer answer = new Answer(request, response, evaluation, json);
    Duration delay = Duration.ZERO;
    boolean isCutOff = false;
    for (Fault fault : faults.live()) {
      if (!fault.matching().fits(endpoint, evaluation, flows)) {
        continue;
      }
      boolean hit = switch (fault.kind()) {
        case PROBLEM -> false;
        case DELAY -> takeDelay(fault, delay);
        case CUT_OFF -> answer.hasBody() && faults.take(fault);
        case BROKEN_SIGNATURE, WRONG_KID, EXPIRED_TOKEN ->
          answer.hasJwt(fault.token())
              && faults.take(fault)
              && answer.changeJwts(fault.token(), tokens.of(fault.kind()));
        case WRONG_C_NONCE, SHORT_EXPIRES_IN, EXTRA_MEMBERS, MISSING_MEMBERS ->
          members.fits(fault, answer.members())
              && faults.take(fault)
              && members.change(fault, answer.members());
      };
      if (hit) {
        evaluation.noteFault(fault.name());
        delay = delay.plus(fault.delay());
        isCutOff |= fault.kind() == FaultKind.CUT_OFF;
      }
    }
    answer.write();
    if (isCutOff) {
      cutOff.apply(answer, response);
    }
    return delay;
  }

  /** One place does for all delays of an answer. */
  private boolean takeDelay(Fault fault, Duration soFar) {
    boolean hasPlace = !soFar.isZero() || delays.reserve();
    if (hasPlace && !faults.take(fault)) {
      if (soFar.isZero()) {
        delays.free();
      }
      return false;
    }
    return hasPlace;
  }
}
