/** What the server bears, and how it starts and stops. */
@NullMarked
package dev.authmock.it.limits;

import org.jspecify.annotations.NullMarked;
