/** How much the mock does, and whether it can. */
@NullMarked
package dev.authmock.metrics;

import org.jspecify.annotations.NullMarked;
