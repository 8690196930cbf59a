package dev.authmock.fetch;

/**
 * Fetches something and reads it.
 *
 * @param <V> what it becomes
 * @param <X> why it can't be had
 */
@FunctionalInterface
public interface Attempt<V, X extends Exception> {

  V make() throws X;
}
