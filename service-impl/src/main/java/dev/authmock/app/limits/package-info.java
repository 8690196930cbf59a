/** How many connections there may be, and how long a request may take to arrive. */
@NullMarked
package dev.authmock.app.limits;

import org.jspecify.annotations.NullMarked;
