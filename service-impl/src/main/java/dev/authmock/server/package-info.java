/** What every room has to know of this server: its URLs, and how its state is cleared. */
@NullMarked
package dev.authmock.server;

import org.jspecify.annotations.NullMarked;
