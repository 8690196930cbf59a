/** Reading JSON that somebody else wrote, strictly, and writing it. */
@NullMarked
package dev.authmock.json;

import org.jspecify.annotations.NullMarked;
