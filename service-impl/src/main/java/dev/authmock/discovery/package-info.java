/** Metadata documents, derived from what is registered in the code. */
@NullMarked
package dev.authmock.discovery;

import org.jspecify.annotations.NullMarked;
