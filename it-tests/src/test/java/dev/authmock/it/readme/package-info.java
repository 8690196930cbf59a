/** What the README shows, run. */
@NullMarked
package dev.authmock.it.readme;

import org.jspecify.annotations.NullMarked;
