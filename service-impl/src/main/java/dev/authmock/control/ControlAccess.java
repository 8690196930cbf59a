package dev.authmock.control;

import dev.authmock.check.BearerToken;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.journal.Evaluations;
import dev.authmock.server.Sha256;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Lets control calls in: from the loopback interface, or with the control token. */
@Singleton
class ControlAccess implements SecurityRule<HttpRequest<?>> {
  private static final String CONTROL = "/mock";

  private final byte @org.jspecify.annotations.Nullable [] tokenDigest;
  private final Evaluations evaluations;
  private final LocalCaller caller;

  ControlAccess(ControlConfiguration configuration, Evaluations evaluations, LocalCaller caller) {
    String token = configuration.getToken();
    this.tokenDigest = token == null ? null : Sha256.of(token);
    this.evaluations = evaluations;
    this.caller = caller;
  }

  /** Before the rules of the framework. */
  @Override
  public int getOrder() {
    return -1000;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    String path = request.getPath();
    if (!path.equals(CONTROL) && !path.startsWith(CONTROL + "/")) {
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    }
    try {
      requireCaller(request, evaluations.of(request));
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    } catch (RefusedException e) {
      return Publishers.just(e);
    }
  }

  private void requireCaller(HttpRequest<?> request, Evaluation evaluation) {
    if (tokenDigest != null) {
      BearerToken bearer = BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
      if (!bearer.hasDigest(tokenDigest)) {
        throw evaluation.refuse(
            ControlCheck.CONTROL_CALLER, new Difference("the control token", bearer.toString()));
      }
    } else {
      String elsewhere = caller.fromElsewhere(request);
      if (elsewhere != null) {
        throw evaluation.refuse(
            ControlCheck.CONTROL_CALLER,
            new Difference("a caller on the loopback interface, at this host", elsewhere));
      }
    }
  }
}
