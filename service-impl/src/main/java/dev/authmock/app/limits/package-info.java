/** How many connections there may be, how long a request may take to arrive, and when an answer was made. */
@NullMarked
package dev.authmock.app.limits;

import org.jspecify.annotations.NullMarked;
