package dev.authmock.fault;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Gives one element and then fails, upon which the server closes the connection.
 *
 * @param only the element
 * @param later runs what fails when the element is on its way
 */
record BrokenOff<T>(T only, Executor later) implements Publisher<T> {
  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    AtomicBoolean given = new AtomicBoolean();
    AtomicBoolean unwanted = new AtomicBoolean();
    subscriber.onSubscribe(new Subscription() {
      @Override
      public void request(long n) {
        if (given.compareAndSet(false, true)) {
          subscriber.onNext(only);
          later.execute(this::fail);
        }
      }

      private void fail() {
        if (!unwanted.get()) {
          subscriber.onError(new CutOffException());
        }
      }

      @Override
      public void cancel() {
        unwanted.set(true);
      }
    });
  }

  /** Says in the log why the connection was closed; no stack trace is needed for it. */
  private static final class CutOffException extends IOException {
    private static final long serialVersionUID = 1L;

    CutOffException() {
      super("a fault of the kind cut_off was injected");
      setStackTrace(new StackTraceElement[0]);
    }
  }
}
