/** Faults that a tester injects: problems, late or broken answers, for the requests that match. */
@NullMarked
package dev.authmock.fault;

import org.jspecify.annotations.NullMarked;
