package dev.authmock.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.authmock.sdk.control.api.OperationsApi;
import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.invoker.ApiException;
import dev.authmock.sdk.invoker.ApiResponse;
import java.util.List;
import java.util.Set;

/** Whether the server works, and how much. Immutable and thread-safe. */
public final class OperationsControl {

  private static final int SERVICE_UNAVAILABLE = 503;

  /** What exporters of Prometheus answer with. */
  private static final Set<String> METRICS = Set.of("text/plain", "application/openmetrics-text");

  private final Calls calls;
  private final OperationsApi operations;
  private final ObjectMapper json;

  OperationsControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.operations = new OperationsApi(transport);
    this.json = transport.getObjectMapper();
  }

  /**
   * Whether the server can sign, and whether its stores have room.
   *
   * @return its health, be it up or down
   */
  public Health health() {
    return calls.answer(this::upOrDown, Health::getStatus);
  }

  /** A server that is down answers with an error status, and says the same as one that is up. */
  private ApiResponse<Health> upOrDown() throws ApiException {
    try {
      return operations.readHealthWithHttpInfo();
    } catch (ApiException e) {
      if (e.getCode() != SERVICE_UNAVAILABLE) {
        throw e;
      }
      try {
        Health down = json.readValue(e.getResponseBody(), Health.class);
        return new ApiResponse<>(200, e.getResponseHeaders().map(), down);
      } catch (JsonProcessingException somethingElse) {
        throw e;
      }
    }
  }

  /**
   * What the server has counted and timed.
   *
   * @return the metrics, in the text format of Prometheus
   */
  public String metrics() {
    return calls.answer(this::textOfMetrics, text -> text);
  }

  /** Any page is text, be it of a proxy; the Content-Type tells which text it is. */
  private ApiResponse<String> textOfMetrics() throws ApiException {
    ApiResponse<String> response = operations.readMetricsWithHttpInfo();
    String type = MediaType.of(
        response.getHeaders().getOrDefault("Content-Type", List.of("")).get(0));
    if (!METRICS.contains(type)) {
      throw calls.unexpected(
          response.getStatusCode(),
          type.isEmpty() ? "without a Content-Type" : "with " + type + " that is no metrics");
    }
    return response;
  }

  /**
   * The generated operations on health and metrics, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public OperationsApi api() {
    return operations;
  }
}
