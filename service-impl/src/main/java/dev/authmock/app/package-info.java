/**
 * Starts the service and makes the process-wide things: the clock, the randomness, the start-up
 * line.
 */
@NullMarked
package dev.authmock.app;

import org.jspecify.annotations.NullMarked;
