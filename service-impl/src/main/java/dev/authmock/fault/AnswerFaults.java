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
    Answer answer = new Answer(request, response, evaluation, json, tokens::isOurs);
    Injection injection = new Injection(endpoint, answer, evaluation);
    try {
      injection.injectAll();
      if (injection.isCutOff) {
        cutOff.apply(answer, response);
      }
    } catch (RuntimeException e) {
      // Else the place would be gone for good.
      if (!injection.delay.isZero()) {
        delays.free();
      }
      throw e;
    }
    return injection.delay;
  }

  /** The faults of one answer. */
  private final class Injection {
    private final Endpoint endpoint;
    private final Answer answer;
    private final Evaluation evaluation;
    private Duration delay = Duration.ZERO;
    private boolean isCutOff;

    Injection(Endpoint endpoint, Answer answer, Evaluation evaluation) {
      this.endpoint = endpoint;
      this.answer = answer;
      this.evaluation = evaluation;
    }

    void injectAll() {
      for (Fault fault : faults.live()) {
        if (fault.matching().fits(endpoint, evaluation, flows)) {
          inject(fault);
        }
      }
      answer.write();
    }

    private void inject(Fault fault) {
      if (fault.kind() == FaultKind.DELAY) {
        injectDelay(fault);
      } else if (hasWhatIsChangedBy(fault) && take(fault)) {
        change(fault);
      }
    }

    private boolean hasWhatIsChangedBy(Fault fault) {
      return switch (fault.kind()) {
        case PROBLEM, DELAY -> false;
        case CUT_OFF -> answer.hasBody();
        case BROKEN_SIGNATURE, WRONG_KID, EXPIRED_TOKEN -> answer.hasJwt(fault.token());
        case WRONG_C_NONCE, SHORT_EXPIRES_IN, EXTRA_MEMBERS, MISSING_MEMBERS ->
          members.fits(fault, answer.members());
      };
    }

    private void change(Fault fault) {
      switch (fault.kind()) {
        case CUT_OFF -> isCutOff = true;
        case BROKEN_SIGNATURE, WRONG_KID, EXPIRED_TOKEN ->
          answer.changeJwts(fault.token(), tokens.of(fault.kind()));
        default -> members.change(fault, answer.members());
      }
    }

    /** Noted before anything is changed: what goes wrong from here on is the fault's doing. */
    private boolean take(Fault fault) {
      boolean taken = faults.take(fault);
      if (taken) {
        evaluation.noteFault(fault.name());
      }
      return taken;
    }

    /** One place does for all delays of an answer. */
    private void injectDelay(Fault fault) {
      boolean isFirst = delay.isZero();
      if (isFirst && !delays.reserve()) {
        return;
      }
      if (take(fault)) {
        delay = delay.plus(fault.delay());
      } else if (isFirst) {
        delays.free();
      }
    }
  }
}
