package dev.authmock.it.support.flow;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RedirectedRefusal;
import dev.authmock.it.support.Refusal;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.wallet.ServiceWallet;
import org.junit.jupiter.api.BeforeEach;

/** A service wallet with a good authorization request, which no bad one spoils. */
public abstract class ServiceRequestTest extends FlowTest {
  /** The error of most request objects. */
  protected static final String INVALID = "invalid_request_object";

  /** The wallet. */
  protected ServiceWallet wallet;

  /** Its request, without a request object. */
  protected AuthorizationRequest request;

  @BeforeEach
  final void haveRequest() {
    take(serviceWallet());
  }

  /** Goes on with another wallet. */
  protected final void take(ServiceWallet other) {
    wallet = other;
    request = other.authorizationRequest(other.types(VA_TO_ONBOARD));
  }

  /** The good request as it is sent. */
  protected final Form good() {
    return form(wallet.signed(request));
  }

  /** The good request object, to be made worse. */
  protected final Assertion object() {
    return Assertion.of(wallet.requestObject(request).serialized(), wallet.key());
  }

  /** The request with this request object. */
  protected final Form with(String requestObject) {
    return form(request.withRequest(requestObject));
  }

  /** The request with this request object. */
  protected final Form with(Assertion requestObject) {
    return with(requestObject.serialized());
  }

  /** Asserts that a request's error goes to the redirect_uri, and that the good one still leads on. */
  protected final RedirectedRefusal assertRefused(Form bad, String error, String check) {
    RedirectedRefusal refusal = assertThatRedirect(http.authorize(bad)).is(error, check);
    assertAccepted(good());
    return refusal;
  }

  /** Asserts that a request is a problem and goes nowhere, and that the good one still leads on. */
  protected final Refusal assertProblem(Form bad, String error, String check) {
    Refusal refusal = assertThatProblem(http.authorize(bad)).is(Kind.BAD_REQUEST, error, check);
    assertAccepted(good());
    return refusal;
  }
}
