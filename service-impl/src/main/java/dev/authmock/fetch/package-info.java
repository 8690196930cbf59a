/**
 * The one HTTP client for every outgoing request, guarded against hosts that hang, flood or point
 * inwards.
 */
@NullMarked
package dev.authmock.fetch;

import org.jspecify.annotations.NullMarked;
