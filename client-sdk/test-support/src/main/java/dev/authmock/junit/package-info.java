/**
 * Runs the Auth Mock within JUnit tests.
 *
 * <p>Start at {@link dev.authmock.junit.AuthMockTest}.
 */
@NullMarked
package dev.authmock.junit;

import org.jspecify.annotations.NullMarked;
