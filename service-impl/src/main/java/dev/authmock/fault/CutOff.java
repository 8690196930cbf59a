package dev.authmock.fault;

import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Sends the half of a body and closes the connection; the headers promise the whole. */
@Singleton
class CutOff {
  /** The server throws away what it has not sent when it closes. */
  private static final Duration UNTIL_SENT = Duration.ofMillis(50);

  private final ByteBodyFactory bodies;
  private final Executor later;

  CutOff(ByteBufferFactory<?, ?> buffers, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.bodies = ByteBodyFactory.createDefault(buffers);
    this.later = task -> {
      var unused = scheduler.schedule(UNTIL_SENT, task);
    };
  }

  /** Cuts the answer off. */
  void apply(Answer answer, MutableHttpResponse<?> response) {
    byte[] whole = answer.bytes();
    ReadBuffer half = bodies.readBufferFactory().adapt(Arrays.copyOf(whole, whole.length / 2));
    response.header(HttpHeaders.CONTENT_LENGTH, String.valueOf(whole.length));
    response.body(bodies.adapt(new BrokenOff<>(half, later), OptionalLong.of(whole.length)));
  }
}
