/** What a token costs the service; outside the test run. */
@NullMarked
package dev.authmock.it.bench;

import org.jspecify.annotations.NullMarked;
