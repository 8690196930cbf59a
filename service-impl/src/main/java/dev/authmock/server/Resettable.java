package dev.authmock.server;

/** Something that holds state which a tester may want gone. */
public interface Resettable {
  /** Forgets what has come in since the server started; what was configured stays. */
  void reset();
}
