package dev.authmock.fetch;

import reactor.core.scheduler.NonBlocking;

/** Something has to be fetched, on a thread on which all other connections would wait for it. */
public final class MustWaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private MustWaitException() {
    super("this thread must not wait", null, false, false);
  }

  /** Makes sure that the caller's thread may wait. */
  static void throwUnlessAllowed() {
    if (Thread.currentThread() instanceof NonBlocking) {
      throw new MustWaitException();
    }
  }
}
