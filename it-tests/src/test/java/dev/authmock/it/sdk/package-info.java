/** Each method by which the SDK steers the service, against the service itself. */
@NullMarked
package dev.authmock.it.sdk;

import org.jspecify.annotations.NullMarked;
